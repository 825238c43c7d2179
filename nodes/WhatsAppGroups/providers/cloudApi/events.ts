/**
 * Meta's webhook envelope → group events. One delivery holds several entries, changes, messages,
 * statuses and groups, and all of them are unfolded.
 * Source: Meta “Groups › Webhooks” and “Groups › Groups messaging”; 360dialog “Messaging API” (groups).
 */
import type { IDataObject } from 'n8n-workflow';

import { otherEvent } from '../events';
import type { GroupEvent } from '../GroupEvent';
import type { ProviderName } from '../Provider';
import { objectIn, objectsIn } from '../values';
import { groupChange } from './groupChanges';
import { messageReceived, messageStatus } from './messageEvents';

const GROUP_FIELDS = new Set([
	'group_lifecycle_update',
	'group_participants_update',
	'group_settings_update',
	'group_status_update',
]);

export function readCloudEvents(provider: ProviderName, body: IDataObject): GroupEvent[] {
	const changes = objectsIn(body.entry).flatMap((entry) => objectsIn(entry.changes));
	if (changes.length === 0) return [otherEvent(provider, body)];
	return changes.flatMap((change) => changeEvents(provider, change));
}

function changeEvents(provider: ProviderName, change: IDataObject): GroupEvent[] {
	const value = objectIn(change.value);
	if (change.field === 'messages' && (value.messages || value.statuses)) {
		return [
			...objectsIn(value.messages).map((message) => messageReceived(provider, message, value)),
			...objectsIn(value.statuses).map((status) => messageStatus(provider, status)),
		].filter((event) => event !== undefined);
	}
	if (GROUP_FIELDS.has(String(change.field))) {
		return objectsIn(value.groups).flatMap(
			(group) => groupChange(provider, group) ?? otherEvent(provider, { ...change, value: group }),
		);
	}
	return [otherEvent(provider, change)];
}
