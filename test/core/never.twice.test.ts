/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** On every way that n8n runs a node, a message that may have been sent is never sent again. */
import type { ServerResponse } from 'node:http';
import { sleep, type INode, type INodeParameters } from 'n8n-workflow';

import { callTool } from '../support/tool';
import { useSandbox } from './support/sandbox';
import { startServer } from './support/servers';

const sandbox = useSandbox();
jest.setTimeout(60_000);

const outcomes = {
	done: { status: 200, body: { messages: [{ id: 'wamid.1' }] }, requests: [1, 1] },
	undocumented: { status: 200, body: {}, requests: [1, 1] },
	unknown: { status: 500, body: {}, requests: [1, 1] },
	refused: { status: 400, body: { error: { code: 131009, message: 'No' } }, requests: [3, 1] },
} as const;

const sending: INodeParameters = {
	...{ provider: 'dialog360', resource: 'message', operation: 'send' },
	group: { __rl: true, mode: 'id', value: 'group-1' } as never,
	text: 'Hi',
};

const modes = [undefined, 'continueRegularOutput', 'continueErrorOutput'] as const;

describe.each(Object.entries(outcomes))('%s', (_name, { status, body, requests }) => {
	const answering = async () =>
		await startServer((_request, response) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(body));
		});

	test.each(modes)('a node with Retry On Fail, and %s on error', async (onError) => {
		const server = await answering();

		await sandbox.run('dialog360', 'message.send', sending, {
			account: { baseUrl: server.url },
			...{ tries: 3, onError },
		});

		expect(server.seen).toHaveLength(requests[0]);
	});

	test.each(modes)('a tool with Retry On Fail, and %s on error', async (onError) => {
		const server = await answering();
		const retry: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, onError };

		await callTool(
			sending,
			sandbox.credentials('dialog360', { baseUrl: server.url }),
			{ text: 'Hi' },
			retry,
		);

		// A tool that continues gives its error to the model, and n8n does not try again.
		expect(server.seen).toHaveLength(onError === undefined ? requests[0] : requests[1]);
	});
});

test('two calls of one tool are two messages', async () => {
	const server = await startServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(outcomes.done.body));
	});
	const credentials = sandbox.credentials('dialog360', { baseUrl: server.url });

	await callTool(sending, credentials, {}, { retryOnFail: true });
	await callTool(sending, credentials, {}, { retryOnFail: true });

	expect(server.seen).toHaveLength(2);
});

test('a parameter that fails is read before the message leaves', async () => {
	const server = await startServer((_request, response) => void response.end('{}'));

	const { error } = await sandbox.run(
		'dialog360',
		'message.send',
		{ ...sending, simplify: "={{ $('Nowhere').first().json.x }}" },
		{ account: { baseUrl: server.url }, tries: 3 },
	);

	expect(error).toBeDefined();
	expect(server.seen).toEqual([]);
});

test('each item leaves with its own credential', async () => {
	const server = await startServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(outcomes.done.body));
	});

	const { error } = await sandbox.run('dialog360', 'message.send', sending, {
		account: { baseUrl: server.url, apiKey: '={{ $json.key }}' },
		input: [{ key: 'TENANT-A' }, { key: 'TENANT-B' }],
	});

	expect(error).toBeUndefined();
	expect(server.seen.map(({ headers }) => headers['d360-api-key'])).toEqual([
		'TENANT-A',
		'TENANT-B',
	]);
});

/** Writes a blank ten times a second until the other side hangs up. */
async function trickle(response: ServerResponse): Promise<void> {
	while (!response.destroyed) {
		response.write(' ');
		await sleep(100);
	}
}

test('an answer that trickles ends with the time limit', async () => {
	const server = await startServer((_request, response) => {
		response.writeHead(200, { 'content-type': 'application/json' });
		void trickle(response);
	});
	const begun = performance.now();

	const { json } = await sandbox.run(
		'dialog360',
		'message.send',
		{ ...sending, options: { timeout: 500 } },
		{ account: { baseUrl: server.url }, onError: 'continueRegularOutput' },
	);

	expect(performance.now() - begun).toBeLessThan(5000);
	expect(json[0].details).toMatchObject({ status: 'unknown' });
});
