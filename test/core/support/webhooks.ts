/** The webhooks that stand at a provider, looked at and set as another client of it would. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Destination } from '../../../sandbox/deliveries';
import type { ProviderName } from '../../../sandbox/providers';
import { client } from '../../sandbox/support';
import { TestTrigger, type Surroundings } from '../../support/trigger';
import type { House } from './house';

/** The providers whose webhooks can be set by API. */
export type Registering = Exclude<ProviderName, 'a1Base'>;

export const registering: Registering[] = ['dialog360', 'oneMsg'];

export function triggerOf(
	house: House,
	provider: ProviderName,
	parameters: INodeParameters = {},
	surroundings: Surroundings = {},
	account: IDataObject = {},
): TestTrigger {
	return new TestTrigger(
		{ provider, events: ['message.received'], ...parameters },
		house.credentials(provider, account),
		surroundings,
	);
}

/** Static data as n8n's database keeps it. */
export const saved = ({ staticData }: TestTrigger): IDataObject =>
	JSON.parse(JSON.stringify(staticData)) as IDataObject;

export async function standing(
	house: House,
	provider: ProviderName,
): Promise<Array<Required<Destination>>> {
	const { data } = await house.control(provider).http.get('/webhook');
	return data.webhooks;
}

/** Another client of the provider sets these. */
export async function occupy(
	house: House,
	provider: Registering,
	...webhooks: Destination[]
): Promise<void> {
	const { status } =
		provider === 'dialog360'
			? await dialog360(house).post('/v1/configs/webhook', webhooks[0])
			: await oneMsg(house).post('/webhook', { webhookUrl: webhooks.map(({ url }) => url) });
	expect(status).toBe(200);
}

/** The channel-wide switch for statuses. */
export async function ackSwitch(house: House): Promise<boolean> {
	const { data } = await oneMsg(house).get('/settings');
	return data.ackNotificationsOn;
}

export async function setAckSwitch(house: House, ackNotificationsOn: boolean): Promise<void> {
	await oneMsg(house).post('/settings', { ackNotificationsOn });
}

/** Deliveries in Meta's form from now on. */
export async function setRawHooks(house: House): Promise<void> {
	await oneMsg(house).post('/settings', { rawHooks: true });
}

/** Calls that may have changed something. */
export async function writes(house: House, provider: ProviderName) {
	return (await house.control(provider).calls()).filter(({ method }) => method !== 'GET');
}

const dialog360 = ({ sandbox: { accounts } }: House) =>
	client(accounts.dialog360.baseUrl, { 'D360-API-KEY': accounts.dialog360.apiKey });

const oneMsg = ({ sandbox: { accounts } }: House) =>
	client(`${accounts.oneMsg.baseUrl}/${accounts.oneMsg.channelId}`, {
		Authorization: `Bearer ${accounts.oneMsg.apiKey}`,
	});
