import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent } from '../providers/GroupEvent';

/** Events remembered for each trigger. Providers repeat a delivery within minutes, mostly. */
const REMEMBERED = 500;
/** Triggers remembered in this process. */
const TRIGGERS = 200;

/**
 * Of this process, by trigger: two deliveries at the same moment both read static data before either
 * has saved it. Static data, beside it, survives a restart.
 */
const seenHere = new Map<string, Set<string>>();

/** The events that were not there before, marked as seen. */
export function withoutDuplicates(
	events: GroupEvent[],
	trigger: string,
	staticData: IDataObject,
): GroupEvent[] {
	const saved = (staticData.seen as string[] | undefined) ?? [];
	const here = seenHere.get(trigger) ?? new Set(saved);
	const before = new Set([...saved, ...here]);

	const fresh = events.filter(({ eventId }) => {
		const mark = markOf(eventId);
		if (before.has(mark)) return false;
		before.add(mark);
		return true;
	});
	if (fresh.length === 0) return fresh;

	const remembered = [...before].slice(-REMEMBERED);
	seenHere.delete(trigger);
	seenHere.set(trigger, new Set(remembered));
	if (seenHere.size > TRIGGERS) seenHere.delete([...seenHere.keys()][0]);
	staticData.seen = remembered;
	return fresh;
}

/** Short, as all marks are written with each saving of static data. */
function markOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url').slice(0, 16);
}
