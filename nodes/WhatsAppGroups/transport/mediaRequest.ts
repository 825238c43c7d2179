import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { checkReceived } from '../contract/mediaLimits';
import type { Account, MediaRequest, ReceivedFile } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';
import type { Caller } from './Caller';
import { signedRequest } from './request';

/** For the whole of a file, not only until its first byte. */
const MEDIA_TIMEOUT_MS = 30_000;

/** The transport of one provider, for files that messages came with. */
export function mediaRequest(caller: Caller, provider: Provider, account: Account): MediaRequest {
	const fetch: MediaRequest['fetch'] = async (url, access) => {
		if (!/^https?:\/\/\S+$/i.test(url))
			throw new Error('The provider gave no web address for the file');
		const options = {
			url,
			encoding: 'stream' as const,
			timeout: MEDIA_TIMEOUT_MS,
			abortSignal: AbortSignal.timeout(MEDIA_TIMEOUT_MS),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// The key would follow a redirect.
			disableFollowRedirect: access === 'signed',
		};
		const { httpRequest, httpRequestWithAuthentication } = caller.helpers;
		const answer = (
			access === 'signed'
				? httpRequestWithAuthentication.call(caller, provider.credential, options)
				: httpRequest(options)
		) as Promise<IN8nHttpFullResponse>;
		return await fileIn(await answer);
	};
	return Object.assign(signedRequest(caller, provider, account), { fetch });
}

async function fileIn({ statusCode, headers, body }: IN8nHttpFullResponse): Promise<ReceivedFile> {
	const stream = body as unknown as AsyncIterable<Uint8Array>;
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop closes the connection.
	for await (const chunk of stream) {
		if (statusCode < 200 || statusCode >= 300) break;
		size += chunk.length;
		checkReceived(size);
		chunks.push(chunk);
	}
	if (statusCode < 200 || statusCode >= 300) {
		throw new Error(`The file's address answered HTTP ${statusCode}`);
	}
	const mimeType = textIn(headers['content-type'])?.replace(/;.*/s, '').trim();
	return { bytes: Buffer.concat(chunks, size), mimeType };
}
