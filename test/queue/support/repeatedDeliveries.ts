/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Each event arrives in two processes at the same moment. How often does a workflow act on it? */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { INode } from 'n8n-workflow';

import { withCredential } from '../../../demo/examples';
import type { Credential } from '../../../demo/n8nTypes';
import { loopback } from '../../../demo/ports';
import { until } from '../../../demo/until';
import { ana, type Stage } from '../../e2e/support/stage';
import type { QueueMode } from './queueMode';

/** How often the workflow acted, by the means that should keep it from acting twice. */
export interface Acted {
	/** Without a means: the number of executions. */
	nothing: number;
	removeDuplicates: number;
	/** Events that *Remove Duplicates* failed for, although n8n repeated the node. */
	removeDuplicatesFailed: number;
	redis: number;
	/** Events that were lost. */
	lost: Record<'removeDuplicates' | 'redis', number>;
}

/** Pairs of deliveries that are on their way at the same time. */
const TOGETHER = 10;
/** Without another action for so long, all executions have ended. */
const QUIET_SECONDS = 10;

export async function deliverTwice(
	{ webhooks, redisPort }: QueueMode,
	stage: Stage,
	events: number,
): Promise<Acted> {
	const counter = await startCounter();
	try {
		const redis = await stage.n8n.saveCredential({
			name: 'Redis',
			type: 'redis',
			data: { host: loopback, port: redisPort },
		});
		const credential = await stage.credential('dialog360');
		const workflow = await stage.n8n.createWorkflow(
			withCredential(comparison(counter.url, redis), credential),
		);
		await stage.activate('dialog360', workflow);
		const deliver = await deliveryOf(stage, webhooks);
		await until('the first executions', () => counter.lastAt > 0);
		await counter.quiet();
		counter.reset();

		let next = 0;
		const lane = async () => {
			while (next < events) await deliver(`wamid.TWICE${next++}`);
		};
		await Promise.all(Array.from({ length: TOGETHER }, lane));
		await counter.quiet();
		await stage.n8n.deactivate(workflow.id);
		const acted = (means: string) => counter.actions(means);
		const lost = (means: string) => events - new Set(acted(means)).size;
		return {
			nothing: acted('nothing').length,
			removeDuplicates: acted('removeDuplicates').length,
			removeDuplicatesFailed: acted('removeDuplicatesFailed').length,
			redis: acted('redis').length,
			lost: { removeDuplicates: lost('removeDuplicates'), redis: lost('redis') },
		};
	} finally {
		await counter.close();
	}
}

/** Repeats a delivery of the sandbox, with other IDs of messages, in all processes at the same moment. */
async function deliveryOf(stage: Stage, webhooks: QueueMode['webhooks']) {
	const { id } = await stage.createGroup('dialog360');
	const message = await stage.at('dialog360').write(id, ana.id, 'Hello');
	const { url, headers, body } = await until('a delivery', async () =>
		(await stage.at('dialog360').deliveries()).find((one) =>
			JSON.stringify(one.body).includes(message.id),
		),
	);
	const { pathname, search } = new URL(url);
	return async (messageId: string) => {
		const data = JSON.parse(JSON.stringify(body).replaceAll(message.id, messageId));
		await Promise.all(
			webhooks.map((one) => axios.post(`${one.url}${pathname}${search}`, data, { headers })),
		);
	};
}

/** Acts on each event four times, once for each means. */
function comparison(counterUrl: string, redis: Credential) {
	const eventId = "={{ $('Event').item.json.eventId }}";
	const act = (means: string) =>
		node(means, 'n8n-nodes-base.httpRequest', 4.2, {
			method: 'POST',
			url: `${counterUrl}/${means}`,
			sendBody: true,
			bodyParameters: { parameters: [{ name: 'eventId', value: eventId }] },
		});
	const nodes: INode[] = [
		node('Event', 'n8n-nodes-whatsapp-groups.whatsAppGroupsTrigger', 1, {
			provider: 'dialog360',
			events: ['message.received'],
		}),
		act('nothing'),
		{
			...node('Remove Duplicates', 'n8n-nodes-base.removeDuplicates', 2, {
				operation: 'removeItemsSeenInPreviousExecutions',
				dedupeValue: eventId,
			}),
			retryOnFail: true,
			onError: 'continueErrorOutput',
		},
		act('removeDuplicates'),
		act('removeDuplicatesFailed'),
		{
			...node('Count the Event', 'n8n-nodes-base.redis', 1, {
				operation: 'incr',
				key: eventId,
				expire: true,
				ttl: 86_400,
			}),
			credentials: { redis: { id: redis.id, name: redis.name } },
		},
		node('Is It the First?', 'n8n-nodes-base.filter', 2.2, {
			conditions: {
				options: { caseSensitive: true, typeValidation: 'loose', version: 2 },
				conditions: [
					{
						leftValue: '={{ Object.values($json)[0] }}',
						rightValue: 1,
						operator: { type: 'number', operation: 'equals' },
					},
				],
				combinator: 'and',
			},
		}),
		act('redis'),
	];
	const to = (...names: string[]) =>
		names.map((name) => ({ node: name, type: 'main' as const, index: 0 }));
	const connections = {
		Event: { main: [to('nothing', 'Remove Duplicates', 'Count the Event')] },
		// Kept, discarded, failed.
		'Remove Duplicates': { main: [to('removeDuplicates'), [], to('removeDuplicatesFailed')] },
		'Count the Event': { main: [to('Is It the First?')] },
		'Is It the First?': { main: [to('redis')] },
	};
	return { name: 'Twice at the same moment', nodes, connections };
}

function node(name: string, type: string, typeVersion: number, parameters: object): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters } as INode;
}

/** Receives the actions of a workflow: `POST /<means>` with an event's ID. */
async function startCounter() {
	let actions: Array<{ means: string; eventId: string }> = [];
	let lastAt = 0;
	const server = createServer(async (request, response) => {
		let text = '';
		for await (const part of request) text += part;
		actions.push({ means: request.url!.slice(1), eventId: JSON.parse(text).eventId });
		lastAt = performance.now();
		response.end('{}');
	}).listen(0, loopback);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://${loopback}:${port}`,
		get lastAt() {
			return lastAt;
		},
		reset: () => void (actions = []),
		actions: (means: string) =>
			actions.filter((one) => one.means === means).map(({ eventId }) => eventId),
		quiet: async () => {
			while (performance.now() - lastAt < QUIET_SECONDS * 1000) await delay(500);
		},
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
