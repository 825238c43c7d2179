/** The one place that decides what became of a call that failed. */
import type { FailedOutcome } from '../contract/errors';
import type { Call, Problem } from '../contract/http';

/** Whether a call changes nothing that people see, so that repeating it does no harm. */
export function isHarmless({ method, budget }: Call): boolean {
	return method === 'GET' || budget === 'uploads';
}

/**
 * The outcome of a call that was answered, but not with success.
 *
 * @param problem what the answer says, if it is one of the provider's documented errors
 * @param retryAfter how long the provider asks to wait, in ms, if it does
 */
export function outcomeOfAnswer(
	call: Call,
	status: number,
	problem?: Problem,
	retryAfter?: number,
): FailedOutcome {
	// A provider that answers 503 and says when to come back has not begun anything.
	const tooMany = status === 429 || (status === 503 && retryAfter !== undefined);
	if (problem?.rateLimited || tooMany) return 'rateLimited';
	if (problem?.refused) return 'refused';
	if (status >= 500) return isHarmless(call) ? 'notSent' : 'unknown';
	const undocumentedSuccess = status >= 200 && status < 300 && problem === undefined;
	return undocumentedSuccess && !isHarmless(call) ? 'unknown' : 'refused';
}

/** How far a call came that got no answer. */
export type Reached = 'no connection' | 'refused on the way' | 'no answer';

export function outcomeOfSilence(call: Call, reached: Reached): FailedOutcome {
	if (reached === 'refused on the way') return 'refused';
	return reached === 'no connection' || isHarmless(call) ? 'notSent' : 'unknown';
}
