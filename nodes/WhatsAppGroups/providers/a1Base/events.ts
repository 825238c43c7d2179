/**
 * A1Base's deliveries: one message each. Source: A1Base “Webhook” page; `agent_mentioned` from its
 * Next.js template (re-told).
 */
import type { IDataObject } from 'n8n-workflow';

import { digestOf, eventOf, otherEvent } from '../shared/eventIds';
import type { EventName, GroupEvent, Message, Person } from '../../contract/events';
import { objectIn, personIdIn, textIn, timeIn } from '../../contract/values';

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
	if (textIn(body.message_type) === null) return [otherEvent('a1Base', body)];
	const event = messageEvent(body);
	// An invitation arrives one to one; nothing else outside a group is ours.
	if (event !== 'invite.received' && body.thread_type !== 'group') {
		return NOT_GROUPS.has(body.thread_type) ? [] : [otherEvent('a1Base', body)];
	}
	const messageId = textIn(body.message_id);
	return [
		eventOf('a1Base', event, {
			key: [messageId ?? digestOf(body)],
			groupId: event === 'invite.received' ? null : textIn(body.thread_id),
			messageId,
			timestamp: timeIn(body.timestamp),
			sender: senderOf(body),
			...(event === 'invite.received' ? { group: invitedTo(body) } : { message: contentOf(body) }),
			...errorsOf(body),
		}),
	];
}

function messageEvent(body: IDataObject): EventName {
	// `is_from_agent` comes first: own messages may carry a sender number of just `+`.
	if (body.is_from_agent === true) return 'message.sent';
	if (body.message_type === 'group_invite') return 'invite.received';
	return body.message_type === 'reaction' ? 'message.reaction' : 'message.received';
}

function senderOf(body: IDataObject): Person {
	const number = body.is_from_agent === true ? body.a1_phone_number : body.sender_number;
	return { id: personIdIn(number), name: textIn(body.sender_name) };
}

/** `inviteCode` is what joining takes; a link holds the same code. */
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

/** Why WhatsApp's own form of a message is not handed on. */
function errorsOf({ message_type: type, message_content: content }: IDataObject) {
	const message = type === 'unsupported_message_type' ? textIn(objectIn(content).error) : null;
	return message === null ? {} : { errors: [{ code: null, message, details: null }] };
}

function contentOf(body: IDataObject): Message {
	const type = textIn(body.message_type) ?? 'unknown';
	const content = objectIn(body.message_content);
	return {
		type: MESSAGE_TYPES.get(type) ?? type,
		// The OpenAPI file has the text in a member of its own, which no sample carries.
		text: textIn(content.text) ?? textIn(content.reaction) ?? textIn(body.content),
		caption: null,
		// A reply says what was quoted, not which message.
		replyTo: null,
		mentionsMe: typeof body.agent_mentioned === 'boolean' ? body.agent_mentioned : null,
		media: { id: null, url: null, mimeType: null, fileName: null },
	};
}
