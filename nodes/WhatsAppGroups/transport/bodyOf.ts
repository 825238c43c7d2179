import { randomUUID } from 'node:crypto';

import type { IHttpRequestOptions } from 'n8n-workflow';

import { base64Of, bytesOf } from '../contract/files';
import type { Call } from '../contract/http';
import { multipart } from './multipart';

/** Returns the body of a call, as options for n8n's HTTP helper. Reads the file to send, if any. */
export async function bodyOf({
	body,
	form,
	inline,
}: Call): Promise<Pick<IHttpRequestOptions, 'body' | 'headers' | 'json'>> {
	if (form) return await multipart(form);
	if (inline) return await jsonWithFile(body, inline);
	return { body, json: true };
}

/** Returns JSON with a data URI as one buffer: a text of that size would be copied several times. */
async function jsonWithFile(
	body: Call['body'],
	{ field, file }: NonNullable<Call['inline']>,
): Promise<Pick<IHttpRequestOptions, 'body' | 'headers'>> {
	const place = randomUUID();
	const json = JSON.stringify({ ...body, [field]: `data:${file.mimeType};base64,${place}` });
	const [before = '', after = ''] = json.split(place);
	return {
		body: await bytesOf(base64Of(file), Buffer.from(before), Buffer.from(after)),
		headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
	};
}
