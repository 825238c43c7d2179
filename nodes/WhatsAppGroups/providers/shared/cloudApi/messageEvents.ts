/** `value.messages[]` and `value.statuses[]` of Meta's webhooks. */
import type { IDataObject } from 'n8n-workflow';

import { digestOf, eventOf } from '../eventIds';
import type { EventError, EventName, GroupEvent, Message, Person } from '../../../contract/events';
import type { ProviderName } from '../../../contract/ProviderName';
import { objectIn, objectsIn, personIdIn, textIn, timeIn } from '../../../contract/values';

/** `undefined` for a one-to-one message, which is no group event: it has no `group_id`. */
export function messageReceived(
	provider: ProviderName,
	message: IDataObject,
	value: IDataObject,
): GroupEvent | undefined {
	const event = message.type === 'reaction' ? 'message.reaction' : 'message.received';
	return messageOf(provider, event, message, senderOf(message, value));
}

/** A message of the own number, in the same form. */
export function messageSent(provider: ProviderName, message: IDataObject): GroupEvent | undefined {
	const sender = { id: personIdIn(message.from), name: null };
	return messageOf(provider, 'message.sent', message, sender);
}

function messageOf(
	provider: ProviderName,
	event: EventName,
	message: IDataObject,
	sender: Person,
): GroupEvent | undefined {
	const groupId = textIn(message.group_id);
	if (groupId === null) return undefined;
	const messageId = textIn(message.id);
	return eventOf(provider, event, {
		key: [messageId ?? digestOf(message)],
		groupId,
		messageId,
		timestamp: timeIn(message.timestamp),
		sender,
		message: contentOf(message),
		...(message.errors ? { errors: eventErrors(message.errors) } : {}),
	});
}

/**
 * The contact that the message is from. A delivery may carry several; the only one of a delivery
 * with one message is the sender's, whatever its id is written like. A user without a phone number
 * has a user id instead.
 */
function senderOf(message: IDataObject, value: IDataObject): Person {
	const contacts = objectsIn(value.contacts);
	const isOnlyOne = contacts.length === 1 && objectsIn(value.messages).length === 1;
	const ids = [textIn(message.from), textIn(message.from_user_id)].filter((id) => id !== null);
	const named = contacts.find(
		({ wa_id, user_id }) => ids.includes(String(wa_id)) || ids.includes(String(user_id)),
	);
	const contact = named ?? (isOnlyOne ? contacts[0] : undefined);
	return {
		id: personIdIn(ids[0] ?? contact?.wa_id ?? contact?.user_id),
		name: textIn(objectIn(contact?.profile).name),
	};
}

function contentOf(message: IDataObject): Message {
	const type = textIn(message.type) ?? 'unknown';
	const content = Object.hasOwn(message, type) ? objectIn(message[type]) : {};
	return {
		type,
		text: textIn(content.body) ?? textIn(content.emoji),
		caption: textIn(content.caption),
		replyTo: textIn(objectIn(message.context).id) ?? textIn(content.message_id),
		mentionsMe: null,
		media: {
			id: textIn(content.id),
			url: textIn(content.url),
			mimeType: textIn(content.mime_type),
			fileName: textIn(content.filename),
		},
	};
}

/** `undefined` for the status of a one-to-one message. */
export function messageStatus(provider: ProviderName, status: IDataObject): GroupEvent | undefined {
	if (status.recipient_type !== 'group') return undefined;
	const messageId = textIn(status.id);
	const value = textIn(status.status) ?? 'unknown';
	// Both spellings occur in Meta's documents.
	const participant = personIdIn(
		status.recipient_participant_id ?? status.participant_recipient_id,
	);
	return eventOf(provider, 'message.status', {
		key: [messageId ?? digestOf(status), value, participant],
		groupId: textIn(status.recipient_id),
		messageId,
		timestamp: timeIn(status.timestamp),
		status: { value, participant, errors: eventErrors(status.errors) },
	});
}

export function eventErrors(errors: unknown): EventError[] {
	return objectsIn(errors).map((error) => ({
		code: textIn(error.code),
		message: textIn(error.message) ?? textIn(error.title),
		details: textIn(objectIn(error.error_data).details),
	}));
}
