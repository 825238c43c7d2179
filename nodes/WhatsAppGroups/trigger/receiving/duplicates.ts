import { createHash } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { dropOldest } from '../../contract/dropOldest';
import type { GroupEvent } from '../../contract/events';

/** Events remembered per trigger. Providers usually repeat a delivery within minutes. */
const REMEMBERED = 2000;
/** Triggers remembered in this process. */
const TRIGGERS = 200;
/** How long a repeated delivery waits for the first one to be accepted, in ms. */
const WAIT_MS = 3000;

/** Thrown for an event of another delivery that n8n hasn't accepted yet. */
class StillInProgress extends Error {
	override message = 'an earlier delivery of the same event is still in progress';
}

/** `true` once n8n has accepted the event; until then, whether it will. */
type Mark = true | Promise<boolean>;

/**
 * The events of each trigger, in memory only. n8n doesn't save the static data of a delivery that
 * starts a run, and saving it from here would overwrite what others wrote meanwhile. The least
 * recently used trigger is first.
 */
const seenByTrigger = new Map<string, Map<string, Mark>>();

/**
 * Returns the events that this trigger hasn't seen, and marks them as seen. If `accepted` resolves
 * to `false`, they count as new again. Rejects with `StillInProgress` if it can't be decided yet.
 */
export async function withoutDuplicates(
	events: GroupEvent[],
	trigger: string,
	accepted: Promise<boolean>,
): Promise<GroupEvent[]> {
	const seen = seenBy(trigger);
	const byMark = new Map<string, GroupEvent>();
	for (const event of events) {
		const mark = markOf(event.eventId);
		if (!byMark.has(mark)) byMark.set(mark, event);
	}
	const deadline = Date.now() + WAIT_MS;
	for (;;) {
		const others = inProgress(seen, byMark.keys());
		if (others.length === 0) break;
		const left = deadline - Date.now();
		if (left <= 0) throw new StillInProgress();
		await Promise.race([Promise.all(others), sleep(left)]);
	}

	// Nothing is awaited after the last check, so no other delivery can run in between.
	const fresh = [...byMark].filter(([mark]) => !seen.has(mark));
	for (const [mark] of fresh) seen.set(mark, accepted);
	dropOldest(seen, REMEMBERED);
	void accepted.then((isAccepted) => {
		for (const [mark] of fresh) {
			if (seen.get(mark) !== accepted) continue;
			if (isAccepted) seen.set(mark, true);
			else seen.delete(mark);
		}
	});
	return fresh.map(([, event]) => event);
}

/** The outcomes, still open, of other deliveries with one of these events. */
function inProgress(seen: Map<string, Mark>, marks: Iterable<string>): Array<Promise<boolean>> {
	return [...marks].map((mark) => seen.get(mark)).filter((mark) => typeof mark === 'object');
}

function seenBy(trigger: string): Map<string, Mark> {
	const seen = seenByTrigger.get(trigger) ?? new Map<string, Mark>();
	seenByTrigger.delete(trigger);
	seenByTrigger.set(trigger, seen);
	dropOldest(seenByTrigger, TRIGGERS);
	return seen;
}

/** A short digest, because event IDs can be long. */
function markOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url').slice(0, 16);
}
