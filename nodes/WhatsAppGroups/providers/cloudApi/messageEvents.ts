/** `value.messages[]` and `value.statuses[]` of Meta's webhooks. */
import type { IDataObject } from 'n8n-workflow';

import { digestOf, eventOf } from '../events';
import type { EventError, GroupEvent, Message, Person } from '../GroupEvent';
import type { ProviderName } from '../ProviderName';
import { objectIn, objectsIn, personIdIn, textIn, timeIn } from '../values';

/** `undefined` for a one-to-one message, which is no group event: it has no `group_id`. */
export function messageReceived(
	provider: ProviderName,
	message: IDataObject,
	value: IDataObject,
): GroupEvent | undefined {
	const groupId = textIn(message.group_id);
	if (groupId === null) return undefined;
	const messageId = textIn(message.id);
	return eventOf(provider, message.type === 'reaction' ? 'message.reaction' : 'message.received', {
		key: [messageId ?? digestOf(message)],
		groupId,
		messageId,
		timestamp: timeIn(message.timestamp),
		sender: senderOf(message, objectsIn(value.contacts)),
		message: contentOf(message),
		...(message.errors ? { errors: eventErrors(message.errors) } : {}),
	});
}

/**
 * The contact that the message is from. A delivery may carry several; a single one is the sender's,
 * whatever its id is written like. A user without a phone number has a user id instead.
 */
function senderOf(message: IDataObject, contacts: IDataObject[]): Person {
	const ids = [textIn(message.from), textIn(message.from_user_id)].filter((id) => id !== null);
	const named = contacts.find(
		({ wa_id, user_id }) => ids.includes(String(wa_id)) || ids.includes(String(user_id)),
	);
	const contact = named ?? (contacts.length === 1 ? contacts[0] : undefined);
	return {
		id: personIdIn(ids[0] ?? contact?.wa_id ?? contact?.user_id),
		name: textIn(objectIn(contact?.profile).name),
	};
}

function contentOf(message: IDataObject): Message {
	const type = textIn(message.type) ?? 'unknown';
	const content = objectIn(message[type]);
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
