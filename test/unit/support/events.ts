import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';

/** An event in a table. IDs are tested separately, and the provider is known. */
export type ExpectedEvent = Omit<GroupEvent, 'eventId' | 'provider'>;

/** One webhook call and its events. */
export interface Sample {
	name: string;
	body: IDataObject;
	events: ExpectedEvent[];
}

const ALWAYS_THERE = new Set(['groupId', 'messageId', 'timestamp']);

/**
 * An event without its id and provider, and without members that apply to other kinds of events:
 * whether those are absent, `null` or an empty list is left open by the contract.
 */
export function comparable(event: Partial<GroupEvent>): Partial<GroupEvent> {
	const isSaying = ([name, value]: [string, unknown]) =>
		name !== 'eventId' &&
		name !== 'provider' &&
		(ALWAYS_THERE.has(name) ||
			!(value === null || value === undefined || (Array.isArray(value) && value.length === 0)));
	return Object.fromEntries(Object.entries(event).filter(isSaying));
}
