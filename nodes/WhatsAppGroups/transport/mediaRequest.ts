import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { isPrivateHost } from '../contract/isPrivateHost';
import { checkReceived } from '../contract/mediaLimits';
import type { Account, MediaRequest, ReceivedFile } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';
import { bytesIn } from './bytesIn';
import type { Caller } from './Caller';
import { baseUrlOf, signedRequest } from './request';

const MAX_REDIRECTS = 5;

/**
 * Returns the transport of one provider for the files of messages.
 *
 * @param deadline aborts a download even after its first byte
 */
export function mediaRequest(
	caller: Caller,
	provider: Provider,
	account: Account,
	deadline: AbortSignal,
): MediaRequest {
	const get = async (url: URL, access: 'signed' | 'public') => {
		const options = {
			url: url.href,
			encoding: 'stream' as const,
			abortSignal: deadline,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		};
		const { httpRequest, httpRequestWithAuthentication } = caller.helpers;
		return (await (access === 'signed'
			? httpRequestWithAuthentication.call(caller, provider.credential, options)
			: httpRequest(options))) as IN8nHttpFullResponse;
	};
	const fetch: MediaRequest['fetch'] = async (address, access) => {
		let url = checkedUrl(address, account);
		for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			const response = await get(url, access);
			const target = redirectIn(response);
			// A redirect of a signed request would send the key to another host.
			if (target === null || access === 'signed') return await fileIn(response, deadline);
			(response.body as unknown as { destroy(): void }).destroy();
			url = checkedUrl(target, account, url.href);
		}
		throw new Error(`The file's URL redirects more than ${MAX_REDIRECTS} times`);
	};
	return Object.assign(signedRequest(caller, provider, account), { fetch });
}

/** Only a provider in a private network, such as a sandbox, may refer to files in one. */
function checkedUrl(address: string, account: Account, base?: string): URL {
	const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol)) {
		throw new Error("The provider didn't give a valid URL for the file");
	}
	if (isPrivateHost(url) && !isPrivateHost(new URL(baseUrlOf(account)))) {
		throw new Error("The file's URL points into a private network, so it wasn't downloaded");
	}
	return url;
}

function redirectIn({ statusCode, headers }: IN8nHttpFullResponse): string | null {
	return statusCode >= 300 && statusCode < 400 ? textIn(headers.location) : null;
}

async function fileIn(
	response: IN8nHttpFullResponse,
	deadline: AbortSignal,
): Promise<ReceivedFile> {
	const bytes = await bytesIn(response, { check: checkReceived, deadline });
	if (bytes.length === 0) throw new Error('The file is empty');
	const mimeType = textIn(response.headers['content-type'])?.split(';')[0]?.trim();
	return { bytes, mimeType };
}
