/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * Failures on the way to a provider, with real sockets: if the request can't have arrived, nothing was
 * sent. If it can, nothing is sent twice.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import tls from 'node:tls';

import { sleep } from 'n8n-workflow';

import { createAuthority } from './support/certificates';
import {
	forward,
	refuse,
	startProxy,
	tunnelTo,
	type Proxy,
	type TunnelAnswer,
} from './support/proxy';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { startServer, type TestServer } from './support/servers';

const sandbox = useSandbox();
jest.setTimeout(60_000);

const authority = createAuthority();
const identity = authority.issue('localhost');
const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);

const done = (response: ServerResponse) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ messages: [{ id: 'wamid.1' }] }));
};

async function startProvider(answer = done, of = identity): Promise<TestServer> {
	return await startServer((_request, response) => answer(response), { identity: of });
}

/** Sends one message, with a time limit of two seconds for an answer. */
async function send(baseUrl: string) {
	return await sandbox.run(
		'dialog360',
		'message.send',
		{ group: groupField('group-1'), text: 'Hi', options: { timeout: 2000 } },
		{ account: { baseUrl }, onError: 'continueRegularOutput' },
	);
}

/** Has n8n trust the test's own authority, as NODE_EXTRA_CA_CERTS does. */
function trustAuthority(): void {
	const { createSecureContext } = tls;
	jest
		.spyOn(tls, 'createSecureContext')
		.mockImplementation((options) => createSecureContext({ ca: authority.cert, ...options }));
}

let proxy: Proxy | undefined;
let gate: Server | undefined;

/** Has n8n use a proxy that gives these answers, and then opens tunnels to the provider. */
async function throughProxy(provider: TestServer, ...answers: TunnelAnswer[]): Promise<Proxy> {
	proxy = await startProxy(...answers, tunnelTo(provider.url));
	process.env.HTTPS_PROXY = proxy.url;
	return proxy;
}

beforeEach(trustAuthority);
afterEach(() => {
	jest.restoreAllMocks();
	delete process.env.HTTPS_PROXY;
	proxy?.close();
	gate?.close();
});

test('a provider with a certificate that n8n trusts gets the message', async () => {
	const provider = await startProvider();

	const { json } = await send(provider.url);

	expect(json).toMatchObject([{ status: 'sent' }]);
});

describe('a certificate that n8n does not trust: tried once, with the way out', () => {
	const unknown = createAuthority().issue('localhost');
	test.each([
		['of an unknown authority', unknown],
		['that expired', authority.issue('localhost', yesterday)],
		['of another host', authority.issue('provider.test')],
	])('%s', async (_name, of) => {
		const provider = await startProvider(done, of);

		const { error, details } = failureIn(await send(provider.url));

		expect(error).toMatch(/360dialog could not be reached.*certificate/);
		expect(details.description).toMatch(/NODE_EXTRA_CA_CERTS/);
		expect(details.description).not.toMatch(/before you run|tried/);
		expect(details.status).toBeUndefined();
		expect(provider.seen).toEqual([]);
	});
});

test('https to a port without encryption: tried once, with the way out', async () => {
	const provider = await startServer((_request, response) => done(response));

	const { error, details } = failureIn(await send(provider.url.replace('http:', 'https:')));

	expect(error).toMatch(/no encrypted connection/);
	expect(details.description).toMatch(/http[^]*HTTPS_PROXY/);
	expect(details.status).toBeUndefined();
});

describe('an address that can never be reached: tried five times', () => {
	test.each([
		['no route (ENETUNREACH)', 'https://255.255.255.255', 'ENETUNREACH'],
		['an unknown host', 'https://provider.invalid', 'ENOTFOUND|EAI_AGAIN'],
		['a port that nothing listens at', 'https://127.0.0.1:1', 'ECONNREFUSED'],
	])('%s', async (_name, baseUrl, code) => {
		const { error, details } = failureIn(await send(baseUrl));

		expect(error).toBe('360dialog could not be reached');
		expect(details.description).toMatch(new RegExp(`tried 5 times[^]*(${code})`));
		expect(details.status).toBeUndefined();
	});
});

test('a port without https that says nothing: the handshake times out, and is tried again', async () => {
	const provider = await startProvider();
	const url = await behind(provider, () => {});

	const { json } = await send(url);

	expect(json).toMatchObject([{ status: 'sent' }]);
	expect(provider.seen).toHaveLength(1);
});

