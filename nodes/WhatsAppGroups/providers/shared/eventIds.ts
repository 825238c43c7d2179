import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { EventName, GroupEvent } from '../../contract/events';
import type { ProviderName } from '../../contract/ProviderName';

/** Characters. */
const ID_LIMIT = 512;

/** An event, with an id made of what stays the same when the provider delivers it again. */
export function eventOf(
	provider: ProviderName,
	event: EventName,
	{
		key,
		...details
	}: { key: Array<string | null | undefined> } & Omit<GroupEvent, 'eventId' | 'event' | 'provider'>,
): GroupEvent {
	return {
		eventId: [provider, event, ...key.map(bounded)].join(':'),
		event,
		provider,
		...details,
	};
}

/** Ids are short; what pretends to be one does not make a long `eventId`. */
function bounded(part: string | null | undefined): string {
	if (!part || part.length <= ID_LIMIT) return part ?? '';
	return createHash('sha256').update(part).digest('hex');
}

/** Stands in for an id where the provider gives none. */
export function digestOf(value: IDataObject): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/** Something that no document describes: handed on as it came, rather than dropped. */
export function otherEvent(provider: ProviderName, raw: IDataObject): GroupEvent {
	return eventOf(provider, 'other', {
		key: [digestOf(raw)],
		groupId: null,
		messageId: null,
		timestamp: null,
		raw,
	});
}
