/**
 * Reads group events from Meta's webhook envelope. One delivery can contain several entries, changes,
 * messages, statuses and groups.
 * Source: Meta “Groups › Webhooks” and “Groups › Groups messaging”; 360dialog “Messaging API” (groups).
 */
import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, EventName, GroupEvent } from '../../../contract/events';
import { phoneIn } from '../../../contract/people';
import type { ProviderName } from '../../../contract/ProviderName';
import { objectIn, objectsIn, textIn, timeIn } from '../../../contract/values';
import { eventOf, otherEvent, type Reading } from '../eventIds';
import { eventErrors } from './eventErrors';
import { groupEvent } from './groupEvents';
import { messageReceived, messageSent } from './messageEvents';
import { personAmong } from './people';
import { messageStatus } from './statusEvents';

/** `message_echoes` are own messages, in 1MSG's raw form (1MSG's own n8n node, `utils/events.ts`). */
const KINDS_OF_MESSAGES = ['messages', 'message_echoes', 'statuses'];

const GROUP_FIELDS = new Set([
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
]);

/** Events that aren't in `offered` become `other`, because the menu doesn't have them. */
export function readCloudEvents(
	provider: ProviderName,
	offered: EventName[],
	body: IDataObject,
): GroupEvent[] {
	const changes = objectsIn(body.entry).flatMap((entry) => objectsIn(entry.changes));
	if (changes.length === 0) return [otherEvent({ provider, number: NO_NUMBER }, body)];
	return changes.flatMap((change) => {
		const origin = { provider, number: numberIn(change) };
		return readingsIn(change, origin.number).map(([reading, part]) =>
			offered.includes(reading.event) && reading.event !== 'other'
				? eventOf(origin, reading)
				: otherEvent(origin, { ...change, value: part }, reading),
		);
	});
}

const NO_NUMBER: BusinessNumber = { id: null, phone: null };

function numberIn(change: IDataObject): BusinessNumber {
	const { phone_number_id: id, display_phone_number: phone } = objectIn(
		objectIn(change.value).metadata,
	);
	return { id: textIn(id), phone: phoneIn(phone) };
}

/** Returns each event with the part of the change that it was read from. */
function readingsIn(
	change: IDataObject,
	number: BusinessNumber,
): Array<[reading: Reading, part: IDataObject]> {
	const value = objectIn(change.value);
	if (KINDS_OF_MESSAGES.some((kind) => objectsIn(value[kind]).length > 0)) {
		return [
			...each(value.messages, (message) => messageReceived(message, value, number)),
			...each(value.message_echoes, (message) => messageSent(message, number)),
			...each(value.statuses, (status) => messageStatus(status, value)),
		];
	}
	if (Array.isArray(value.groups)) {
		const isDocumented = GROUP_FIELDS.has(String(change.field));
		const read = (group: IDataObject) => (isDocumented ? groupEvent(group) : undefined);
		return each(value.groups, (group) => read(group) ?? unknown(group));
	}
	return [[unknown(value), value]];
}

function each(
	list: unknown,
	read: (entry: IDataObject) => Reading | undefined,
): Array<[Reading, IDataObject]> {
	return objectsIn(list).flatMap((entry): Array<[Reading, IDataObject]> => {
		const reading = read(entry);
		return reading === undefined ? [] : [[reading, entry]];
	});
}

/** Returns what an undocumented change contains about the group, the message and the person. */
function unknown(value: IDataObject): Reading {
	const errors = eventErrors(value.errors);
	return {
		event: 'other',
		key: [],
		groupId: textIn(value.group_id),
		sender: personAmong(value.contacts, [value.from, value.wa_id, value.user_id]),
		messageId: textIn(value.message_id),
		...(errors.length > 0 && { errors }),
		timestamp: timeIn(value.timestamp),
	};
}
