import { randomUUID } from 'node:crypto';
import { pageOf } from '../../paging';
import { type Answer, ok, type Operation, unixSeconds, type VendorRequest } from '../../provider';
import { type Group, type Message, peopleIn } from '../../model';
import { refuse } from '../cloudApi/errors';
import { chosenFields, inviteLinkOf, knownGroup, newRequestId } from '../cloudApi/groups';
import { channelOperations } from './channel';
import { notSent } from './errors';
import type { Channel } from './state';

interface CreateBody {
	groupName: string;
	description?: string;
}

interface MessageBody {
	body: string;
	chatId?: string;
	phone?: string;
	quotedMsgId?: string;
}

export function operations(channel: Channel): Record<string, Operation> {
	const { world, settings } = channel;
	/** Answers with Meta's error object under `error` (1MSG section 6) when there is none. */
	const groupOf = ({ params }: VendorRequest<never>) => knownGroup(world, params.groupId);

	return {
		listGroups: ({ query }) => {
			const page = pageOf(world.groups, query);
			if (!page) throw refuse(131059, 'The cursor is not valid (any more)');
			return ok({ groups: page.items.map(summary), paging: { cursors: page.cursors } });
		},

		createGroup: ({ body }: VendorRequest<CreateBody>) => {
			const group = world.createGroup({ subject: body.groupName, description: body.description });
			const requestId = newRequestId();
			world.announceGroup(group, requestId);
			return ok(
				settings.asynchronousCreate
					? { messaging_product: 'whatsapp', request_id: requestId }
					: { ...summary(group), ...inviteLinkOf(group) },
			);
		},

		getGroup: (request) =>
			ok(chosenFields(groupOf(request), request.query.fields as string | undefined)),

		getInviteLink: (request) => ok(inviteLinkOf(groupOf(request))),

		resetInviteLink: (request) => {
			const group = groupOf(request);
			world.resetInviteLink(group);
			return ok(inviteLinkOf(group));
		},

		sendMessage: ({ body }: VendorRequest<MessageBody>) => sendMessage(channel, body),

		...channelOperations(channel),
	};
}

function sendMessage({ world, settings }: Channel, request: MessageBody): Answer {
	const { body, chatId, phone, quotedMsgId } = request;
	if (settings.windowClosed) return notSent('Dialog window is closed');
	if (!chatId?.endsWith('@g.us')) {
		return sent(world.sendDirect(phone ?? chatId?.split('@')[0] ?? '', body));
	}
	const group = world.group(chatId.slice(0, -'@g.us'.length));
	if (!group) return notSent('Group is unknown, or you are not in it');
	// Upstream is Meta's API, which refuses this with 131020; 1MSG's own wording is unknown.
	if (peopleIn(group).length === 0) return notSent('Cannot message a group with a single member');
	const message = world.send(group, body, quotedMsgId);
	return settings.queueSends ? queued() : sent(message);
}

const sent = ({ id }: Message): Answer =>
	ok({ sent: true, id, message: 'Message sent', description: 'Message has been sent' });

/** A job id is no message id (1MSG S6). */
const queued = (): Answer => ok({ sent: false, jobId: randomUUID(), message: 'Message queued' });

const summary = ({ id, subject, description, createdAt }: Group) => ({
	id,
	subject,
	description,
	created_at: unixSeconds(createdAt),
});
