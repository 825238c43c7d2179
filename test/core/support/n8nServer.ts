import type { IDataObject } from 'n8n-workflow';

import { until } from '../../sandbox/support';
import type { Reception, TestTrigger } from '../../support/trigger';
import { startServer } from './servers';

/** The webhook server of n8n: hands what arrives to the trigger, and answers as that says. */
export interface N8nServer {
	url: string;
	/** Of all deliveries, in the order of their answers. */
	receptions: Reception[];
	attach(trigger: TestTrigger): void;
	/** Waits for so many deliveries, and gives the items that runs were started with. */
	items(deliveries: number): Promise<IDataObject[]>;
	/** Waits for so many items. */
	started(items: number): Promise<IDataObject[]>;
}

export async function startN8n(): Promise<N8nServer> {
	const receptions: Reception[] = [];
	const failures: unknown[] = [];
	let trigger: TestTrigger | undefined;
	const server = await startServer(async ({ path = '', headers, body }, response) => {
		const { pathname, searchParams } = new URL(path, 'http://n8n.test');
		if (trigger === undefined || pathname !== new URL(trigger.url()).pathname) {
			response.writeHead(404).end();
			return;
		}
		try {
			const reception = await trigger.receive({
				body: body === '' ? undefined : JSON.parse(body),
				headers: headers as Record<string, string>,
				query: Object.fromEntries(searchParams),
				rawBody: Buffer.from(body),
			});
			receptions.push(reception);
			response.writeHead(reception.status).end(JSON.stringify(reception.body));
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
		attach: (attached) => {
			trigger = attached;
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
