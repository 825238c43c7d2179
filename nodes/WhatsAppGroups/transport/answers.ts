import type { IDataObject, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';

import type { Account, Problem, Provider } from '../providers/Provider';
import { isObject } from '../providers/values';
import { FieldError, ProviderError } from './errors';
import { withoutSecrets } from './secrets';
import { problemOfStatus } from './statuses';

/** Network errors that prove that the request never reached the provider. */
const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The JSON object that was answered; everything else is an error. */
export function understood(
	provider: Provider,
	account: Account,
	method: IHttpRequestMethods,
	{ statusCode, body: answered }: IN8nHttpFullResponse,
): IDataObject {
	const body = answered as unknown;
	const success = statusCode >= 200 && statusCode < 300;
	const problem = provider.explain(statusCode, body);
	if (success && problem === undefined && isObject(body)) return body;

	const general = problemOfStatus(provider.displayName, statusCode);
	const plain: Problem = {
		...problem,
		message: problem?.message ?? general.message,
		advice: problem?.advice ?? (problem && success ? undefined : general.advice),
		rateLimited: problem?.rateLimited ?? general.rateLimited,
	};
	const { rateLimited, cursorExpired } = plain;
	const mayBeDone = !rateLimited && (statusCode >= 500 || (success && !problem));
	const outcomeUnknown = method !== 'GET' && mayBeDone;
	const description = describe(provider, plain, outcomeUnknown, `HTTP ${statusCode}`, body);
	throw new ProviderError(withoutSecrets(plain.message, account), {
		description: withoutSecrets(description, account),
		outcomeUnknown,
		rateLimited,
		cursorExpired,
		httpStatus: statusCode,
		answer: isObject(body) ? body : excerpt(body),
	});
}

/** No answer came: the request may have arrived all the same. */
export function unanswered(provider: Provider, method: IHttpRequestMethods, error: unknown): Error {
	const cause = (error as Error).cause;
	// Thrown by the credential's own signing.
	if (cause instanceof FieldError) return cause;
	const { code, message } = (cause ?? error) as { code?: string; message: string };
	const outcomeUnknown = method !== 'GET' && !NEVER_SENT.has(code ?? '');
	const problem: Problem = {
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
	});
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
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
