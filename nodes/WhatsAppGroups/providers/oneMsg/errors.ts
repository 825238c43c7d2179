/**
 * 1MSG's errors, some of them with HTTP 200.
 * Source: 1MSG SDK contract 1.0.0 (statuses); its own n8n package, `utils/errors.ts` (texts and forms).
 */
import { cloudErrorText, problemOf } from '../shared/cloudApi/errors';
import { explanationOf } from '../shared/cloudApi/explanations';
import type { Problem } from '../../contract/http';
import { isObject, objectIn, textIn } from '../../contract/values';

type Known = Pick<Problem, 'message' | 'advice' | 'windowClosed'>;

/** Known texts, in lower case, and what to do. */
const KNOWN_TEXTS: Array<[string, Known]> = [
	['dialog window is closed', problemOf('131047', null)],
	['outside the allowed window', problemOf('131047', null)],
	['part of an experiment', problemOf('130472', null)],
	[
		'invalid token',
		{
			message: '1MSG does not accept the API key',
			advice: 'Open the credential, paste the key of the channel again, and check “Channel ID”.',
		},
	],
	[
		'template is not defined',
		{
			message: '1MSG has no template with this name',
			advice: 'Check the name, the language and the namespace of the template.',
		},
	],
];

export function explain(status: number, body: unknown): Problem | undefined {
	if (!isObject(body)) return status === 403 ? blocked(textIn(body)) : undefined;
	const error = body.error ?? objectIn(body.response).error;
	if (error) return problemIn(error);
	if (status === 403) return blocked(textIn(body.message));
	// `sent: false` with a job id is queued, not failed.
	if (body.sent === false && textIn(body.jobId) === null) return problemIn(body.message);
	return undefined;
}

/** Explains an error text or object. With a 200, too, the message was rejected before it was sent. */
function problemIn(error: unknown): Problem {
	if (isObject(error)) {
		const text = cloudErrorText(error) ?? textIn(error.error_user_title);
		return problemOf(textIn(error.code), text);
	}
	const text = textIn(error);
	const known = explanationOfText(text);
	return {
		message:
			known?.message ?? (text === null ? '1MSG refused without a reason' : `1MSG refused: ${text}`),
		advice: known?.advice,
		windowClosed: known?.windowClosed,
		text: text ?? undefined,
	};
}

/** Explains a text by its words, or by one of Meta's codes in it; `undefined` for an unknown text. */
export function explanationOfText(text: string | null): Known | undefined {
	const [code = null] = /\b13\d{4}\b/.exec(text ?? '') ?? [];
	return (
		KNOWN_TEXTS.find(([part]) => text?.toLowerCase().includes(part))?.[1] ?? explanationOf(code)
	);
}

/** 1MSG explains a 403 in plain text. An empty body or an HTML page comes from a proxy. */
function blocked(text: string | null): Problem | undefined {
	if (text === null || text.trimStart().startsWith('<')) return undefined;
	return {
		message: '1MSG has blocked this channel: the trial has ended or the subscription is not paid',
		advice: 'Check the subscription in your 1MSG account.',
		text,
	};
}
