/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import type { ServerResponse } from 'node:http';

import { startServer, type TestServer } from './servers';

/** The outcome of one request: whether the message is delivered, and the response. */
export const behaviors = {
	well: { delivers: true, answer: answered },
	'429': { delivers: false, answer: status(429) },
	'429 with a date': {
		delivers: false,
		answer: status(429, { 'retry-after': new Date(0).toUTCString() }),
	},
	'503 with Retry-After': { delivers: false, answer: status(503, { 'retry-after': '0' }) },
	refusal: { delivers: false, answer: status(400) },
	'500, not delivered': { delivers: false, answer: status(500) },
	'500, delivered': { delivers: true, answer: status(500) },
	'reset, not delivered': { delivers: false, answer: reset },
	'reset, delivered': { delivers: true, answer: reset },
	'broken JSON': { delivers: true, answer: (response: ServerResponse) => void response.end('{"') },
};
export type Behavior = keyof typeof behaviors;

export interface Delivery {
	group: string;
	number: number;
}

/** A 360dialog that answers by a plan, and answers well after its end. */
export async function startFaultyProvider(
	plan: Behavior[],
): Promise<{ server: TestServer; tried: Delivery[]; delivered: Delivery[] }> {
	const tried: Delivery[] = [];
	const delivered: Delivery[] = [];
	let next = 0;
	const server = await startServer(({ body }, response) => {
		const { delivers, answer } = behaviors[plan[next++] ?? 'well'];
		const { to, text } = JSON.parse(body) as { to: string; text: { body: string } };
		const message = { group: to, number: Number(text.body) };
		tried.push(message);
		if (delivers) delivered.push(message);
		answer(response);
	});
	return { server, tried, delivered };
}

function answered(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(JSON.stringify({ messages: [{ id: 'wamid.1' }] }));
}

function status(code: number, headers: Record<string, string> = {}) {
	return (response: ServerResponse): void => void response.writeHead(code, headers).end('Trouble');
}

function reset({ socket }: ServerResponse): void {
	socket?.resetAndDestroy();
}
