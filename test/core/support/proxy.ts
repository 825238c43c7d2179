/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** How a proxy answers a request for a tunnel. */
export type TunnelAnswer = (client: Duplex) => void;

export interface Proxy {
	url: string;
	/** The requested hosts and ports. */
	asked: string[];
	close(): void;
}

/** Connects a client to a server on loopback. */
export function forward(client: Duplex, server: string): void {
	const upstream = connect(Number(new URL(server).port), '127.0.0.1');
	client.pipe(upstream).pipe(client);
	for (const end of [client, upstream]) {
		end.on('error', () => {});
		end.on('close', () => [client, upstream].forEach((other) => other.destroy()));
	}
}

/** Opens the tunnel to a server on loopback, whatever host was requested. */
export const tunnelTo =
	(server: string): TunnelAnswer =>
	(client) => {
		client.write('HTTP/1.1 200 Connection established\r\n\r\n');
		forward(client, server);
	};

/** Refuses the tunnel with a page, as proxies do. */
export const refuse =
	(status: number): TunnelAnswer =>
	(client) =>
		client.end(
			`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>No</p>`,
		);

/** An HTTP proxy on loopback that gives one answer after the other, and the last one from then on. */
export async function startProxy(...answers: TunnelAnswer[]): Promise<Proxy> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer();
	server.on('connection', (socket) => sockets.add(socket));
	server.on('connect', ({ url = '' }, client) => {
		const answer = answers[Math.min(asked.length, answers.length - 1)];
		asked.push(url);
		client.on('error', () => {});
		answer?.(client);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		close: () => {
			for (const socket of sockets) socket.destroy();
			server.close();
		},
	};
}
