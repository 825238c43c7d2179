import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import { FieldError, RunStopped } from '../contract/errors';
import type { Account, Call, ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { parseAnswer, toNetworkError } from './answers';
import { bodyOf } from './bodyOf';
import type { Caller } from './Caller';
import { downloaded } from './download';
import { Pace } from './Pace';
import { paceOf } from './paceOf';
import { responseIn, REJECTED_STATUSES } from './rejections';
import { withRetries, type Gate, type RetrySettings } from './retries';
import { sleep } from './sleep';
import { within } from './within';

/** Longer than any provider's documented time, and short enough for a person who waits. */
const TIMEOUT_MS = 30_000;

/** The slowest connection that a file is given time for: 100 kB/s, or 0.8 Mbit/s. */
const SLOWEST_BYTES_PER_MS = 100;

/** Lets n8n's own time limit come first: its error shows how far the request got. */
const LATER_MS = 250;

/** How long a call is retried while a person waits for a menu, or for a workflow to be published. */
const MAX_WAIT_IN_EDITOR_MS = 5_000;

/** How a run makes its calls. */
export interface CallSettings extends RetrySettings {
	/** How long to wait for one response, in ms. A file gets more time for its size. */
	timeout?: number;
	/** Replaces the provider's own rate. 0 means as fast as possible. */
	messagesPerSecond?: number;
}

/**
 * Returns the transport of one provider: it sends one authenticated request and returns the JSON object
 * of the response, or throws. It keeps the provider's pace, and retries a call if that is safe. It
 * doesn't follow redirects, because they would send the key to another address.
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
			ignoreHttpStatusErrors: { ignore: true, except: REJECTED_STATUSES },
			returnFullResponse: true,
		};
		const { httpRequest, httpRequestWithAuthentication } = caller.helpers;
		const credential = { id: '', name: '', type: provider.credential, data: account };
		let response: IN8nHttpFullResponse;
		try {
			response = await within(
				timeout + LATER_MS,
				token
					? httpRequest({ ...options, headers: { Authorization: `Bearer ${token}` } })
					: httpRequestWithAuthentication.call(caller, provider.credential, options, {
							credentialsDecrypted: credential,
						}),
			);
		} catch (error) {
			const rejected = responseIn(error);
			if (rejected === undefined) throw toNetworkError(provider, account, call, error);
			response = rejected;
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
	const wait: ProviderRequest['wait'] = async (ms) => {
		await sleep(ms, settings.stop);
		if (settings.stop?.aborted) throw new RunStopped();
	};
	return Object.assign(request, { account, wait, download });
}

/**
 * Gives a run with its own “Messages per Second” its own pace, so that it doesn't change the pace of
 * other runs. If its rate is above the provider's known one, only the pauses of the number apply to it.
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

/** Rejects an ID that is empty or consists of dots: it would lead to another resource or host. */
function checkPath(path: string): void {
	const [root, ...segments] = path.split('/');
	if (root === '' && segments.every((segment) => !/^(\.|%2e){0,2}$/i.test(segment))) return;
	throw new FieldError(
		'ID',
		'An ID in this request is empty or consists only of dots',
		'Check the group, message and file IDs, and the account fields of the credential.',
	);
}
