import type { IDataObject } from 'n8n-workflow';

import { until } from '../../sandbox/support';
import type { Reception, TestTrigger } from '../../support/trigger';
import { startServer } from './servers';

/** The webhook server of n8n: passes each request to the trigger at its path, and sends its response. */
export interface N8nServer {
	url: string;
	/** Of all deliveries, in the order of their responses. */
	receptions: Reception[];
	/** Replaces an earlier trigger with the same address. */
	attach(trigger: TestTrigger): void;
	/** Waits for this many deliveries, and returns the items that runs were started with. */
	items(deliveries: number): Promise<IDataObject[]>;
	/** Waits for this many items. */
	started(items: number): Promise<IDataObject[]>;
}

export async function startN8n(): Promise<N8nServer> {
	const receptions: Reception[] = [];
	const failures: unknown[] = [];
	const triggers = new Map<string, TestTrigger>();
	const server = await startServer(async ({ method, path = '', headers, body }, response) => {
		const { pathname, searchParams } = new URL(path, 'http://n8n.test');
		const query = Object.fromEntries(searchParams);
		const trigger = triggers.get(pathname);
		if (trigger === undefined) {
			response.writeHead(404).end();
			return;
		}
		try {
			if (method === 'GET') {
				const answer = await trigger.check(query);
				response.writeHead(answer.status).end(textOf(answer.body));
				return;
			}
			const reception = await trigger.receive({
				body: body === '' ? undefined : JSON.parse(body),
				headers: headers as Record<string, string>,
				query,
				rawBody: Buffer.from(body),
			});
			receptions.push(reception);
			response.writeHead(reception.status).end(textOf(reception.body));
		} catch (error) {
			failures.push(error);
			response.writeHead(500).end();
		}
	});
	const all = () => {
		if (failures.length > 0) throw failures[0];
		return receptions.flatMap(({ items = [] }) => items);
	};
	return {
		url: server.url,
		receptions,
		attach: (trigger) => {
			for (const mode of ['production', 'test'] as const) {
				triggers.set(new URL(trigger.url(mode)).pathname, trigger);
			}
		},
		items: async (deliveries) => {
			await until(() => all() && receptions.length >= deliveries);
			return all();
		},
		started: async (items) => {
			await until(() => all().length >= items);
			return all();
		},
	};
}

function textOf(body: unknown): string {
	return typeof body === 'string' ? body : JSON.stringify(body);
}
