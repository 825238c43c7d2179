/** The one place that decides the outcome of a failed call. */
import type { FailedOutcome } from '../contract/errors';
import type { Call, Problem } from '../contract/http';

/** Returns whether a call changes nothing that people see, so that it can be repeated. */
export function isHarmless({ method, budget }: Call): boolean {
	return method === 'GET' || budget === 'uploads';
}

/**
 * Returns the outcome of a call with an unsuccessful response.
 *
 * @param problem the response's explanation, if it is one of the provider's documented errors
 * @param retryAfter how long the provider asks to wait, in ms, if it does
 */
export function outcomeOfAnswer(
	call: Call,
	status: number,
	problem?: Problem,
	retryAfter?: number,
): FailedOutcome {
	// A 503 with a time to retry means that the provider hasn't started the work.
	const tooMany = status === 429 || (status === 503 && retryAfter !== undefined);
	if (problem?.rateLimited || tooMany) return 'rateLimited';
	if (problem?.refused) return 'refused';
	if (status >= 500) return isHarmless(call) ? 'notSent' : 'unknown';
	const undocumentedSuccess = status >= 200 && status < 300 && problem === undefined;
	return undocumentedSuccess && !isHarmless(call) ? 'unknown' : 'refused';
}

/** How far a call without a response got. */
export type Reached = 'no connection' | 'refused on the way' | 'no answer';

export function outcomeOfSilence(call: Call, reached: Reached): FailedOutcome {
	if (reached === 'refused on the way') return 'refused';
	return reached === 'no connection' || isHarmless(call) ? 'notSent' : 'unknown';
}
