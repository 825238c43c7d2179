import { randomUUID } from 'node:crypto';

import autocannon, { type Request, type Result } from 'autocannon';
import type { INode } from 'n8n-workflow';

import { sandboxCredential, triggerType } from '../demo/examples';
import { SandboxClient } from '../demo/sandboxClient';
import { until } from '../demo/until';
import { startSandbox } from '../sandbox';
import type { MeasuredN8n } from './n8n';

const CONNECTIONS = 10;
const DELIVERIES = 300;
/** Deliveries that start no run are faster, so measuring them needs more. */
const WITHOUT_RUN = 600;

export interface Receiving {
	name: string;
	perSecond: number;
	/** Responses other than the expected one. */
	unexpected: number;
}

interface Kind {
	name: string;
	url: string;
	secret?: string;
	body(index: number): object;
	amount: number;
	status: number;
}

/** Deliveries answered per second, by their outcome. */
export async function measureReceiving(n8n: MeasuredN8n): Promise<Receiving[]> {
	const sandbox = await startSandbox();
	try {
		return await measureWith(n8n, sandbox);
	} finally {
		await sandbox.close();
	}
}

async function measureWith(
	{ client, url }: MeasuredN8n,
	sandbox: Awaited<ReturnType<typeof startSandbox>>,
): Promise<Receiving[]> {
	const credential = await client.saveCredential(
		sandboxCredential('dialog360', sandbox.accounts.dialog360, ''),
	);
	const [trigger, webhook, isolated] = [randomUUID(), randomUUID(), randomUUID()];
	const workflows = [
		await client.createWorkflow(
			listening('Trigger', {
				...node(triggerType, 1, {
					provider: 'dialog360',
					events: ['message.received'],
					filters: { keywords: 'go' },
				}),
				webhookId: trigger,
				credentials: { [credential.type]: { id: credential.id, name: credential.name } },
			}),
		),
		await client.createWorkflow(
			listening('Webhook', {
				...node('n8n-nodes-base.webhook', 2, { httpMethod: 'POST', path: webhook }),
				webhookId: webhook,
			}),
		),
		await client.createWorkflow(
			listening('Webhook 1', {
				...node('n8n-nodes-base.webhook', 1, { httpMethod: 'POST', path: isolated }),
				webhookId: isolated,
			}),
		),
	];
	for (const { id } of workflows) await client.activate(id);
	const [registered] = await new SandboxClient(sandbox.url, 'dialog360').webhooks();
	if (registered === undefined) throw new Error('The trigger is not registered');
	const ours = registered.url;
	const secret = registered.headers?.['X-Webhook-Secret'];
	const run = randomUUID();
	const wanted = {
		name: 'wanted: starts a run',
		url: ours,
		secret,
		amount: DELIVERIES,
		status: 200,
	};
	const plain = (name: string, path: string) => ({
		name,
		url: `${url}/webhook/${path}`,
		body: (index: number) => delivery(`${run}-plain-${index}`, 'go'),
		amount: DELIVERIES,
		status: 200,
	});
	// n8n opens its sandbox for expressions at each call of a trigger, but not for its own Webhook node,
	// from version 2 on, where no parameter is an expression.
	const asAnyTrigger = plain("n8n's Webhook node 1, as any trigger", isolated);
	const spared = plain("n8n's Webhook node 2, without expressions", webhook);
	const without = { url: ours, secret, amount: WITHOUT_RUN, status: 200 };
	const kinds: Kind[] = [
		// Twice in turn, so that changes while n8n runs affect all of them.
		asAnyTrigger,
		{ ...wanted, body: (index) => delivery(`${run}-a-${index}`, 'go') },
		spared,
		asAnyTrigger,
		{ ...wanted, body: (index) => delivery(`${run}-b-${index}`, 'go') },
		spared,
		{ ...without, name: 'repeated', body: () => delivery(`${run}-a-0`, 'go') },
		{ ...without, name: 'filtered', body: (index) => delivery(`${run}-f-${index}`, 'no') },
		{
			...without,
			name: 'forged',
			secret: 'guessed',
			status: 401,
			body: (index) => delivery(`${run}-x-${index}`, 'go'),
		},
	];
	const measured: Receiving[] = [];
	for (const kind of kinds) {
		measured.push(await measure(kind));
		// All runs end before the next are measured.
		await until(
			'all runs to end',
			async () => {
				const executions = await Promise.all(
					workflows.map(async ({ id }) => await client.executions(id)),
				);
				return executions.flat().every(({ stoppedAt }) => stoppedAt);
			},
			{ seconds: 300 },
		);
	}
	return meansByName(measured);
}

async function measure({ name, url, secret, body, amount, status }: Kind): Promise<Receiving> {
	let index = 0;
	const request: Request = {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(secret ? { 'x-webhook-secret': secret } : {}),
		},
		setupRequest: (before) => ({ ...before, body: JSON.stringify(body(index++)) }),
	};
	const begun = performance.now();
	let answered = begun;
	const options = { url, connections: CONNECTIONS, amount, requests: [request] };
	const result = await new Promise<Result>((resolve, reject) => {
		const run = autocannon(options, (error, all) => (error ? reject(error) : resolve(all)));
		// The result comes with the next full second.
		run.on('response', () => (answered = performance.now()));
	});
	const seconds = (answered - begun) / 1000;
	const expected = result.statusCodeStats?.[`${status}`]?.count ?? 0;
	return { name, perSecond: amount / seconds, unexpected: amount - expected };
}

function meansByName(measured: Receiving[]): Receiving[] {
	return [...new Set(measured.map(({ name }) => name))].map((name) => {
		const same = measured.filter((one) => one.name === name);
		// For equal amounts: all of them divided by all of their time.
		const perSecond = same.length / same.reduce((sum, one) => sum + 1 / one.perSecond, 0);
		return { name, perSecond, unexpected: same.reduce((sum, one) => sum + one.unexpected, 0) };
	});
}

/** A text message in a group, as 360dialog delivers it. */
function delivery(id: string, text: string): object {
	const message = {
		from: '15550002222',
		group_id: 'Y2FwaV9ncm91cDox',
		id: `wamid.${id}`,
		timestamp: '1769820495',
		type: 'text',
		text: { body: text },
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550001111', phone_number_id: '1' },
		contacts: [{ profile: { name: 'Sample' }, wa_id: '15550002222' }],
		messages: [message],
	};
	return {
		object: 'whatsapp_business_account',
		entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
	};
}

function listening(name: string, trigger: INode) {
	const end = { ...node('n8n-nodes-base.noOp', 1, {}), id: 'End', name: 'End' };
	return {
		name,
		nodes: [trigger, end],
		connections: { Start: { main: [[{ node: 'End', type: 'main' as const, index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

function node(type: string, typeVersion: number, parameters: INode['parameters']): INode {
	return { id: 'Start', name: 'Start', type, typeVersion, position: [0, 0], parameters };
}
