/** An app or account delivers the events of all its numbers to the same address. */
import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import type { ProviderName } from '../../nodes/WhatsAppGroups/contract/ProviderName';
import { samples } from '../unit/deliveries';
import { signedCall, triggerWithSecret } from './support/signedCalls';

const accepted = { status: 200, body: { success: true } };

/** Fields of the credential, and how many of the sample's events are for its number. */
const cases: Array<[ProviderName, IDataObject, number]> = [
	['metaCloud', { phoneNumberId: '1000' }, 1],
	['metaCloud', { phoneNumberId: ' 1000\n' }, 1],
	['metaCloud', { phoneNumberId: '' }, 1],
	['metaCloud', { phoneNumberId: '2000' }, 0],
	['metaCloud', { phoneNumberId: '10001' }, 0],
	['a1Base', { agentNumber: '+1 (555) 000-1111' }, 1],
	['a1Base', { agentNumber: '15550001111' }, 1],
	['a1Base', { agentNumber: '' }, 1],
	['a1Base', { agentNumber: '+15550001112' }, 0],
	// Their webhooks belong to a single number.
	['oneMsg', { channelId: '1' }, 1],
	['dialog360', {}, 1],
];

const [body, another] = [0, 1].map(
	(index) => (provider: ProviderName) =>
		samples[provider].filter(({ events }) => events.length > 0)[index]?.body as IDataObject,
) as [(provider: ProviderName) => IDataObject, (provider: ProviderName) => IDataObject];

test.each(cases)('%s with the credential %j starts %i runs', async (provider, account, runs) => {
	const trigger = triggerWithSecret(provider, randomUUID(), {}, account);

	const reception = await trigger.receive(signedCall(provider, JSON.stringify(body(provider))));

	expect(reception).toMatchObject(accepted);
	expect(reception.items ?? []).toHaveLength(runs);
	expect(trigger.warnings).toEqual([]);
});

test('only the events for the number start a run', async () => {
	const [mine, theirs] = [body, another].map(
		(sample) => sample('metaCloud').entry as IDataObject[],
	);
	const text = JSON.stringify({
		object: 'whatsapp_business_account',
		entry: [...JSON.parse(JSON.stringify(theirs).replaceAll('"1000"', '"2000"')), ...(mine ?? [])],
	});
	const trigger = triggerWithSecret('metaCloud', randomUUID(), {}, { phoneNumberId: '1000' });

	const { items } = await trigger.receive(signedCall('metaCloud', text));

	expect(items).toMatchObject([{ number: { id: '1000' } }]);
});
