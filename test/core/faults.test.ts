/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/**
 * Failures between the node and the provider, with real sockets: how many requests are sent, and what
 * the item says. A fault comes once, and the provider works again after it. Even so, a change that
 * might have been made is never requested twice.
 */
import type { ServerResponse } from 'node:http';

import type { INodeParameters } from 'n8n-workflow';

import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { displayNames, failureIn, useSandbox } from './support/sandbox';
import { forward } from './support/forward';
import { setUp } from './support/setup';
import { deadAddress, startServer, type TestServer } from './support/servers';
import { expectations } from './support/expectations';

const sandbox = useSandbox();

type Ending =
	/** Succeeds when repeated. */
	| 'repeated'
	/** Succeeds immediately. */
	| 'done'
	/** An error: nothing was done. */
	| 'refused'
	/** An error: it might have been done. */
	| 'unknown';

interface Fault {
	name: string;
	answer(response: ServerResponse, provider: ProviderName): void;
	/** The expected end of a send, and of creating a group. */
	write: Ending;
	read: Ending;
	/** The part of the response that the error must show. */
	shown?: RegExp;
}

const status =
	(code: number, body = '', headers: Record<string, string> = {}) =>
	(response: ServerResponse) => {
		response.writeHead(code, headers).end(body);
	};
const json = { 'content-type': 'application/json' };
const html = '<html><body>Welcome to the router</body></html>';
const refusals: Record<ProviderName, (text: string) => object> = {
	dialog360: (message) => ({ error: { code: 131009, message } }),
	oneMsg: (error) => ({ error }),
	a1Base: (message) => ({ status: 'error', message }),
	metaCloud: (message) => ({ error: { code: 131009, message } }),
};
const refusal = (provider: ProviderName, text: string) => JSON.stringify(refusals[provider](text));
const inTwoSeconds = () => new Date(Date.now() + 2000).toUTCString();

