import { failToSend, send } from '../../world/messages';
import { pin, unpin } from '../../world/pins';
import { isWindowOpen } from '../../world/window';
import { type Content, type Group, type Media, type MediaType, peopleIn } from '../../world/model';
import { type Answer, ok, type Operation, type VendorRequest } from '../../server/provider';
import { refuse } from './errors';
import { knownGroup, newMessageId, notSuspended } from './groups';
import { mayBe } from './media';
import type { CloudNumber } from './state';
import { sendTemplateTo, type TemplateMessage, templateForGroup } from './templateSends';

interface Pin {
	type: 'pin' | 'unpin';
	message_id: string;
}
type MediaObject = Pick<Media, 'id' | 'link' | 'caption' | 'filename'>;

interface MessageBody {
	recipient_type?: 'group' | 'individual';
	to: string;
	context?: { message_id: string };
	biz_opaque_callback_data?: string;
	type: MediaType | 'text' | 'template' | 'pin';
	text?: { body: string };
	template?: TemplateMessage;
	pin?: Pin;
	image?: MediaObject;
	video?: MediaObject;
	audio?: MediaObject;
	document?: MediaObject;
}

/** All kinds of messages, and pins, by one path (meta-groups.md#section-4). */
export function messageOperations(number: CloudNumber): Record<string, Operation> {
	return {
		sendMessage: ({ body }: VendorRequest<MessageBody>) =>
			body.recipient_type === 'group' ? sendToGroup(number, body) : sendToPerson(number, body),
	};
}

function sendToGroup(number: CloudNumber, body: MessageBody): Answer {
	const { world, settings } = number;
	const group = notSuspended(knownGroup(world, body.to));
	if (peopleIn(group).length === 0) throw refuse(131020, 'Nobody has joined the group yet');
	if (body.pin) return accepted(group.id, group.id, pinOrUnpin(number, group, body.pin));
	const { text, content } = contentOf(number, body);
	const { biz_opaque_callback_data: trace } = body;
	// Templates need no open window: common knowledge of the Cloud API.
	const isOpen = !settings.windowClosed && (!settings.keepWindow || isWindowOpen(group));
	const fails = !isOpen && content.type !== 'template';
	if (fails && settings.refuseOutsideWindow) throw refuse(131047, 'More than 24 hours have passed');
	const message = fails
		? failToSend(world, group, text, { ...content, trace })
		: send(world, group, text, body.context?.message_id, { ...content, trace });
	return accepted(group.id, group.id, message.id);
}

/** One to one, only templates can be sent. The rest has nothing to do with groups. */
function sendToPerson({ world }: CloudNumber, { to, template }: MessageBody): Answer {
	if (!/^\+?\d+$/.test(to)) throw refuse(131009, 'to: a telephone number is expected');
	const person = to.replace(/\D/g, '');
	return accepted(to, person, sendTemplateTo(world, person, template as TemplateMessage).id);
}

function contentOf({ world }: CloudNumber, body: MessageBody): { text: string; content: Content } {
	const { type } = body;
	if (body.text) return { text: body.text.body, content: { type: 'text' } };
	if (type === 'template') return templateForGroup(body.template as TemplateMessage);
	const kind = type as MediaType;
	const { id, link, caption, filename } = body[kind] as MediaObject;
	const file = id === undefined ? undefined : world.files.get(id);
	if (id !== undefined && !file) throw refuse(131009, `${kind}.id: no media ${id}`);
	if (file && !mayBe(kind, file)) throw refuse(131009, `${kind}.id: its type is ${file.mimeType}`);
	const media: Media = { id, link, mimeType: file?.mimeType, caption, filename };
	return { text: caption ?? '', content: { type: kind, media } };
}

/** A pin is a message of its own, so its response has an ID (360dialog.md#seed, "Expected Outcomes"). */
function pinOrUnpin({ world }: CloudNumber, group: Group, { type, message_id: id }: Pin): string {
	if (!group.messages.some((message) => message.id === id)) {
		throw refuse(131009, `pin.message_id: no message ${id} in this group`);
	}
	(type === 'pin' ? pin : unpin)(world, group, id);
	return newMessageId();
}

function accepted(input: string, wa_id: string, messageId: string): Answer {
	return ok({
		messaging_product: 'whatsapp',
		contacts: [{ input, wa_id }],
		messages: [{ id: messageId }],
	});
}
