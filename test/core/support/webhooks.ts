/** The webhooks registered with a provider, read and set as another client of it would. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import type { Destination } from '../../../sandbox/server/deliveries';
import type { ProviderName } from '../../../sandbox/providers';
import { client } from '../../sandbox/support';
import { TestTrigger, type Surroundings } from '../../support/trigger';
import { firstOf } from '../../support/firstOf';
import type { TestSandbox } from './sandbox';

/**
 * The providers with several webhooks, set by API. Meta's single override is in
 * registration.meta.test.ts; A1Base has no API for webhooks.
 */
export type Registering = Extract<ProviderName, 'dialog360' | 'oneMsg'>;

export const registering: Registering[] = ['dialog360', 'oneMsg'];

export function triggerOf(
	sandbox: TestSandbox,
	provider: ProviderName,
	parameters: INodeParameters = {},
	surroundings: Surroundings = {},
	account: IDataObject = {},
): TestTrigger {
	return new TestTrigger(
		{ provider, events: ['message.received'], ...parameters },
		sandbox.credentials(provider, account),
		surroundings,
	);
}

/** Static data as n8n's database keeps it. */
export const saved = ({ staticData }: TestTrigger): IDataObject =>
	JSON.parse(JSON.stringify(staticData)) as IDataObject;

export async function registeredWebhooks(
	sandbox: TestSandbox,
	provider: ProviderName,
): Promise<Array<Required<Destination>>> {
	const { data } = await sandbox.control(provider).http.get('/webhook');
	return data.webhooks;
}

/** Sets the provider's webhooks, as another client of it would. */
export async function setWebhooks(
	sandbox: TestSandbox,
	provider: Registering,
	...webhooks: Destination[]
): Promise<void> {
	if (provider === 'oneMsg') {
		const webhookUrl = webhooks.map(({ url }) => url);
		expect(await oneMsg(sandbox).post('/webhook', { webhookUrl })).toMatchObject({ status: 200 });
		return;
	}
	const [main, ...others] = webhooks;
	const destinations = others.map((webhook, at) => ({ name: `other ${at}`, ...webhook }));
	const api = dialog360(sandbox);
	await api.post('/v1/configs/webhook', main);
	await api.post('/multi_webhook', { enabled: false });
	if (others.length > 0) await api.post('/multi_webhook', { enabled: true, destinations });
	expect(await registeredWebhooks(sandbox, provider)).toHaveLength(webhooks.length);
}

/** Addresses of the registered webhooks, without the query, which may hold a secret. */
export const addresses = async (sandbox: TestSandbox, provider: ProviderName): Promise<string[]> =>
	(await registeredWebhooks(sandbox, provider)).map(({ url }) => firstOf(url.split('?')));

/** The trigger of a second workflow, with an address of its own. */
export const second = { webhookId: '22222222-3333-4444-8555-666666666666' };

/** The channel-wide switch for statuses. */
export async function ackSwitch(sandbox: TestSandbox): Promise<boolean> {
	const { data } = await oneMsg(sandbox).get('/settings');
	return data.ackNotificationsOn;
}

export async function setAckSwitch(
	sandbox: TestSandbox,
	ackNotificationsOn: boolean,
): Promise<void> {
	await oneMsg(sandbox).post('/settings', { ackNotificationsOn });
}

/** Deliveries in Meta's form from now on. */
export async function setRawHooks(sandbox: TestSandbox): Promise<void> {
	await oneMsg(sandbox).post('/settings', { rawHooks: true });
}

/** Calls that may have changed something. */
export async function writes(sandbox: TestSandbox, provider: ProviderName) {
	return (await sandbox.control(provider).calls()).filter(({ method }) => method !== 'GET');
}

const dialog360 = ({ accounts }: TestSandbox) =>
	client(accounts.dialog360.baseUrl, { 'D360-API-KEY': accounts.dialog360.apiKey });

const oneMsg = ({ accounts }: TestSandbox) =>
	client(`${accounts.oneMsg.baseUrl}/${accounts.oneMsg.channelId}`, {
		Authorization: `Bearer ${accounts.oneMsg.apiKey}`,
	});

/** The node as another process of n8n has loaded it, or the same n8n after it started again. */
export function anotherProcess(): WhatsAppGroupsTrigger {
	let type: WhatsAppGroupsTrigger | undefined;
	jest.isolateModules(() => {
		const path = '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
		const { WhatsAppGroupsTrigger: Type } = jest.requireActual(path);
		type = new Type();
	});
	if (type === undefined) throw new Error('the node could not be loaded');
	return type;
}
