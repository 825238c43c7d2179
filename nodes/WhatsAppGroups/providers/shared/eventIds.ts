import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, EventName, GroupEvent } from '../../contract/events';
import type { Person } from '../../contract/people';
import type { ProviderName } from '../../contract/ProviderName';

/** Characters. */
const ID_LIMIT = 512;

/** What all events of a delivery have in common. */
export interface Origin {
	provider: ProviderName;
	number: BusinessNumber;
}

/** The known members of an event, and the parts of its id: they are the same if it is delivered again. */
export type Reading = Partial<Omit<GroupEvent, 'eventId' | 'provider' | 'number'>> & {
	event: EventName;
	key: Array<string | null | undefined>;
};

/** Returns an event with its members in the order of use. */
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

/** Ids are short. Hashes a long text in the place of an id. */
function bounded(part: string | null | undefined): string {
	if (!part || part.length <= ID_LIMIT) return part ?? '';
	return createHash('sha256').update(part).digest('hex');
}

/** Returns a digest that replaces the id of an event without one. */
export function digestOf(value: IDataObject): string {
	return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/**
 * Returns people as a part of an event's id. Prefers the user id, because WhatsApp can omit the phone
 * number of a person in one delivery and include it in the next.
 */
export function keyOf(people: Array<Person | null>): string {
	return people
		.map((person) => person?.userId ?? person?.phone ?? person?.name ?? '')
		.sort()
		.join(',');
}

/** Returns an undocumented event, with the provider's own form and the members that are known. */
export function otherEvent(
	origin: Origin,
	raw: IDataObject,
	{ sender, ...known }: Partial<Reading> = {},
): GroupEvent {
	// Filters on people apply only if it is about somebody.
	const person = sender?.id ? { sender } : {};
	return eventOf(origin, { ...known, ...person, event: 'other', key: [digestOf(raw)], raw });
}
