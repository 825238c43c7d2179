import { randomBytes } from 'node:crypto';
import { describeProblems } from '../../server/problems';
import { type Answer, type Provider, Refusal } from '../../server/provider';
import { errorAnswer, faultAnswers } from '../cloudApi/errors';

/** Errors of the Graph API itself have no `error_data` (common knowledge of the Graph API). */
function graphError(status: number, message: string, code: number, more: object = {}): Answer {
	const fbtrace_id = randomBytes(8).toString('base64url');
	const error = { message, type: 'OAuthException', code, ...more, fbtrace_id };
	return { status, body: { error } };
}

export const graphRefusal = (status: number, message: string, code: number) =>
	new Refusal(graphError(status, message, code));

/** An ID in a path that isn't this account's. Code and subcode are common knowledge. */
export const unknownObject = (id: string) =>
	new Refusal(
		graphError(400, `Unsupported request. Object with ID '${id}' does not exist`, 100, {
			error_subcode: 33,
		}),
	);

export const errors: Provider['errors'] = {
	unauthorized: () => graphError(401, 'Invalid OAuth access token', 190),
	notFound: () => graphError(400, 'Unknown path components', 2500),
	...faultAnswers,
	invalid: (problems) => errorAnswer(131009, describeProblems(problems)),
};