const faults: Fault[] = [
	{
		name: '429 with seconds',
		answer: status(429, '', { 'retry-after': '1' }),
		write: 'repeated',
		read: 'repeated',
	},
	{
		name: '429 with a date',
		answer: (response) => status(429, '', { 'retry-after': inTwoSeconds() })(response),
		write: 'repeated',
		read: 'repeated',
	},
	{ name: '429 without Retry-After', answer: status(429), write: 'repeated', read: 'repeated' },
	{
		name: '503 with Retry-After',
		answer: status(503, '', { 'retry-after': '1' }),
		write: 'repeated',
		read: 'repeated',
	},
	...[500, 502, 503, 504].map((code) => ({
		name: `${code}`,
		answer: status(code, 'Their trouble'),
		write: 'unknown' as const,
		read: 'repeated' as const,
		shown: /Their trouble/,
	})),
	{
		name: 'an HTML page with 502',
		answer: status(502, html, { 'content-type': 'text/html' }),
		write: 'unknown',
		read: 'repeated',
		shown: /Welcome to the router/,
	},
	{
		name: 'a reset before the answer',
		answer: ({ socket }) => void socket?.resetAndDestroy(),
		write: 'unknown',
		read: 'repeated',
	},
	{
		name: 'a reset during the answer',
		answer: (response) => {
			response.writeHead(200, { ...json, 'content-length': '1000' });
			response.write('{"messages":', () => response.socket?.resetAndDestroy());
		},
		write: 'unknown',
		read: 'repeated',
	},
	{
		name: 'a connection closed before the answer',
		answer: ({ socket }) => void socket?.end(),
		write: 'unknown',
		read: 'repeated',
	},
	{
		name: '200 with an error body',
		answer: (response, provider) => status(200, refusal(provider, 'Their words'), json)(response),
		write: 'refused',
		read: 'refused',
		shown: /Their words/,
	},
	{
		name: 'broken JSON',
		answer: status(200, '{"messages":[{"id"', json),
		write: 'unknown',
		read: 'refused',
		shown: /\{"messages"/,
	},
	{
		name: 'an HTML page with 200',
		answer: status(200, html, { 'content-type': 'text/html' }),
		write: 'unknown',
		read: 'refused',
		shown: /Welcome to the router/,
	},
	{
		name: 'a refusal of 10 MB',
		answer: (response, provider) =>
			status(400, refusal(provider, 'x'.repeat(10_000_000)), json)(response),
		write: 'refused',
		read: 'refused',
		shown: /xxx…/,
	},
	{
		name: 'a redirect',
		answer: status(307, '', { location: 'http://127.0.0.1:1/collect' }),
		write: 'refused',
		read: 'refused',
		shown: /Base URL/,
	},
];

const calls = [
	['message.send', 'write'],
	['group.create', 'write'],
	['group.getMany', 'read'],
] as const satisfies Array<[OperationKey, 'write' | 'read']>;

/** The sandbox behind a server that answers the first request itself. */
async function behind(
	provider: ProviderName,
	answer: (response: ServerResponse) => void,
): Promise<TestServer> {
	const { origin } = new URL(sandbox.accounts[provider].baseUrl);
	let first = true;
	return await startServer(async (request, response) => {
		if (!first) return await forward(origin, request, response);
		first = false;
		answer(response);
	});
}

async function run(
	provider: ProviderName,
	key: OperationKey,
	server: string,
	more: INodeParameters = {},
) {
	const setup = await setUp(provider, sandbox.control(provider));
	// Without the calls before and after it.
	const alone = { options: { waitForId: false, includeInviteLink: false } };
	const { pathname } = new URL(sandbox.accounts[provider].baseUrl);
	const result = await sandbox.run(
		provider,
		key,
		{
			...expectations[key].parameters(setup),
			...(key === 'group.create' ? alone : {}),
			...more,
		},
		{
			account: { baseUrl: server + pathname.replace(/\/$/, '') },
			onError: 'continueRegularOutput',
		},
	);
	return { result, setup };
}

describe.each(providerNames)('%s', (provider) => {
	describe.each(calls)('%s', (key, kind) => {
		test.each(faults)('$name', async (fault) => {
			const server = await behind(provider, (response) => fault.answer(response, provider));

			const { result } = await run(provider, key, server.url);

			const ending = fault[kind];
			expect(server.seen).toHaveLength(ending === 'repeated' ? 2 : 1);
			if (ending === 'repeated' || ending === 'done') {
				expect(result.error).toBeUndefined();
				expect(result.json[0]).not.toHaveProperty('error');
				return;
			}
			const { error, details } = failureIn(result);
			const shown = `${error}\n${details.description}`;
			expect(shown).toContain(displayNames[provider]);
			expect(shown.length).toBeLessThan(1500);
			expect(details.status).toBe(ending === 'unknown' ? 'unknown' : undefined);
			if (ending === 'unknown') expect(shown).toMatch(/before you run it again/);
			expect(shown).toMatch(fault.shown ?? /./);
		});

		test('a reset after the whole answer', async () => {
			const { origin } = new URL(sandbox.accounts[provider].baseUrl);
			const server = await startServer(async (request, response) => {
				response.once('finish', () => response.socket?.destroy());
				await forward(origin, request, response);
			});

			const { result } = await run(provider, key, server.url);

			expect(server.seen).toHaveLength(1);
			expect(result.json[0]).not.toHaveProperty('error');
		});

		test('an answer of 10 MB', async () => {
			const { origin } = new URL(sandbox.accounts[provider].baseUrl);
			const server = await startServer(async (request, response) => {
				const write = response.end.bind(response) as (body: string) => ServerResponse;
				response.end = ((body: Buffer) =>
					write(
						JSON.stringify({ ...JSON.parse(String(body)), padding: 'x'.repeat(10_000_000) }),
					)) as never;
				await forward(origin, request, response);
			});

			const { result } = await run(provider, key, server.url);

			expect(server.seen).toHaveLength(1);
			expect(result.json[0]).not.toHaveProperty('error');
		});
	});

	test('a redirect to another host does not pass on the key', async () => {
		const elsewhere = await startServer((_request, response) => void response.end('{}'));
		const server = await behind(
			provider,
			status(307, '', { location: `${elsewhere.url}/collect` }),
		);

		await run(provider, 'message.send', server.url);

		expect(server.seen).toHaveLength(1);
		expect(elsewhere.seen).toEqual([]);
	});

	test('a send without a response in time might have been done', async () => {
		const server = await startServer(() => {});

		const { result } = await run(provider, 'message.send', server.url, {
			options: { timeout: 2000 },
		});

		expect(server.seen).toHaveLength(1);
		expect(failureIn(result).details.status).toBe('unknown');
	});

	test('a provider that refuses connections is tried five times, and nothing was done', async () => {
		const address = await deadAddress();

		const endings = await Promise.all(
			calls.map(async ([key]) => failureIn((await run(provider, key, address)).result)),
		);

		for (const { error, details } of endings) {
			expect(error).toBe(`${displayNames[provider]} could not be reached`);
			expect(details.description).toMatch(/tried 5 times[^]*Base URL/);
			expect(details.status).toBeUndefined();
		}
	});
});

describe('a lasting fault', () => {
	const asked = async (key: OperationKey, answer: (response: ServerResponse) => void) => {
		const server = await startServer((_request, response) => answer(response));
		const { result } = await run('dialog360', key, server.url);
		return { ...failureIn(result), requests: server.seen.length };
	};

	test('reads are tried five times', async () => {
		const { requests, details } = await asked('group.getMany', status(500));

		expect(requests).toBe(5);
		expect(details.description).toMatch(/tried 5 times/);
	});

	test('a pause of an hour ends the run, and the error says how long it is', async () => {
		const tooMany = status(429, '', { 'retry-after': '3600' });

		const { requests, details } = await asked('message.send', tooMany);

		expect(requests).toBe(1);
		expect(details.description).toMatch(/wait 3600 seconds/);
		expect(details.status).toBeUndefined();
	});

	test('during such a pause no further request is sent', async () => {
		const tooMany = status(429, '', { 'retry-after': '3600' });
		const server = await startServer((_request, response) => tooMany(response));

		await run('dialog360', 'message.send', server.url);
		const { result } = await run('dialog360', 'message.send', server.url);

		expect(server.seen).toHaveLength(1);
		expect(failureIn(result).details.description).toMatch(/wait 3600 seconds/);
	});
});

test('a used-up budget of group operations (131208) is waited for', async () => {
	const control = sandbox.control('dialog360');
	const server = await behind('dialog360', (response) => {
		const error = { error: { code: 131208, message: 'Group rate limit hit' } };
		status(429, JSON.stringify(error), json)(response);
	});

	const { result } = await run('dialog360', 'group.create', server.url);

	expect(server.seen).toHaveLength(2);
	expect(result.json[0]).not.toHaveProperty('error');
	expect((await control.groups()).length).toBe(2);
});
