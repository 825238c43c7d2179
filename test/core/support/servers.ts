/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Servers for responses that the sandbox never sends. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { Identity } from './certificates';

export interface SeenRequest {
	method?: string;
	path?: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface TestServer {
	url: string;
	/** The received requests, in order. */
	seen: SeenRequest[];
	close(): Promise<void>;
}

const running = new Set<TestServer>();

// Also after a failed test: a server that keeps running would keep jest from ending.
afterEach(async () => {
	await Promise.all([...running].map(async (server) => await server.close()));
});

/**
 * A server on loopback that reads each request to its end, and answers it with `answer`.
 *
 * @param at its address; any free one if omitted
 * @param identity its certificate, if it is to be reached by https
 */
export async function startServer(
	answer: (request: SeenRequest, response: ServerResponse) => void | Promise<void>,
	{ at, identity }: { at?: string; identity?: Identity } = {},
): Promise<TestServer> {
	const seen: SeenRequest[] = [];
	const listen = async (request: IncomingMessage, response: ServerResponse) => {
		const { method, url: path, headers } = request;
		const received = { method, path, headers, body: await text(request) };
		seen.push(received);
		await answer(received, response);
	};
	const server = identity ? createTlsServer(identity, listen) : createServer(listen);
	await new Promise<void>((resolve) =>
		server.listen(at ? Number(new URL(at).port) : 0, '127.0.0.1', resolve),
	);
	const { port } = server.address() as AddressInfo;
	const started = {
		url: identity ? `https://localhost:${port}` : `http://127.0.0.1:${port}`,
		seen,
		close: async () => {
			running.delete(started);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	running.add(started);
	return started;
}

/** An address where no server listens. */
export async function deadAddress(): Promise<string> {
	const server = await startServer(() => {});
	await server.close();
	return server.url;
}
