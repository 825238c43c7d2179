import type { IN8nHttpFullResponse } from 'n8n-workflow';

import type { Account, Call, Provider, ProviderRequest } from '../providers/Provider';
import { unanswered, understood } from './answers';
import type { Caller } from './Caller';
import { downloaded } from './download';
import { FieldError } from './errors';
import { multipart } from './multipart';

/** Longer than any provider's documented work; a person waits for the result. */
const TIMEOUT_MS = 30_000;

/**
 * The transport of one provider: one signed request → the JSON object answered, or an error.
 * Redirects are not followed, as the key would follow them.
 */
export function signedRequest(
	caller: Caller,
	provider: Provider,
	account: Account,
): ProviderRequest {
	const request = async ({ method, path, query, body, form }: Call) => {
		const baseURL = baseUrlOf(account);
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
					timeout: TIMEOUT_MS,
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
	const download = async (url: string) => await downloaded(caller, url);
	return Object.assign(request, { account, download });
}

function baseUrlOf(account: Account): string {
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
