import type { IDataObject, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Account, Problem } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { isObject } from '../contract/values';
import { FieldError, ProviderError, RunStopped } from '../contract/errors';
import { retryAfterIn } from './retryAfter';
import { withoutSecrets } from './secrets';
import { problemOfStatus } from './statuses';

/** Network errors that prove that the request never reached the provider, and may pass. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Refused by our side, for good. */
const NOT_TRUSTED = new Set([
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What n8n's HTTP helper rejects with when the run was cancelled. */
const CANCELLED = 'ERR_CANCELED';

/** The JSON object that was answered; everything else is an error. */
export function understood(
	provider: Provider,
	account: Account,
	method: IHttpRequestMethods,
	{ statusCode, headers, body: answered }: IN8nHttpFullResponse,
): IDataObject {
	const body = answered as unknown;
	const success = statusCode >= 200 && statusCode < 300;
	const problem = provider.explain(statusCode, body);
	if (success && problem === undefined && isObject(body)) return body;

	const general = problemOfStatus(provider.displayName, statusCode, problem !== undefined);
	const plain: Problem = {
		...problem,
		text: problem?.text && cut(problem.text),
		message: cut(problem?.message ?? general.message),
		advice: problem?.advice ?? (problem && success ? undefined : general.advice),
	};
	const retryAfter = retryAfterIn(headers);
	const rateLimited =
		problem?.rateLimited ??
		// A 503 that says when to come back has not begun anything.
		(general.rateLimited || (statusCode === 503 && retryAfter !== undefined));
	const mayBeDone =
		!rateLimited && !problem?.refused && (statusCode >= 500 || (success && !problem));
	const outcomeUnknown = method !== 'GET' && mayBeDone;
	const wanted = retryAfter === undefined ? undefined : wantedPause(provider, retryAfter);
	const description = describe(
		provider,
		{ ...plain, advice: [wanted, plain.advice].filter(Boolean).join(' ') },
		outcomeUnknown,
		`HTTP ${statusCode}`,
		body,
	);
	throw new ProviderError(withoutSecrets(plain.message, account), {
		description: withoutSecrets(description, account),
		outcomeUnknown,
		rateLimited,
		repeatable: rateLimited || (method === 'GET' && statusCode >= 500),
		retryAfter,
		cursorExpired: plain.cursorExpired,
		httpStatus: statusCode,
		answer: isObject(body) ? body : excerpt(body),
	});
}

/** No answer came: the request may have arrived all the same. */
export function unanswered(provider: Provider, method: IHttpRequestMethods, error: unknown): Error {
	const cause = (error as Error).cause;
	// Thrown by the credential's own signing.
	if (cause instanceof FieldError) return cause;
	const { code = '', message, syscall } = (cause ?? error) as NetworkError;
	const cancelled = code === CANCELLED;
	if (cancelled && method === 'GET') return new RunStopped();
	const notConnected = NOT_CONNECTED.has(code) || syscall === 'connect';
	const outcomeUnknown = method !== 'GET' && !notConnected && !NOT_TRUSTED.has(code);
	const problem: Problem = cancelled
		? { message: `The run was cancelled before ${provider.displayName} answered` }
		: {
				message: outcomeUnknown
					? `${provider.displayName} did not answer`
					: `${provider.displayName} could not be reached`,
				advice: 'Check the Base URL in the credential and the network of your n8n.',
				code,
				text: message,
			};
	return new ProviderError(problem.message, {
		description: describe(provider, problem, outcomeUnknown),
		outcomeUnknown,
		repeatable: notConnected || (method === 'GET' && !NOT_TRUSTED.has(code)),
	});
}

interface NetworkError {
	code?: string;
	message: string;
	/** The system call that failed: before `connect` has worked, nothing was sent. */
	syscall?: string;
}

function wantedPause({ displayName }: Provider, ms: number): string {
	return `${displayName} asks to wait ${Math.ceil(ms / 1000)} seconds.`;
}

function describe(
	provider: Provider,
	{ advice, code, text }: Problem,
	outcomeUnknown: boolean,
	status?: string,
	body?: unknown,
): string {
	const doubt = outcomeUnknown
		? 'It is not known whether this took effect. Look in the group before you run it again.'
		: undefined;
	const said = [code, text ?? excerpt(body)].filter(Boolean).join(': ');
	const source = status ? `${provider.displayName} answered ${status}` : undefined;
	return [doubt, advice, [source, said].filter(Boolean).join(', ')].filter(Boolean).join('\n');
}

/** Enough of an answer that is no known error form to recognise it by. */
function excerpt(body: unknown): string | undefined {
	if (body === undefined || body === '') return undefined;
	return cut(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Nobody reads more, and an answer may have any length. */
function cut(text: string): string {
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
