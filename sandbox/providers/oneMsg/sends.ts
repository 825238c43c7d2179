import { randomUUID } from 'node:crypto';
import { send, sendDirect } from '../../world/messages';
import { type Content, type Message, peopleIn } from '../../world/model';
import { type Answer, ok, type Operation, type VendorRequest } from '../../server/provider';
import { isWindowOpen } from '../../world/window';
import type { World } from '../../world/World';
import { TEMPLATE_NAMESPACE, templates } from '../cloudApi/templates';
import { sendTemplateTo, type TemplateMessage, templateForGroup } from '../cloudApi/templateSends';
import { notSent } from './errors';
import { type FileBody, fileContent } from './files';
import type { Channel } from './state';

/** Exactly one of `chatId` and `phone`, which the contract checks. */
export interface Recipient {
	chatId?: string;
	phone?: string;
	quotedMsgId?: string;
}

interface TemplateBody extends Recipient {
	template: string;
	language: { code: string };
	namespace?: string;
	params?: TemplateMessage['components'];
}

/** 1msg.md#section-3. Failures are in a response with HTTP status 200. */
export function sendOperations(channel: Channel): Record<string, Operation> {
	const { world } = channel;

	return {
		sendMessage: ({ body }: VendorRequest<Recipient & { body: string }>) =>
			sendTo(channel, body, body.body, { type: 'text' }),

		sendFile: ({ body, baseUrl }: VendorRequest<Recipient & FileBody>) => {
			const content = fileContent(world, body, baseUrl);
			if (typeof content === 'string') return notSent(content);
			return sendTo(channel, body, body.caption ?? '', content);
		},

		// Templates need no open window: common knowledge of the Cloud API.
		sendTemplate: ({ body }: VendorRequest<TemplateBody>) => {
			const { template: name, language, namespace, params: components } = body;
			const known = templates.some((one) => one.name === name && one.language === language.code);
			// The text in 1msg.md#s5 for a missing name, language or namespace.
			if (!known || namespace !== TEMPLATE_NAMESPACE) return notSent('template is not defined');
			const message = { name, language, components };
			const person = personIn(body);
			if (person) return sent(sendTemplateTo(world, person, message));
			const { text, content } = templateForGroup(message);
			return sendTo(channel, body, text, content);
		},
	};
}

const personIn = ({ chatId, phone }: Recipient) =>
	phone ?? /^(.+)@(?:c\.us|lid)$/.exec(chatId ?? '')?.[1];

function sendTo(channel: Channel, to: Recipient, text: string, content: Content): Answer {
	const { world, settings } = channel;
	const person = personIn(to);
	if (person) return sent(sendDirect(world, person, text, content));
	const group = groupIn(world, to);
	if (!group) return notSent('Group is unknown, or you are not in it');
	// Meta's API, behind 1MSG, rejects this with 131207 and 131020. 1MSG's wording is unknown.
	if (group.suspended) return notSent('The group is suspended');
	if (peopleIn(group).length === 0) return notSent('Cannot message a group with a single member');
	const isOpen = !settings.windowClosed && (!settings.keepWindow || isWindowOpen(group));
	if (!isOpen && content.type !== 'template') return notSent('Dialog window is closed');
	const message = send(world, group, text, to.quotedMsgId, content);
	return settings.queueSends ? queued() : sent(message);
}

const groupIn = (world: World, { chatId = '' }: Recipient) =>
	world.groups.get(chatId.slice(0, -'@g.us'.length));

const sent = ({ id }: Message): Answer =>
	ok({ sent: true, id, message: 'Message sent', description: 'Message has been sent' });

/** A job ID isn't a message ID (1msg.md#s6). */
const queued = (): Answer => ok({ sent: false, jobId: randomUUID(), message: 'Message queued' });
