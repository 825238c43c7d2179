/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** One delivery with the files of several messages. */
import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';

import { messageIn } from '../unit/deliveries/oneMsg';
import { signedCall, triggerWithSecret } from './support/signedCalls';
import { startServer } from './support/servers';

const FILES = 10;
/** As many as may be downloaded at the same time. */
const TOGETHER = 4;

afterEach(() => {
	jest.restoreAllMocks();
});

/** Receives a delivery with links to that server. */
async function received(webhookId: string, url: string) {
	const options = { downloadMedia: true };
	// A private base URL, because the links are private, too.
	const trigger = triggerWithSecret('oneMsg', webhookId, { options }, { baseUrl: url });
	const messages = Array.from({ length: FILES }, (_, at) =>
		messageIn('120363000000000001@g.us', {
			id: `wamid.${webhookId}.${at}`,
			type: 'image',
			body: `${url}/${at}`,
		}),
	);
	return await trigger.receive(signedCall('oneMsg', JSON.stringify({ messages })));
}

test('some files are downloaded side by side, and each message gets its own', async () => {
	const waiting: Array<[path: string | undefined, response: ServerResponse]> = [];
	let most = 0;
	const server = await startServer(({ path }, response) => {
		waiting.push([path, response]);
		most = Math.max(most, waiting.length);
		// The first ones are answered only once the node waits for as many as it may.
		if (most < TOGETHER) return;
		for (const [name, one] of waiting.splice(0)) one.end(`file ${name}`);
	});

	const timeout = jest.spyOn(AbortSignal, 'timeout');

	const { status, items, files } = await received('together', server.url);

	expect(status).toBe(200);
	expect(most).toBe(TOGETHER);
	expect(items).toHaveLength(FILES);
	expect(files?.map((file) => Buffer.from(file?.data?.data ?? '', 'base64').toString())).toEqual(
		items?.map((_, at) => `file /${at}`),
	);
	// Node.js warns of a leak in n8n's log from the eleventh listener on.
	for (const { value } of timeout.mock.results) {
		expect(getEventListeners(value as AbortSignal, 'abort').length).toBeLessThan(FILES);
	}
});

test('servers that never answer are given up together, and every event comes', async () => {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	const limits: number[] = [];
	jest.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
		limits.push(milliseconds);
		return timeout(500);
	});
	const server = await startServer(() => {});

	const started = performance.now();
	const { items, files } = await received('never', server.url);

	// One limit for all of them, not one after another.
	expect(performance.now() - started).toBeLessThan((FILES / 2) * 500);
	expect(Math.max(...limits)).toBe(30_000);
	expect(items).toHaveLength(FILES);
	expect(items).toEqual(
		Array.from({ length: FILES }, () =>
			expect.objectContaining({
				message: expect.objectContaining({
					media: expect.objectContaining({ error: expect.stringContaining('30 seconds') }),
				}),
			}),
		),
	);
	expect(files).toBeUndefined();
});
