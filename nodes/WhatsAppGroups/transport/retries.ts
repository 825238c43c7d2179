import { randomInt } from 'n8n-workflow';

import { ProviderError, RunStopped } from '../contract/errors';
import type { Pace } from './Pace';
import { sleep } from './sleep';

/** First wait of the exponential backoff, in ms. */
const FIRST_WAIT_MS = 250;

/** Tries of a call that didn't reach the provider, and of a rate-limited one. */
const MAX_TRIES = 5;
const MAX_RATE_LIMITED_TRIES = 10;

export interface RetrySettings {
	/** Ends the waiting, but not a call that is in progress. */
	stop?: AbortSignal;
	/** How long one call waits for its retries in total, in ms. */
	maxWait: number;
}

/** Delays each call as needed, and slows down after a rejection. */
export type Gate = Pick<Pace, 'take' | 'refused'>;

/**
 * Makes a call, and retries it while its outcome is `notSent` or `rateLimited`. If the limit is the
 * number's, all calls of that gate wait; otherwise only this one.
 */
export async function withRetries<Result>(
	gate: Gate,
	{ stop, maxWait }: RetrySettings,
	call: () => Promise<Result>,
): Promise<Result> {
	let left = maxWait;
	let wait = 0;
	for (let tries = 1; ; tries++) {
		await gate.take(stop, left);
		left -= wait;
		const sentAt = performance.now();
		const outcome = await call().then(
			(result) => ({ result }),
			(error: unknown) => ({ error }),
		);
		if ('result' in outcome) return outcome.result;
		const { error } = outcome;
		if (!(error instanceof ProviderError)) throw error;
		const rateLimited = error.outcome === 'rateLimited';
		if (!rateLimited && error.outcome !== 'notSent') throw error;
		wait = error.retryAfter || backOff(tries);
		const pausesAll = rateLimited && error.limit !== 'recipient';
		if (pausesAll) gate.refused(error, sentAt, wait);
		const maxTries = rateLimited ? MAX_RATE_LIMITED_TRIES : MAX_TRIES;
		if (tries === maxTries || wait > left) throw error.after(tries);
		if (pausesAll) continue;
		await sleep(wait, stop);
		if (stop?.aborted) throw new RunStopped();
	}
}

/** Doubles with each try. Random within its upper half, so that calls don't retry at the same time. */
function backOff(tries: number): number {
	const longest = FIRST_WAIT_MS * 2 ** (tries - 1);
	return randomInt(longest / 2, longest);
}
