import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { fileOfBytes } from '../contract/files';
import type { FileInput } from '../contract/http';
import { textIn } from '../contract/values';
import { FieldError } from '../contract/errors';
import type { Caller } from './Caller';

const TIMEOUT_MS = 30_000;

/** Fetches a public file, without any key. */
export async function downloaded(caller: Caller, url: string): Promise<FileInput> {
	const { statusCode, headers, body } = await fetched(caller, url);
	if (statusCode < 200 || statusCode >= 300) {
		throw notFetched(url, `it answered HTTP ${statusCode}`);
	}
	const mimeType = textIn(headers['content-type']) ?? 'application/octet-stream';
	const fileName = new URL(url).pathname.split('/').pop() || 'file';
	return fileOfBytes(Buffer.from(body as unknown as ArrayBuffer), fileName, mimeType);
}

async function fetched(caller: Caller, url: string): Promise<IN8nHttpFullResponse> {
	if (!/^https?:\/\/\S+$/i.test(url)) throw notFetched(url, 'it is no web address');
	const options = {
		url,
		encoding: 'arraybuffer' as const,
		timeout: TIMEOUT_MS,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	return await (caller.helpers.httpRequest(options) as Promise<IN8nHttpFullResponse>).catch(
		(error: Error) => {
			throw notFetched(url, error.message);
		},
	);
}

function notFetched(url: string, reason: string): FieldError {
	return new FieldError(
		'URL',
		`“${url}” could not be fetched: ${reason}`,
		'Check that the address opens in a browser without a login.',
	);
}
