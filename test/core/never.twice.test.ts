/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** However n8n runs the node, a message that might have been sent is never sent again. */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { sleep, type INode, type INodeParameters } from 'n8n-workflow';

import { firstOf } from '../support/firstOf';
import { callTools, type Way } from '../support/tool';
import { useSandbox } from './support/sandbox';
import { deadAddress, startServer, type TestServer } from './support/servers';

const sandbox = useSandbox();
jest.setTimeout(60_000);

const answered = (status: number, body: object, headers: OutgoingHttpHeaders = {}) =>
	function answer(response: ServerResponse): void {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(JSON.stringify(body));
	};
const done = answered(200, { messages: [{ id: 'wamid.1' }] });

interface Outcome {
	/** The provider's responses in order. The last one repeats. */
	answers: Array<(response: ServerResponse) => void>;
	/** How many requests must arrive if n8n runs the node up to three times. */
	retried: number;
	/** The same if n8n runs it once. */
	once: number;
}

const outcomes = {
	done: { answers: [done], retried: 1, once: 1 },
	'unknown, with an undocumented answer': { answers: [answered(200, {})], retried: 1, once: 1 },
	'unknown, with 500': { answers: [answered(500, {})], retried: 1, once: 1 },
	'unknown, as the connection breaks': {
		answers: [({ socket }) => void socket?.resetAndDestroy()],
		...{ retried: 1, once: 1 },
	},
	refused: {
		answers: [answered(400, { error: { code: 131009, message: 'No' } })],
		...{ retried: 3, once: 1 },
	},
	'rateLimited, for a second': {
		answers: [answered(429, {}, { 'retry-after': '1' }), done],
		...{ retried: 2, once: 2 },
	},
	'rateLimited, for an hour': {
		answers: [answered(429, {}, { 'retry-after': '3600' })],
		...{ retried: 1, once: 1 },
	},
} satisfies Record<string, Outcome>;

const sending: INodeParameters = {
	...{ provider: 'dialog360', resource: 'message', operation: 'send' },
	group: { __rl: true, mode: 'id', value: 'group-1' } as never,
	text: 'Hi',
};

async function provider({ answers }: Outcome): Promise<TestServer> {
	let next = 0;
	return await startServer((_request, response) => {
		answers[Math.min(next++, answers.length - 1)]!(response);
	});
}

type Settings = Pick<INode, 'onError'>;

/** Runs the node with *Retry On Fail*, in one of the ways that n8n has. */
const paths: Record<string, (url: string, settings: Settings) => Promise<unknown>> = {
	'as a node': async (baseUrl, { onError }) =>
		await sandbox.run('dialog360', 'message.send', sending, {
			account: { baseUrl },
			...{ tries: 3, onError },
		}),
	'as a tool that the agent invokes': async (url, settings) => await tool(url, settings, 'invoked'),
	'as a tool that the agent requests from the engine': async (url, settings) =>
		await tool(url, settings, 'requested'),
};

async function tool(baseUrl: string, settings: Settings, way: Way, calls = 1) {
	const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const credentials = sandbox.credentials('dialog360', { baseUrl });
	const args = Array.from({ length: calls }, () => ({ text: 'Hi' }));
	// n8n ends the run of an agent whose requested tool fails.
	return await callTools(sending, credentials, args, { ...retry, ...settings }, way).catch(
		(error: Error) => error,
	);
}

const modes = [undefined, 'continueRegularOutput', 'continueErrorOutput'] as const;

describe.each(Object.entries(paths))('%s, with Retry On Fail', (path, run) => {
	describe.each(modes)('and %s on error', (onError) => {
		test.each(Object.entries(outcomes))('%s', async (_name, outcome) => {
			const server = await provider(outcome);

			await run(server.url, { onError });

			// A tool that continues returns its error to the agent, and n8n does not retry.
			const gives = path.includes('invokes') && onError !== undefined;
			expect(server.seen).toHaveLength(gives ? outcome.once : outcome.retried);
		});

		test('notSent, until the provider can be reached', async () => {
			const url = await deadAddress();
			const running = run(url, { onError });
			await sleep(100);
			const server = await startServer((_request, response) => done(response), { at: url });

			await running;

			expect(server.seen).toHaveLength(1);
		});
	});
});

test.each(['invoked', 'requested'] as const)(
	'two calls of one tool at the same time, %s, are two messages',
	async (way) => {
		const server = await provider(outcomes.done);

		await tool(server.url, {}, way, 2);

		expect(server.seen).toHaveLength(2);
	},
);

test('two calls of one tool at the same time keep their outcomes apart', async () => {
	const { answers } = outcomes.refused;
	const server = await provider({ ...outcomes.done, answers: [answered(500, {}), ...answers] });

	await tool(server.url, {}, 'invoked', 2);

	// Once for the unknown outcome, three times for the refusal.
	expect(server.seen).toHaveLength(1 + 3);
});

test('a parameter that fails is read before the message is sent', async () => {
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

test('each item uses its own credential', async () => {
	const server = await provider(outcomes.done);

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

/** Writes a space ten times a second until the other side hangs up. */
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
	expect(firstOf(json).details).toMatchObject({ status: 'unknown' });
});
