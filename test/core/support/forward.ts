/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import type { ServerResponse } from 'node:http';

import axios from 'axios';

import type { SeenRequest } from './servers';

const OF_THE_CONNECTION = ['host', 'content-length', 'connection'];

/** Answers as the server at `url` does. */
export async function forward(
	url: string,
	{ method, path, headers, body }: SeenRequest,
	response: ServerResponse,
): Promise<void> {
	const kept = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.includes(name));
	const answer = await axios.request({
		method,
		url: `${url}${path}`,
		headers: Object.fromEntries(kept) as Record<string, string>,
		data: body || undefined,
		responseType: 'arraybuffer',
		validateStatus: () => true,
		transformRequest: (data: unknown) => data,
	});
	response.writeHead(answer.status, { 'content-type': String(answer.headers['content-type']) });
	response.end(Buffer.from(answer.data as ArrayBuffer));
}
