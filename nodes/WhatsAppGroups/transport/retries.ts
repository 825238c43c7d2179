import { randomInt, sleep } from 'n8n-workflow';

import { ProviderError, RunStopped } from '../contract/errors';
import type { Pace } from './Pace';

/** First wait of a back-off that doubles, in ms. */
const FIRST_WAIT_MS = 250;

/** Tries of a call that the network or the other side failed, and of one that came too soon. */
const MOST_TRIES = 5;
const MOST_REFUSALS = 10;

/** How long a wait may take to notice that the run was stopped. */
const SLICE_MS = 200;

export interface Patience {
	/** Ends the waiting, but not a call that is under way. */
	stop?: AbortSignal;
	/** The longest that one call waits in all to be tried again, in ms. */
	patience: number;
}

/**
 * Makes a call, and makes it again where that can do no harm: see `ProviderError.repeatable`. When the
 * provider said that too much came at once, everything of that pace waits; else this call alone.
 */
export async function persistently<Result>(
	pace: Pace,
	{ stop, patience }: Patience,
	call: () => Promise<Result>,
): Promise<Result> {
	let left = patience;
	let wait = 0;
	for (let tries = 1; ; tries++) {
		await pace.take(stop, left);
		left -= wait;
		const sentAt = Date.now();
		const outcome = await call().then(
			(result) => ({ result }),
			(error: unknown) => ({ error }),
		);
		if ('result' in outcome) return outcome.result;
		const { error } = outcome;
		if (!(error instanceof ProviderError && error.repeatable)) throw error;
		wait = error.retryAfter || backOff(tries);
		if (error.rateLimited) pace.refused(error, sentAt, wait);
		const most = error.rateLimited ? MOST_REFUSALS : MOST_TRIES;
		if (tries === most || wait > left) throw error.after(tries);
		if (!error.rateLimited) await wakefulSleep(wait, stop);
	}
}

/** Doubles with each try; at random within its upper half, so that calls do not come back together. */
function backOff(tries: number): number {
	const longest = FIRST_WAIT_MS * 2 ** (tries - 1);
	return randomInt(longest / 2, longest);
}

async function wakefulSleep(ms: number, stop?: AbortSignal): Promise<void> {
	const end = Date.now() + ms;
	for (let left = ms; left > 0; left = end - Date.now()) {
		if (stop?.aborted) throw new RunStopped();
		await sleep(Math.min(left, SLICE_MS));
	}
}
