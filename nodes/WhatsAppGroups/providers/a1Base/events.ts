/**
 * A1Base's deliveries: one message each. Source: A1Base “Webhook” page; `agent_mentioned`, `caption`
 * and `filename` are read by its own Next.js template.
 */
import type { IDataObject } from 'n8n-workflow';

import type { Echo, EventName, GroupEvent, Message } from '../../contract/events';
import { isSamePhone, personOf, phoneIn, type Person } from '../../contract/people';
import { isOn, objectIn, textIn, timeIn } from '../../contract/values';
import { locationIn } from '../shared/cloudApi/content';
import { digestOf, eventOf, otherEvent } from '../shared/eventIds';
import { messageOf } from '../shared/messageOf';

export const EVENTS: EventName[] = [
	'message.received',
	'message.sent',
	'message.reaction',
	'invite.received',
	'other',
];

const MESSAGE_TYPES = new Map([
	['rich_text', 'text'],
	['unsupported_message_type', 'unsupported'],
]);

const NOT_GROUPS = new Set<unknown>(['individual', 'broadcast']);

export function readEvents(body: IDataObject): GroupEvent[] {
	const number = { id: null, phone: phoneIn(body.a1_phone_number) };
	const origin = { provider: 'a1Base' as const, number };
	const messageId = textIn(body.message_id);
	const timestamp = timeIn(body.timestamp);
	const sender = senderOf(body);
	const known = { groupId: groupIn(body), sender, messageId, timestamp };
	if (textIn(body.message_type) === null) return [otherEvent(origin, body, known)];
	const event = messageEvent(body);
	// An invitation arrives one to one. No other one-to-one message is a group event.
	if (event !== 'invite.received' && body.thread_type !== 'group') {
		if (NOT_GROUPS.has(body.thread_type)) return [];
		return [otherEvent(origin, body, known)];
	}
	const isInvitation = event === 'invite.received';
	return [
		eventOf(origin, {
			event,
			key: keyOf(body, messageId, sender),
			groupId: isInvitation ? null : groupIn(body),
			...(isInvitation ? { group: invitedTo(body) } : { message: contentOf(body, number.phone) }),
			sender,
			messageId,
			...errorsOf(body),
			timestamp,
		}),
	];
}

/**
 * Whether a reaction has a message ID of its own, or that of the message it is for, isn't documented,
 * so what else distinguishes two of them is part of the key.
 */
function keyOf(body: IDataObject, messageId: string | null, sender: Person) {
	if (messageId === null) return [digestOf(body)];
	if (body.message_type !== 'reaction') return [messageId];
	return [
		messageId,
		sender.id,
		textIn(objectIn(body.message_content).reaction),
		timeIn(body.timestamp),
	];
}

function groupIn({ thread_type: type, thread_id: id }: IDataObject): string | null {
	return type === 'group' ? textIn(id) : null;
}

function messageEvent(body: IDataObject): EventName {
	if (isOwn(body)) return 'message.sent';
	if (body.message_type === 'group_invite') return 'invite.received';
	return body.message_type === 'reaction' ? 'message.reaction' : 'message.received';
}

/** Own messages may have a sender number of just `+`. */
function isOwn(body: IDataObject): boolean {
	const [sender, own] = [phoneIn(body.sender_number), phoneIn(body.a1_phone_number)];
	return isOn(body.is_from_agent) || (sender !== null && own !== null && isSamePhone(sender, own));
}

function senderOf(body: IDataObject): Person {
	const number = isOwn(body) ? body.a1_phone_number : body.sender_number;
	return personOf({ ids: [number], name: body.sender_name });
}

/** `inviteCode` is what joining needs; a link contains the same code. */
function invitedTo(body: IDataObject): GroupEvent['group'] {
	const { groupName, inviteCode } = objectIn(body.message_content);
	const code = textIn(inviteCode);
	return {
		subject: textIn(groupName),
		description: null,
		inviteLink: code && `https://chat.whatsapp.com/${code}`,
		joinApprovalMode: null,
	};
}

/** Returns why A1Base doesn't deliver the message itself. */
function errorsOf({ message_type: type, message_content: content }: IDataObject) {
	const message = type === 'unsupported_message_type' ? textIn(objectIn(content).error) : null;
	return message === null ? {} : { errors: [{ code: null, message, details: null }] };
}

function contentOf(body: IDataObject, ownPhone: string | null): Message {
	const type = textIn(body.message_type) ?? 'unknown';
	const content = objectIn(body.message_content);
	const emoji = textIn(content.reaction);
	return messageOf({
		type: MESSAGE_TYPES.get(type) ?? type,
		// `content` is in the OpenAPI file, but in no sample.
		text: textIn(content.text) ?? emoji ?? textIn(body.content),
		caption: textIn(content.caption),
		repliesToMe: repliesToOwn(content, ownPhone),
		mentionsMe: typeof body.agent_mentioned === 'boolean' ? body.agent_mentioned : null,
		media: { fileName: textIn(content.filename) },
		...(type === 'location' && { location: locationIn(content) }),
		...(type === 'reaction' && { reaction: { emoji, messageId: null } }),
	});
}

/** A reply contains who was quoted, but not which message. */
function repliesToOwn(content: IDataObject, ownPhone: string | null): boolean | null {
	if (!isReply(content)) return false;
	const quoted = phoneIn(content.quoted_message_sender);
	return quoted === null || ownPhone === null ? null : isSamePhone(quoted, ownPhone);
}

function isReply({ quoted_message_sender: sender, quoted_message_content: text }: IDataObject) {
	return sender !== undefined || text !== undefined;
}

/** A reply identifies the quoted message only by its text. */
export function readQuote({ message_content: content }: IDataObject): string | undefined {
	const message = objectIn(content);
	return isReply(message) ? (textIn(message.quoted_message_content) ?? '') : undefined;
}

export function readEchoes(body: IDataObject): Echo[] {
	const text = readQuote(body);
	const own = phoneIn(body.a1_phone_number);
	const isOwn = repliesToOwn(objectIn(body.message_content), own) !== false;
	return !text || !isOwn ? [] : [{ groupId: groupIn(body), messageId: null, text }];
}
