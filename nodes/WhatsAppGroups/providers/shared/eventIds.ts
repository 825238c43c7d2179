import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, EventName, GroupEvent } from '../../contract/events';
import type { Person } from '../../contract/people';
import type { ProviderName } from '../../contract/ProviderName';

/** Characters. */
const ID_LIMIT = 512;

/** What a delivery says of all its events. */
export interface Origin {
	provider: ProviderName;
	number: BusinessNumber;
}

/** What is known of an event, and what its id is made of: what stays the same on redelivery. */
export type Reading = Partial<Omit<GroupEvent, 'eventId' | 'provider' | 'number'>> & {
	event: EventName;
	key: Array<string | null | undefined>;
};

/** An event with its members in the order of use. */
export function eventOf(
	{ provider, number }: Origin,
	{ event, key, ...known }: Reading,
): GroupEvent {
	const { groupId = null, message, sender, messageId = null, ...rest } = known;
	const { timestamp = null, raw, ...details } = rest;
	return {
		event,
		groupId,
		...(message && { message }),
		...(sender && { sender }),
		messageId,
		...details,
		timestamp,
		number,
		provider,
		...(raw !== undefined && { raw }),
		eventId: [provider, event, ...key.map(bounded)].join(':'),
	};
}

/** Ids are short; a long text in place of one is hashed. */
function bounded(part: string | null | undefined): string {
	if (!part || part.length <= ID_LIMIT) return part ?? '';
	return createHash('sha256').update(part).digest('hex');
}

/** Stands in for an id where the provider gives none. */
export function digestOf(value: IDataObject): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/**
 * People as part of an event's id. The user id comes first: WhatsApp adds and omits the phone number
 * of the same person between two deliveries.
 */
export function keyOf(people: Array<Person | null>): string {
	return people
		.map((person) => person?.userId ?? person?.phone ?? person?.name ?? '')
		.sort()
		.join(',');
}

/** Something that no document describes: as it came, with what is known of it. */
export function otherEvent(
	origin: Origin,
	raw: IDataObject,
	known: Partial<Reading> = {},
): GroupEvent {
	return eventOf(origin, { ...known, event: 'other', key: [digestOf(raw)], raw });
}
