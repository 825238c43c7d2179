/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** A provider for measurements: it answers sends as 360dialog does, with a delay, and counts them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

/** From the request to its response, in ms, and its variation. */
const LATENCY_MS = 50;
const JITTER = 0.8;

export interface Limit {
	perSecond: number;
	burst: number;
}

export interface Count {
	delivered: number;
	refused: number;
	/** Deliveries that came after a later one of the same group. */
	outOfOrder: number;
	/** Deliveries of a message that was delivered before. */
	doubled: number;
}

export interface StandIn {
	url: string;
	/** Resets the counts and fills the token bucket. */
	reset(limit?: Limit): void;
	count(): Count;
	close(): Promise<void>;
}

/** Messages are `{to: group, text: {body: number}}`; numbers rise in the order of sending. */
export async function startStandIn(): Promise<StandIn> {
	let bucket = bucketOf();
	let count: Count;
	let latest: Map<string, number>;
	let seen: Set<number>;
	const reset = (limit?: Limit) => {
		bucket = bucketOf(limit);
		count = { delivered: 0, refused: 0, outOfOrder: 0, doubled: 0 };
		latest = new Map();
		seen = new Set();
	};
	reset();

	const deliver = (group: string, number: number) => {
		count.delivered++;
		if (seen.has(number)) count.doubled++;
		seen.add(number);
		const before = latest.get(group) ?? -1;
		if (number < before) count.outOfOrder++;
		latest.set(group, Math.max(before, number));
	};

	const server = createServer(async (request, response) => {
		const body = (await json(request)) as { to: string; text: { body: string } };
		// The limit is checked before the delay, and the order of messages after it.
		const accepted = bucket();
		await latency();
		if (accepted) deliver(body.to, Number(body.text.body));
		else count.refused++;
		response.writeHead(
			accepted ? 200 : 429,
			accepted
				? { 'content-type': 'application/json' }
				: { 'content-type': 'application/json', 'retry-after': '1' },
		);
		response.end(
			JSON.stringify(
				accepted
					? { messaging_product: 'whatsapp', messages: [{ id: `wamid.${body.text.body}` }] }
					: { error: { message: '(#130429) Rate limit hit', code: 130429 } },
			),
		);
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		reset,
		count: () => ({ ...count }),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function latency(): Promise<void> {
	await delay(LATENCY_MS * (1 + JITTER * (2 * Math.random() - 1)));
}

/** Whether the limit allows one more message. */
function bucketOf(limit?: Limit): () => boolean {
	if (limit === undefined) return () => true;
	let tokens = limit.burst;
	let at = performance.now();
	return () => {
		const now = performance.now();
		tokens = Math.min(limit.burst, tokens + ((now - at) * limit.perSecond) / 1000);
		at = now;
		if (tokens < 1) return false;
		tokens -= 1;
		return true;
	};
}
