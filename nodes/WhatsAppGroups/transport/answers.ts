import type { IDataObject, IN8nHttpFullResponse } from 'n8n-workflow';

import { FieldError, ProviderError, RunStopped, type FailedOutcome } from '../contract/errors';
import type { Account, Call } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { isObject } from '../contract/values';
import { problemOfNetwork } from './networkErrors';
import { isHarmless, outcomeOfAnswer, outcomeOfSilence } from './outcome';
import { withCauses } from './rejections';
import { retryAfterIn } from './retryAfterIn';
import { withoutSecrets } from './secrets';
import { problemOfStatus } from './problemOfStatus';

/** Returns the JSON object of a successful response. Throws `ProviderError` for anything else. */
export function parseAnswer(
	provider: Provider,
	account: Account,
	call: Call,
	{ statusCode, headers, body: answered }: IN8nHttpFullResponse,
): IDataObject {
	const body = answered as unknown;
	const success = statusCode >= 200 && statusCode < 300;
	const problem = provider.explain(statusCode, body);
	const documented = isObject(body) && (call.documented?.(body) ?? true);
	if (success && problem === undefined && documented) return body as IDataObject;

	const general = problemOfStatus(provider.displayName, statusCode, problem !== undefined);
	const retryAfter = retryAfterIn(headers);
	const outcome = outcomeOfAnswer(call, statusCode, problem, retryAfter);
	const advice = problem?.advice ?? general.advice;
	const asked =
		retryAfter !== undefined &&
		`${provider.displayName} asks to wait ${Math.ceil(retryAfter / 1000)} seconds.`;
	const said = [problem?.code, problem?.text ?? excerpt(body)].filter(Boolean).join(': ');
	const shown = (text: string) => cut(withoutSecrets(text, account, call.body));
	throw new ProviderError(titled(outcome, shown(problem?.message ?? general.message)), {
		outcome,
		limit: problem?.rateLimited,
		description: describe(
			outcome === 'unknown',
			[asked, advice].filter(Boolean).join(' '),
			[`${provider.displayName} responded with HTTP ${statusCode}`, shown(said)]
				.filter(Boolean)
				.join(', '),
		),
		retryAfter,
		cursorExpired: problem?.cursorExpired,
		windowClosed: problem?.windowClosed,
		httpStatus: statusCode,
		answer: isObject(body) ? body : excerpt(body),
	});
}

/** Returns the error of a call without a response, from the error of n8n's HTTP helper. */
export function toNetworkError(
	provider: Provider,
	account: Account,
	call: Call,
	error: unknown,
): Error {
	const errors = withCauses(error);
	// Thrown by the credential's own `authenticate`.
	const signing = errors.find((cause) => cause instanceof FieldError);
	if (signing) return signing as FieldError;
	const { reached, message, advice, code, text } = problemOfNetwork(provider, errors);
	const canceled = errors.some((cause) => cause.code === 'ERR_CANCELED');
	if (canceled && isHarmless(call)) return new RunStopped();
	const outcome = outcomeOfSilence(call, reached);
	const said = [code, text].filter(Boolean).join(': ');
	return new ProviderError(titled(outcome, message), {
		outcome,
		description: describe(outcome === 'unknown', advice, cut(withoutSecrets(said, account))),
	});
}

/** The title is all that a toast in n8n shows, so it has the doubt. */
function titled(outcome: FailedOutcome, message: string): string {
	return outcome === 'unknown' ? `This may or may not have taken effect: ${message}` : message;
}

function describe(unknown: boolean, ...parts: Array<string | undefined>): string {
	const doubt = unknown && 'Check the group before you run it again.';
	return [doubt, ...parts].filter(Boolean).join('\n');
}

/** Returns the text of a response that has no documented form. */
function excerpt(body: unknown): string | undefined {
	if (body === undefined || body === '') return undefined;
	return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Shortens the text of a response, which may have any length. */
function cut(text: string): string {
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
