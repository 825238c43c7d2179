/** `value.messages[]` and `value.message_echoes[]` of Meta's webhooks. */
import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, EventName } from '../../../contract/events';
import { personOf, type Person } from '../../../contract/people';
import { objectsIn, textIn, timeIn } from '../../../contract/values';
import { digestOf, type Reading } from '../eventIds';
import { contentOf } from './content';
import { eventErrors } from './eventErrors';
import { personAmong, personIn } from './people';

const EVENT_OF_TYPE = new Map<unknown, EventName>([
	['reaction', 'message.reaction'],
	['edit', 'message.edited'],
	['revoke', 'message.deleted'],
]);

/** Returns `undefined` for a one-to-one message, which has no `group_id`. */
export function messageReceived(
	message: IDataObject,
	value: IDataObject,
	number: BusinessNumber,
): Reading | undefined {
	const event = EVENT_OF_TYPE.get(message.type) ?? 'message.received';
	return messageOf(event, message, senderOf(message, value), number);
}

/** Reads a message of your own number, in the same form. */
export function messageSent(message: IDataObject, number: BusinessNumber): Reading | undefined {
	return messageOf('message.sent', message, personOf({ ids: [message.from] }), number);
}

function messageOf(
	event: EventName,
	message: IDataObject,
	sender: Person,
	number: BusinessNumber,
): Reading | undefined {
	const groupId = textIn(message.group_id);
	if (groupId === null) return undefined;
	const messageId = textIn(message.id);
	const errors = eventErrors(message.errors);
	return {
		event,
		key: [messageId ?? digestOf(message)],
		groupId,
		message: contentOf(message, number),
		sender,
		messageId,
		...(errors.length > 0 && { errors }),
		timestamp: timeIn(message.timestamp),
	};
}

/**
 * Returns the sender, with what the delivery's contacts say about them. If a delivery has one contact
 * and one message, the contact is the sender's, whatever form its id has.
 */
function senderOf(message: IDataObject, { contacts, messages }: IDataObject): Person {
	const ids = [message.from, message.from_user_id];
	const sender = personAmong(contacts, ids);
	const [only, ...others] = objectsIn(contacts);
	if (sender.name !== null || only === undefined) return sender;
	if (others.length > 0 || objectsIn(messages).length > 1) return sender;
	const { phone, userId, name, username } = personIn(only);
	return personOf({ ids: [...ids, phone, userId], name, username });
}
