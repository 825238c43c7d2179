import { type Content, type Group, type Media, peopleIn } from '../../model';
import { type Answer, ok, type Operation, type VendorRequest } from '../../provider';
import { refuse } from './errors';
import { knownGroup, newMessageId, notSuspended } from './groups';
import { mayBe, type MediaKind } from './media';
import type { CloudNumber } from './state';
import { filledTemplate, invitedTo, isInvitation, type TemplateMessage } from './templateMessages';

interface Pin {
	type: 'pin' | 'unpin';
	message_id: string;
}
type MediaObject = Pick<Media, 'id' | 'link' | 'caption' | 'filename'>;

interface MessageBody {
	recipient_type?: 'group' | 'individual';
	to: string;
	context?: { message_id: string };
	type: MediaKind | 'text' | 'template' | 'pin';
	text?: { body: string };
	template?: TemplateMessage;
	pin?: Pin;
	image?: MediaObject;
	video?: MediaObject;
	audio?: MediaObject;
	document?: MediaObject;
}

/** All kinds of messages, and pins, by one path (meta-groups section 4). */
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
	// Templates need no open window: common knowledge of the Cloud API.
	const fails = settings.windowClosed && content.type !== 'template';
	const message = fails
		? world.failToSend(group, text)
		: world.send(group, text, body.context?.message_id, content);
	return accepted(group.id, group.id, message.id);
}

/** One to one there is nothing but the invitation: the rest is no matter of groups. */
function sendToPerson({ world }: CloudNumber, { to, template: message }: MessageBody): Answer {
	if (!/^\+?\d+$/.test(to)) throw refuse(131009, 'to: a telephone number is expected');
	const { template, text, parameters } = filledTemplate(message as TemplateMessage);
	const person = to.replace(/\D/g, '');
	if (!isInvitation(template)) {
		return accepted(to, person, world.sendDirect(person, text, templateContent(message)).id);
	}
	const group = invitedTo(world, parameters);
	// Meta turns the id into the link at delivery (meta-groups section 3).
	const words = text.replace(group.id, group.inviteLink);
	const { id, time } = world.sendDirect(person, words, templateContent(message));
	const { inviteLink } = group;
	world.invitations.push({ to: person, groupId: group.id, inviteLink, messageId: id, time });
	return accepted(to, person, id);
}

/** That an invitation cannot be sent to a group is inferred: it is sent to one person. */
function contentOf(number: CloudNumber, body: MessageBody): { text: string; content: Content } {
	const { type } = body;
	if (body.text) return { text: body.text.body, content: { type: 'text' } };
	if (type === 'template') {
		const { template, text } = filledTemplate(body.template as TemplateMessage);
		if (isInvitation(template)) throw refuse(131009, `${template.name} is sent to one person`);
		return { text, content: templateContent(body.template) };
	}
	const kind = type as MediaKind;
	const { id, link, caption, filename } = body[kind] as MediaObject;
	const file = id === undefined ? undefined : number.media.get(id);
	if (id !== undefined && !file) throw refuse(131009, `${kind}.id: no media ${id}`);
	if (file && !mayBe(kind, file)) throw refuse(131009, `${kind}.id: it is ${file.mimeType}`);
	const media: Media = { id, link, mimeType: file?.mimeType, caption, filename };
	return { text: caption ?? '', content: { type: kind, media } };
}

function templateContent(message: TemplateMessage | undefined): Content {
	const { name, language, components = [] } = message as TemplateMessage;
	return { type: 'template', template: { name, language: language.code, components } };
}

/** A pin is a message of its own: its answer has an id (360dialog Seed, "Expected Outcomes"). */
function pinOrUnpin({ world }: CloudNumber, group: Group, { type, message_id: id }: Pin): string {
	if (!group.messages.some((message) => message.id === id)) {
		throw refuse(131009, `pin.message_id: no message ${id} in this group`);
	}
	world[type](group, id);
	return newMessageId();
}

function accepted(input: string, wa_id: string, messageId: string): Answer {
	return ok({
		messaging_product: 'whatsapp',
		contacts: [{ input, wa_id }],
		messages: [{ id: messageId }],
	});
}
