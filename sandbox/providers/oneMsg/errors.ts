import { describeProblems } from '../../server/problems';
import type { Answer, Provider } from '../../server/provider';

/** 1msg.md#section-6: `{error}` for everything. */
export const plainError = (status: number, error: string): Answer => ({ status, body: { error } });

export const errors: Provider['errors'] = {
	unauthorized: () => plainError(401, 'invalid token'),
	notFound: () => plainError(404, 'unknown method'),
	// The page of methods lists both without a message (1msg.md#section-6).
	tooManyRequests: () => plainError(429, 'too many requests'),
	serverError: () => plainError(500, 'internal error'),
	invalid: (problems) => plainError(400, describeProblems(problems)),
};

/** 1msg.md#section-3: HTTP 200 with `sent: false` and no job id is a failed send. */
export const notSent = (message: string): Answer => ({
	status: 200,
	body: { sent: false, message },
});
