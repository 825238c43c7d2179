import { randomBytes } from 'node:crypto';
import { type Answer, Refusal } from '../../server/provider';

/** meta-groups.md#section-6 (meta-groups.md#m4), and the general Cloud API codes named under its table. */
const ERRORS = {
	// The next two are common knowledge of the Cloud API.
	130429: { status: 429, title: 'Rate limit hit' },
	131000: { status: 500, title: 'Something went wrong' },
	130501: { status: 400, title: 'Message type is not supported' },
	131009: { status: 400, title: 'Parameter value is not valid' },
	131020: { status: 400, title: 'Cannot message a group with a single member' },
	131026: { status: 400, title: 'Message undeliverable' },
	131041: { status: 400, title: 'Group is unknown, or you are not in it' },
	131047: { status: 400, title: 'Re-engagement message: the 24-hour window is closed' },
	131059: { status: 400, title: 'Paging cursor expired or broken' },
	131201: { status: 206, title: 'Only a part of the participant operations succeeded' },
	131202: { status: 400, title: 'The same participant occurs twice in the input' },
	131204: { status: 400, title: 'Too many participants' },
	131207: { status: 403, title: 'The group is suspended' },
	131208: { status: 429, title: 'Too many group operations from this number' },
	131211: { status: 400, title: 'This number has reached its limit of groups' },
	131209: { status: 400, title: 'The group picture is not square' },
	131210: { status: 400, title: 'The group picture is too small' },
	131212: { status: 400, title: 'The participant is not in the group' },
	131213: { status: 400, title: 'The join request does not exist' },
	131215: { status: 400, title: 'This number is not eligible for the Groups API' },
	// Common knowledge of the Cloud API, in none of the pages about groups.
	132000: { status: 400, title: 'Number of template parameters does not match' },
	132001: { status: 404, title: 'Template does not exist in this language' },
} as const;

export type CloudApiCode = keyof typeof ERRORS;

/** The error object in an API answer. Its `type` is inferred from Meta's other Graph answers. */
function errorObject(code: CloudApiCode, details: string) {
	return {
		message: `(#${code}) ${ERRORS[code].title}`,
		type: 'OAuthException',
		code,
		error_data: { messaging_product: 'whatsapp', details },
		fbtrace_id: randomBytes(8).toString('base64url'),
	};
}

/** The error object inside a webhook (360dialog.md#seed, "Group Message Failed Example"). */
export function webhookError(code: CloudApiCode, details: string) {
	return {
		code,
		title: ERRORS[code].title,
		message: ERRORS[code].title,
		error_data: { details },
		href: '/docs/whatsapp/cloud-api/support/error-codes/',
	};
}

export function errorAnswer(code: CloudApiCode, details: string): Answer {
	return { status: ERRORS[code].status, body: { error: errorObject(code, details) } };
}

export const refuse = (code: CloudApiCode, details: string) =>
	new Refusal(errorAnswer(code, details));

/** For both providers that serve Meta's API. */
export const faultAnswers = {
	tooManyRequests: () => errorAnswer(130429, 'Message failed to send because of the rate limit'),
	serverError: () => errorAnswer(131000, 'An unknown error happened'),
};