describe('a connection that is cut during the handshake is tried again', () => {
	test.each<[string, (client: Socket) => void]>([
		['closed', (client) => client.end()],
		['reset', (client) => client.resetAndDestroy()],
		[
			'reset after the first bytes',
			(client) => client.once('data', () => client.resetAndDestroy()),
		],
	])('%s', async (_name, cut) => {
		const provider = await startProvider();
		const url = await behind(provider, cut);

		const { json } = await send(url);

		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(provider.seen).toHaveLength(1);
	});
});

describe('a proxy that opens no tunnel', () => {
	test.each<[string, TunnelAnswer]>([
		...[500, 502, 503, 504].map((status): [string, TunnelAnswer] => [`${status}`, refuse(status)]),
		['it hangs up', (client) => client.end()],
		['it resets the connection', (client) => client.destroy()],
		['it says nothing', () => {}],
	])('%s: tried again, as nothing was sent', async (_name, answer) => {
		const provider = await startProvider();
		const { asked } = await throughProxy(provider, answer);

		const { json } = await send(provider.url);

		expect(json).toMatchObject([{ status: 'sent' }]);
		expect(asked).toHaveLength(2);
		expect(provider.seen).toHaveLength(1);
	});

	test('if it never does, it is tried five times, and the error names the proxy', async () => {
		const provider = await startProvider();
		const { asked } = await throughProxy(provider, ...Array(9).fill(refuse(502)));

		const { error, details } = failureIn(await send(provider.url));

		expect(error).toMatch(/proxy/);
		expect(details.description).toMatch(/tried 5 times[^]*HTTP 502/);
		expect(details.description).not.toMatch(/before you run/);
		expect(details.status).toBeUndefined();
		expect(asked).toHaveLength(5);
	});

	test.each([
		[403, /firewall/],
		[407, /user name and password/],
	])('%i: tried once, and the error names the proxy', async (status, advice) => {
		const provider = await startProvider();
		const { asked } = await throughProxy(provider, refuse(status));

		const { error, details } = failureIn(await send(provider.url));

		expect(error).toMatch(/proxy/);
		expect(details.description).toMatch(advice);
		expect(details.description).not.toMatch(/360dialog answered/);
		expect(details.status).toBeUndefined();
		expect(asked).toHaveLength(1);
	});

	test('a proxy that does not listen: tried five times', async () => {
		const provider = await startProvider();
		process.env.HTTPS_PROXY = 'http://127.0.0.1:1';

		const { details } = failureIn(await send(provider.url));

		expect(details.description).toMatch(/tried 5 times[^]*HTTPS_PROXY/);
		expect(details.status).toBeUndefined();
	});
});

describe('what the provider itself answers, with a proxy and without', () => {
	const cases: Array<[string, (response: ServerResponse) => void]> = [
		...[500, 502, 503, 504].map((status): [string, (response: ServerResponse) => void] => [
			`${status}`,
			(response) => void response.writeHead(status).end('Their trouble'),
		]),
		['nothing in time', () => {}],
		['a closed connection', ({ socket }) => void socket?.end()],
		['a reset', ({ socket }) => void socket?.destroy()],
		[
			'half an answer',
			(response) => {
				response.writeHead(200, { 'content-length': '1000' });
				response.write('{"messages":', () => response.socket?.destroy());
			},
		],
		['an answer that trickles', (response) => void trickle(response)],
	];
	describe.each([false, true])('proxy: %s', (proxied) => {
		test.each(cases)('%s: never sent again', async (_name, answer) => {
			const provider = await startProvider(answer);
			if (proxied) await throughProxy(provider);

			const { details } = failureIn(await send(provider.url));

			expect(details.status).toBe('unknown');
			expect(details.description).toMatch(/before you run it again/);
			expect(provider.seen).toHaveLength(1);
		});
	});
});

/** Writes a space ten times a second until the other side hangs up. */
async function trickle(response: ServerResponse): Promise<void> {
	response.writeHead(200, { 'content-type': 'application/json' });
	while (!response.destroyed) {
		response.write(' ');
		await sleep(100);
	}
}

/** Answers the first connection itself, and passes all others on to the provider. */
async function behind(provider: TestServer, first: (client: Socket) => void): Promise<string> {
	let connections = 0;
	const server = createServer((client) => {
		client.on('error', () => client.destroy());
		if (++connections === 1) first(client);
		else forward(client, provider.url);
	});
	gate = server;
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `https://localhost:${(server.address() as AddressInfo).port}`;
}
