import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Account, Call, ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { unanswered, understood } from './answers';
import type { Caller } from './Caller';
import { downloaded } from './download';
import { FieldError } from '../contract/errors';
import { multipart } from './multipart';
import { paceOf } from './paceOf';
import { persistently, type Patience } from './retries';

/** Longer than any provider's documented work; a person waits for the result. */
const TIMEOUT_MS = 30_000;

/** How long a call is tried again while a person waits for a menu, or for a workflow to be activated. */
const AT_THE_SCREEN_MS = 5_000;

/** How a run wants its calls made. */
export interface Conduct extends Patience {
	/** The longest that one answer is waited for, in ms. */
	timeout?: number;
	/** In place of the provider's own rate; 0: none. */
	messagesPerSecond?: number;
}

/**
 * The transport of one provider: one signed request → the JSON object answered, or an error. It keeps
 * the provider's pace, and makes a call again where that can do no harm. Redirects are not followed,
 * as the key would follow them.
 */
export function signedRequest(
	caller: Caller,
	provider: Provider,
	account: Account,
	conduct: Conduct = { patience: AT_THE_SCREEN_MS },
): ProviderRequest {
	const once = async ({ method, path, query, body, form }: Call) => {
		const baseURL = baseUrlOf(account);
		checkPath(path);
		let response: IN8nHttpFullResponse;
		try {
			response = await caller.helpers.httpRequestWithAuthentication.call(
				caller,
				provider.credential,
				{
					method,
					baseURL,
					url: path,
					qs: query,
					...(form ? await multipart(form) : { body, json: true }),
					timeout: conduct.timeout ?? TIMEOUT_MS,
					disableFollowRedirect: true,
					ignoreHttpStatusErrors: true,
					returnFullResponse: true,
				},
			);
		} catch (error) {
			throw unanswered(provider, method, error);
		}
		return understood(provider, account, method, response);
	};
	const request = async (call: Call) => {
		const budget = call.budget ?? (call.method === 'GET' ? 'reads' : 'changes');
		const pace = paceOf(provider, account, budget, conduct.messagesPerSecond);
		return await persistently(pace, conduct, async () => await once(call));
	};
	const download = async (url: string) => await downloaded(caller, url);
	return Object.assign(request, { account, download });
}

export function baseUrlOf(account: Account): string {
	const baseUrl = String(account.baseUrl ?? '').trim();
	if (!/^https?:\/\/[^/?#\s]+[^?#\s]*$/i.test(baseUrl)) {
		throw new FieldError(
			'Base URL',
			`The Base URL in the credential, “${baseUrl}”, is not a web address`,
			'Open the credential and write the Base URL with its scheme, such as https://example.com, without spaces or a question mark.',
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
		'An ID of this call is empty or consists of dots only',
		'Check the group, message and file IDs, and the account fields of the credential.',
	);
}
