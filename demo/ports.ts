/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export const loopback = '127.0.0.1';

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
	const server = createServer().listen(0, loopback);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
