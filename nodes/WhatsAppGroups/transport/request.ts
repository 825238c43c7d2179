import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { FieldError } from '../contract/errors';
import type { Account, Call, ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { parseAnswer, toNetworkError } from './answers';
import { bodyOf } from './body';
import type { Caller } from './Caller';
import { downloaded } from './download';
import { Pace } from './Pace';
import { paceOf } from './paceOf';
import { withRetries, type Gate, type RetrySettings } from './retries';
import { within } from './within';

/** Longer than any provider's documented work; a person waits for the result. */
const TIMEOUT_MS = 30_000;

/** The slowest line that a file must fit through: 100 kB/s, or 0.8 Mbit/s. */
const SLOWEST_BYTES_PER_MS = 100;

/** How long a call is retried while a person waits for a menu, or for a workflow to be published. */
const MAX_WAIT_IN_EDITOR_MS = 5_000;

/** How a run makes its calls. */
export interface CallSettings extends RetrySettings {
	/** The longest that one answer is waited for, in ms; a file gets more time by its size. */
	timeout?: number;
	/** In place of the provider's own rate; 0: as fast as possible. */
	messagesPerSecond?: number;
}

/**
 * The transport of one provider: one signed request → the JSON object answered, or an error. It keeps
 * the provider's pace, and repeats a call if that can do no harm. Redirects are not followed, as the
 * key would go along.
 */
export function signedRequest(
	caller: Caller,
	provider: Provider,
	account: Account,
	settings: CallSettings = { maxWait: MAX_WAIT_IN_EDITOR_MS },
): ProviderRequest {
	const once = async (call: Call) => {
		const { method, path, token, query } = call;
		checkPath(path);
		const content = await bodyOf(call);
		const size = Buffer.isBuffer(content.body) ? content.body.length : 0;
		const timeout = (settings.timeout ?? TIMEOUT_MS) + size / SLOWEST_BYTES_PER_MS;
		const options: IHttpRequestOptions = {
			method,
			baseURL: baseUrlOf(account),
			url: path,
			qs: query,
			...content,
			timeout,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		};
		const { httpRequest, httpRequestWithAuthentication } = caller.helpers;
		const credential = { id: '', name: '', type: provider.credential, data: account };
		let response: IN8nHttpFullResponse;
		try {
			response = await within(
				timeout,
				token
					? httpRequest({ ...options, headers: { Authorization: `Bearer ${token}` } })
					: httpRequestWithAuthentication.call(caller, provider.credential, options, {
							credentialsDecrypted: credential,
						}),
			);
		} catch (error) {
			throw toNetworkError(provider, account, call, error);
		}
		return parseAnswer(provider, account, call, response);
	};
	const gateOfSends = ownRate(provider, settings);
	const request = async (call: Call) => {
		const budget = call.budget ?? (call.method === 'GET' ? 'reads' : 'changes');
		const pace = paceOf(provider, account, budget);
		const gate = budget === 'messages' ? gateOfSends(pace) : pace;
		return await withRetries(gate, settings, async () => await once(call));
	};
	const download: ProviderRequest['download'] = async (url, limit) =>
		await downloaded(caller, url, limit);
	return Object.assign(request, { account, download });
}

/**
 * A run with its own figure keeps a pace of its own, so that it changes that of no other run. If the
 * figure is above the provider's known rate, only the pauses of the number hold it up.
 */
function ownRate(
	{ rates }: Provider,
	{ messagesPerSecond: perSecond }: CallSettings,
): (number: Pace) => Gate {
	if (perSecond === undefined) return (number) => number;
	const own = new Pace(perSecond === 0 ? undefined : { perSecond, burst: perSecond });
	const known = rates.messages?.perSecond ?? Infinity;
	const slower = perSecond > 0 && perSecond <= known;
	return (number) => ({
		take: async (stop, maxWait) => {
			await own.take(stop, maxWait);
			await (slower ? number.take(stop, maxWait) : number.pauseEnd(stop, maxWait));
		},
		refused: (...refusal) => {
			own.refused(...refusal);
			number.refused(...refusal);
		},
	});
}

export function baseUrlOf(account: Account): string {
	const baseUrl = String(account.baseUrl ?? '').trim();
	if (!/^https?:\/\/[^/?#\s]+[^?#\s]*$/i.test(baseUrl)) {
		throw new FieldError(
			'Base URL',
			`The Base URL in the credential, “${baseUrl}”, isn't a valid URL`,
			'Open the credential and enter the Base URL with https://, such as https://example.com, without spaces or a question mark.',
		);
	}
	return baseUrl.replace(/\/+$/, '');
}

/** An ID that is empty or consists of dots would lead to another resource, or to another host. */
function checkPath(path: string): void {
	const [root, ...segments] = path.split('/');
	if (root === '' && segments.every((segment) => !/^(\.|%2e){0,2}$/i.test(segment))) return;
	throw new FieldError(
		'ID',
		'An ID in this request is empty or consists only of dots',
		'Check the group, message and file IDs, and the account fields of the credential.',
	);
}
