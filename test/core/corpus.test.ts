/** Every delivery of the corpus, from its verification to the items that start a run. */
import { randomUUID } from 'node:crypto';

import type { GroupEvent } from '../../nodes/WhatsAppGroups/contract/events';
import { providerNames } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { samples, unknown } from '../unit/deliveries';
import { comparable } from '../unit/support/events';
import { signedCall, triggerWithSecret } from './support/signedCalls';

jest.setTimeout(30_000);

describe.each(providerNames)('%s', (provider) => {
	test.each(samples[provider])('$name', async ({ body, events }) => {
		const trigger = triggerWithSecret(provider, randomUUID());
		const call = signedCall(provider, JSON.stringify(body));

		const { status, items = [] } = await trigger.receive(call);

		expect(status).toBe(200);
		const seen = items as unknown as GroupEvent[];
		expect(seen.map(comparable)).toEqual(events.map(comparable));
		expect(seen.every((event) => event.provider === provider)).toBe(true);
		expect(new Set(seen.map(({ eventId }) => eventId)).size).toBe(events.length);
		// The same again starts nothing.
		expect(await trigger.receive(call)).toEqual({ status: 200, body: { success: true } });
	});

	test.each(unknown[provider])('$name is passed on once', async ({ body, kept }) => {
		const trigger = triggerWithSecret(provider, randomUUID());
		const call = signedCall(provider, JSON.stringify(body));

		const { items = [] } = await trigger.receive(call);

		expect(items.map(({ event }) => event)).toContain('other');
		expect(JSON.stringify(items)).toContain(kept);
		expect((await trigger.receive(call)).items).toBeUndefined();
	});

	test('the raw form is the whole delivery', async () => {
		const { body } = firstOf(samples[provider].filter(({ events }) => events.length > 0));
		const trigger = triggerWithSecret(provider, randomUUID(), { options: { includeRaw: true } });

		const { items = [] } = await trigger.receive(signedCall(provider, JSON.stringify(body)));

		expect(items).toMatchObject([{ raw: JSON.parse(JSON.stringify(body)) }]);
	});

	test('without removal of duplicates, each delivery starts a run', async () => {
		const { body } = firstOf(samples[provider].filter(({ events }) => events.length > 0));
		const trigger = triggerWithSecret(provider, randomUUID(), { options: { dedupe: false } });
		const call = signedCall(provider, JSON.stringify(body));

		expect((await trigger.receive(call)).items).toHaveLength(1);
		expect((await trigger.receive(call)).items).toHaveLength(1);
	});
});
