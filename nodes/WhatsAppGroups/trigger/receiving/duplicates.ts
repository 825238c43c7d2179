import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent } from '../../contract/events';

/**
 * Events remembered for each trigger: more in memory than in static data, which is written whole
 * with each delivery that is accepted. Providers repeat a delivery within minutes, mostly.
 */
const REMEMBERED = 2000;
const SAVED = 500;
/** Triggers remembered in this process. */
const TRIGGERS = 200;

/**
 * Of this process, by trigger, the oldest first: two deliveries at the same moment both read static
 * data before either has saved it. Static data, beside it, survives a restart.
 */
const seenHere = new Map<string, Set<string>>();

/** The events that were not there before, marked as seen. */
export function withoutDuplicates(
	events: GroupEvent[],
	trigger: string,
	staticData: IDataObject,
): GroupEvent[] {
	const seen = seenHere.get(trigger) ?? new Set<string>();
	for (const mark of (staticData.seen as string[] | undefined) ?? []) seen.add(mark);

	const fresh = events.filter(({ eventId }) => {
		const mark = markOf(eventId);
		if (seen.has(mark)) return false;
		seen.add(mark);
		return true;
	});
	if (fresh.length === 0) return fresh;

	dropOldest(seen, REMEMBERED);
	seenHere.delete(trigger);
	seenHere.set(trigger, seen);
	dropOldest(seenHere, TRIGGERS);
	staticData.seen = [...seen].slice(-SAVED);
	return fresh;
}

function dropOldest(remembered: Set<string> | Map<string, unknown>, limit: number): void {
	for (const oldest of remembered.keys()) {
		if (remembered.size <= limit) return;
		remembered.delete(oldest);
	}
}

/** Short, as all marks are written with each saving of static data. */
function markOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url').slice(0, 16);
}
