import { randomBytes } from 'node:crypto';
import { type Answer, Refusal } from '../../provider';

/** meta-groups section 6 (M4), and the general Cloud API codes named under its table. */
const ERRORS = {
	131009: { status: 400, title: 'Parameter value is not valid' },
	131020: { status: 400, title: 'Cannot message a group with a single member' },
	131041: { status: 400, title: 'Group is unknown, or you are not in it' },
	131047: { status: 400, title: 'Re-engagement message: the 24-hour window is closed' },
	131059: { status: 400, title: 'Paging cursor expired or broken' },
	131208: { status: 429, title: 'Too many group operations from this number' },
	131211: { status: 400, title: 'This number has reached its limit of groups' },
} as const;

export type CloudApiCode = keyof typeof ERRORS;

/** The error object in an API answer. Its `type` is inferred from Meta's other Graph answers. */
export function errorObject(code: CloudApiCode, details: string) {
	return {
		message: `(#${code}) ${ERRORS[code].title}`,
		type: 'OAuthException',
		code,
		error_data: { messaging_product: 'whatsapp', details },
		fbtrace_id: randomBytes(8).toString('base64url'),
	};
}

/** The error object inside a webhook (360dialog Seed, "Group Message Failed Example"). */
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
