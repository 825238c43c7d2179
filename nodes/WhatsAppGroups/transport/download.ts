import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { FieldError } from '../contract/errors';
import { fileOfBytes } from '../contract/files';
import type { FileInput } from '../contract/http';
import { checkedUrl, nameOfUrl } from '../contract/urls';
import { textIn } from '../contract/values';
import { bytesIn } from './bytesIn';
import type { Caller } from './Caller';

/** For the whole of the file. */
const TIMEOUT_MS = 30_000;

const MB = 1024 * 1024;

/** Downloads a public file of up to `limit` bytes. Sends no key. */
export async function downloaded(caller: Caller, url: string, limit: number): Promise<FileInput> {
	const address = checkedUrl(url, 'URL');
	return await fileAt(caller, address, limit).catch((error: Error) => {
		throw new FieldError(
			'URL',
			`“${url}” could not be downloaded`,
			`Check that the URL opens in a browser without a login.\n${error.message}`,
		);
	});
}

async function fileAt({ helpers }: Caller, url: string, limit: number): Promise<FileInput> {
	const deadline = AbortSignal.timeout(TIMEOUT_MS);
	const response = (await helpers.httpRequest({
		url,
		encoding: 'stream',
		abortSignal: deadline,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as IN8nHttpFullResponse;
	const check = (size: number) => {
		if (size > limit) throw new Error(`The file is larger than ${limit / MB} MB`);
	};
	const bytes = await bytesIn(response, { check, deadline });
	const mimeType = textIn(response.headers['content-type']) ?? 'application/octet-stream';
	return fileOfBytes(bytes, nameOfUrl(url) || 'file', mimeType);
}
