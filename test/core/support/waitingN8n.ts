import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { WhatsAppGroups } from '../../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import type { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import type { ProviderName } from '../../../sandbox/providers';
import type { Group } from '../../../sandbox/world/model';
import { WaitingRun } from '../../support/waitingRun';
import type { Reception, TestTrigger } from '../../support/trigger';
import { everyEvent, ownSecret } from './liveTrigger';
import { groupField, type TestSandbox } from './sandbox';
import { startServer } from './servers';
import { saved, triggerOf } from './webhooks';

/** n8n with a published trigger and runs that wait, which reach each other by HTTP. */
export interface WaitingN8n {
	url: string;
	trigger: TestTrigger;
	/** Of all deliveries, in the order of their answers. */
	receptions: Reception[];
	/** What the trigger started runs with. */
	started(): IDataObject[];
	/** Forwards that reached waiting runs. */
	forwards: Array<{ path: string; headers: Record<string, string>; body: string }>;
	ask(group: Group, parameters?: INodeParameters, type?: WhatsAppGroups): Promise<WaitingRun>;
	/** Another process takes over: what was in memory is gone, and static data stays. */
	restartTrigger(type: WhatsAppGroupsTrigger): void;
}

export async function startWaitingN8n(
	sandbox: TestSandbox,
	provider: ProviderName,
	account: IDataObject = {},
	events = everyEvent.filter((event) => !/sent|status/.test(event)),
): Promise<WaitingN8n> {
	const runs = new Map<string, WaitingRun>();
	const receptions: Reception[] = [];
	const forwards: WaitingN8n['forwards'] = [];
	const server = await startServer(async ({ method = '', path = '', headers, body }, response) => {
		const known = headers as Record<string, string>;
		if (path.startsWith('/webhook-waiting/')) {
			forwards.push({ path, headers: known, body });
			const run = runs.get(path.split('/')[2]!);
			const answer = await run?.request({ method, path, headers: known, body });
			const type = answer?.type === 'html' ? 'text/html' : 'application/json';
			response.writeHead(answer?.status ?? 404, { 'content-type': type }).end(answer?.body);
			return;
		}
		const query = Object.fromEntries(new URL(path, 'http://n8n.test').searchParams);
		if (method === 'GET') {
			const { status, body: word } = await n8n.trigger.check(query);
			response.writeHead(status).end(String(word));
			return;
		}
		const reception = await n8n.trigger.receive({
			body: JSON.parse(body),
			headers: known,
			query,
			rawBody: Buffer.from(body),
		});
		receptions.push(reception);
		response.writeHead(reception.status).end(JSON.stringify(reception.body));
	});
	const webhookId = randomUUID();
	const secret = { webhookSecret: ownSecret };
	const trigger = (type?: WhatsAppGroupsTrigger, staticData?: IDataObject) =>
		triggerOf(
			sandbox,
			provider,
			{ events },
			{ n8nUrl: server.url, webhookId, type, staticData },
			{ ...secret, ...account },
		);
	const n8n: WaitingN8n = {
		url: server.url,
		trigger: trigger(),
		receptions,
		forwards,
		started: () => receptions.flatMap(({ items = [] }) => items),
		ask: async (group, parameters = {}, type = undefined) => {
			const run = await WaitingRun.start(
				{ provider, group: groupField(group), message: 'Deploy now?', ...parameters },
				sandbox.credentials(provider, secret),
				server.url,
				{ type },
			);
			runs.set(run.id, run);
			return run;
		},
		restartTrigger: (type) => {
			n8n.trigger = trigger(type, saved(n8n.trigger));
		},
	};
	await n8n.trigger.activate();
	if (provider === 'a1Base') {
		await sandbox.control(provider).set({ webhookUrl: `${n8n.trigger.url()}?secret=${ownSecret}` });
	}
	return n8n;
}
