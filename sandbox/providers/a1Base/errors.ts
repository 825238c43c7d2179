import { locationOf, type Problem } from '../../server/problems';
import type { Answer, Provider } from '../../server/provider';

/** a1base.md#section-6: `{status, message}`, except for 422. */
export const statusError = (status: number, message: string): Answer => ({
	status,
	body: { status: 'error', message },
});

export const errors: Provider['errors'] = {
	unauthorized: () => statusError(401, 'Invalid API key or secret'),
	notFound: () => statusError(404, 'Not found'),
	// The SDK has both (a1base.md#section-6). The wording is inferred.
	tooManyRequests: () => statusError(429, 'Rate limit exceeded'),
	serverError: () => statusError(500, 'Internal server error'),
	invalid: (problems) => ({
		status: 422,
		body: {
			detail: problems.map((problem) => ({
				loc: locationOf(problem),
				msg: problem.message ?? problem.keyword,
				type: typeOf(problem),
			})),
		},
	}),
};

/** The samples leave the type open; these are the names such validators commonly use. */
function typeOf({ keyword }: Problem): string {
	return keyword === 'required' ? 'value_error.missing' : `value_error.${keyword}`;
}
