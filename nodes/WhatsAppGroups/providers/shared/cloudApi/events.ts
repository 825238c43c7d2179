/**
 * Meta's webhook envelope → group events. One delivery holds several entries, changes, messages,
 * statuses and groups, and all of them are unfolded.
 * Source: Meta “Groups › Webhooks” and “Groups › Groups messaging”; 360dialog “Messaging API” (groups).
 */
import type { IDataObject } from 'n8n-workflow';

import { otherEvent } from '../eventIds';
import type { EventName, GroupEvent } from '../../../contract/events';
import type { ProviderName } from '../../../contract/ProviderName';
import { objectIn, objectsIn } from '../../../contract/values';
import { groupChange } from './groupChanges';
import { messageReceived, messageSent, messageStatus } from './messageEvents';

/** Own messages, `message_echoes`, come in 1MSG's raw form (1MSG's own n8n node, `utils/events.ts`). */
const KINDS_OF_MESSAGES = ['messages', 'message_echoes', 'statuses'];

const GROUP_FIELDS = new Set([
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
]);

/** Events that are not among `offered` become `other`: no menu could choose them. */
export function readCloudEvents(
	provider: ProviderName,
	offered: EventName[],
	body: IDataObject,
): GroupEvent[] {
	const changes = objectsIn(body.entry).flatMap((entry) => objectsIn(entry.changes));
	if (changes.length === 0) return [otherEvent(provider, body)];
	return changes.flatMap((change) =>
		changeEvents(provider, change).map(([event, raw]) =>
			offered.includes(event.event) ? event : otherEvent(provider, { ...change, value: raw }),
		),
	);
}

/** Each event with the part of the change that it was read from. */
function changeEvents(
	provider: ProviderName,
	change: IDataObject,
): Array<[event: GroupEvent, raw: IDataObject]> {
	const value = objectIn(change.value);
	if (KINDS_OF_MESSAGES.some((kind) => Array.isArray(value[kind]))) {
		return [
			...objectsIn(value.messages).flatMap((message) =>
				pair(messageReceived(provider, message, value), message),
			),
			...objectsIn(value.message_echoes).flatMap((message) =>
				pair(messageSent(provider, message), message),
			),
			...objectsIn(value.statuses).flatMap((status) =>
				pair(messageStatus(provider, status), status),
			),
		];
	}
	if (GROUP_FIELDS.has(String(change.field)) && Array.isArray(value.groups)) {
		return objectsIn(value.groups).flatMap((group) =>
			pair(
				groupChange(provider, group) ?? otherEvent(provider, { ...change, value: group }),
				group,
			),
		);
	}
	return [[otherEvent(provider, change), value]];
}

function pair(
	event: GroupEvent | undefined,
	raw: IDataObject,
): Array<[event: GroupEvent, raw: IDataObject]> {
	return event === undefined ? [] : [[event, raw]];
}
