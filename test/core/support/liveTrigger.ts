import { randomUUID } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import { eventMenu } from '../../../nodes/WhatsAppGroups/trigger/editor/eventMenu';
import { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import type { Delivery } from '../../../sandbox/server/deliveries';
import type { ProviderName } from '../../../sandbox/providers';
import { until } from '../../sandbox/support';
import type { IncomingCall, Surroundings, TestTrigger } from '../../support/trigger';
import { metaSignature } from './metaSignature';
import type { TestSandbox } from './sandbox';
import { startN8n, type N8nServer } from './n8nServer';
import { saved, triggerOf } from './webhooks';

export const everyEvent = eventMenu.map(({ value }) => String(value));

/** The secret in the credential of all triggers here. */
export const ownSecret = 'a-long-random-word-of-my-own';

/**
 * An activated trigger that the sandbox's deliveries reach by HTTP. A1Base's webhook is set in its
 * dashboard, by hand.
 */
export async function liveTrigger(
	sandbox: TestSandbox,
	n8n: N8nServer,
	provider: ProviderName,
	parameters: INodeParameters = {},
): Promise<TestTrigger> {
	const trigger = triggerOf(
		sandbox,
		provider,
		{ events: everyEvent, ...parameters },
		// A node of its own, because the process remembers the events of each node.
		{ n8nUrl: n8n.url, webhookId: randomUUID() },
		{ webhookSecret: ownSecret },
	);
	n8n.attach(trigger);
	await trigger.activate();
	if (provider === 'a1Base') {
		await sandbox.control(provider).set({ webhookUrl: `${trigger.url()}?secret=${ownSecret}` });
	}
	return trigger;
}

/** A server for each test of a file. */
export function useN8n(): { readonly n8n: N8nServer } {
	let n8n: N8nServer;
	beforeEach(async () => {
		n8n = await startN8n();
	});
	return {
		get n8n() {
			return n8n;
		},
	};
}

/** A delivery as it would reach n8n again. */
export function asCall({ url, headers, body }: Delivery): IncomingCall {
	const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		body,
		headers: Object.fromEntries(lowerCase),
		query: Object.fromEntries(new URL(url).searchParams),
	};
}

/** The call with another body. Meta's is signed again. */
export function withBody(sandbox: TestSandbox, call: IncomingCall, body: unknown): IncomingCall {
	const rawBody = Buffer.from(JSON.stringify(body) ?? '');
	if (call.headers?.['x-hub-signature-256'] === undefined) return { ...call, body, rawBody };
	const signature = metaSignature(rawBody, sandbox.accounts.metaCloud.appSecret);
	return { ...call, body, rawBody, headers: { ...call.headers, ...signature } };
}

/** The call as a message of its own: only the IDs differ. */
export function asNewMessage(sandbox: TestSandbox, call: IncomingCall): IncomingCall {
	const text = JSON.stringify(call.body).replaceAll(/(wamid\.|msg_)/g, '$1NEW');
	return withBody(sandbox, call, JSON.parse(text));
}

/** Waits until the sandbox's newest delivery is accepted. Returns it. */
export async function newestDelivery(
	sandbox: TestSandbox,
	provider: ProviderName,
): Promise<Delivery> {
	return await until(async () => {
		const delivery = (await sandbox.control(provider).deliveries()).at(-1);
		return delivery?.state === 'delivered' ? delivery : undefined;
	});
}

/** The same trigger as n8n loads it for one delivery: static data is a copy from the database. */
export function loadedAgain(
	sandbox: TestSandbox,
	provider: ProviderName,
	trigger: TestTrigger,
	surroundings: Surroundings = {},
): TestTrigger {
	return triggerOf(
		sandbox,
		provider,
		{ events: everyEvent },
		{ webhookId: trigger.webhookId, staticData: saved(trigger), ...surroundings },
		{ webhookSecret: ownSecret },
	);
}

/** The same trigger in a new process of n8n, with nothing but its static data. */
export function inNewProcess(
	sandbox: TestSandbox,
	provider: ProviderName,
	trigger: TestTrigger,
	staticData = saved(trigger),
): TestTrigger {
	let type: WhatsAppGroupsTrigger | undefined;
	jest.isolateModules(() => {
		const path = '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
		const loaded = jest.requireActual<{ WhatsAppGroupsTrigger: typeof WhatsAppGroupsTrigger }>(
			path,
		);
		type = new loaded.WhatsAppGroupsTrigger();
	});
	return loadedAgain(sandbox, provider, trigger, { staticData, type });
}
