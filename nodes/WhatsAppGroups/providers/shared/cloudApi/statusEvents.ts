/** `value.statuses[]` of Meta's webhooks. Source: Meta “Groups › Webhooks”, “Business-scoped user IDs”. */
import type { IDataObject } from 'n8n-workflow';

import type { Echo, MessageStatus } from '../../../contract/events';
import type { Person } from '../../../contract/people';
import { isObject, objectIn, objectsIn, textIn, timeIn } from '../../../contract/values';
import { digestOf, keyOf, type Reading } from '../eventIds';
import { eventErrors, inOurWords } from './eventErrors';
import { personAmong } from './people';

/** Returns `undefined` for the status of a one-to-one message. */
export function messageStatus(status: IDataObject, { contacts }: IDataObject): Reading | undefined {
	if (status.recipient_type !== 'group') return undefined;
	const messageId = textIn(status.id);
	const value = textIn(status.status) ?? 'unknown';
	const person = participantOf(status, contacts);
	const errors = eventErrors(status.errors);
	return {
		event: 'message.status',
		key: [messageId ?? digestOf(status), value, keyOf([person])],
		groupId: textIn(status.recipient_id),
		messageId,
		status: {
			value,
			participant: person?.id ?? null,
			person,
			pricing: pricingIn(status),
			errors,
			...inOurWords(errors),
		},
		timestamp: timeIn(status.timestamp),
	};
}

/** Meta's documentation uses both spellings of the phone number's field. */
function participantOf(status: IDataObject, contacts: unknown): Person | null {
	const person = personAmong(contacts, [
		status.recipient_participant_id,
		status.participant_recipient_id,
		status.recipient_participant_user_id,
		status.participant_recipient_user_id,
		status.recipient_participant_parent_user_id,
	]);
	return person.id === null ? null : person;
}

/** `pricing` is next to or in `conversation`. */
function pricingIn({ pricing, conversation }: IDataObject): MessageStatus['pricing'] {
	const known = pricing ?? objectIn(conversation).pricing;
	if (!isObject(known)) return null;
	const { billable, category } = known;
	return {
		billable: typeof billable === 'boolean' ? billable : null,
		category: textIn(category),
	};
}

/** Statuses repeat the `biz_opaque_callback_data` that their message was sent with. */
export function echoesIn(body: IDataObject): Echo[] {
	return objectsIn(body.entry)
		.flatMap((entry) => objectsIn(entry.changes))
		.flatMap(({ value }) => objectsIn(objectIn(value).statuses))
		.flatMap(({ recipient_id: groupId, id, biz_opaque_callback_data: data }) => {
			const text = textIn(data);
			return text === null ? [] : [{ groupId: textIn(groupId), messageId: textIn(id), text }];
		});
}
