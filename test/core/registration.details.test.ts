import type { ProviderName } from '../../sandbox/providers';
import { displayNames, useHouse } from './support/house';
import { addresses, standing, triggerOf } from './support/webhooks';

const house = useHouse();

describe('360dialog', () => {
	test('with nothing to put back, deactivation warns that our URL stays', async () => {
		const trigger = triggerOf(house, 'dialog360');
		await trigger.activate();
		const before = await standing(house, 'dialog360');

		await trigger.deactivate();

		expect(await standing(house, 'dialog360')).toEqual(before);
		expect(trigger.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(trigger.warnings[0]).toMatch(/360dialog.*404/);
		const secret = before[0].headers['X-Webhook-Secret'];
		expect(secret).toMatch(/.+/);
		expect(trigger.warnings[0]).not.toContain(secret);
	});

	test('our URL that stayed is not in the way of the next activation', async () => {
		const trigger = triggerOf(house, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();

		await trigger.activate();

		expect(await trigger.isRegistered()).toBe(true);
	});

	test('a URL it does not take is told in words', async () => {
		await house.control('dialog360').set({ strictWebhookUrls: true });
		const trigger = triggerOf(house, 'dialog360', {}, { n8nUrl: 'https://n8n.test:5678' });

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/360dialog.*port/),
		});
		expect(await trigger.isRegistered()).toBe(false);
	});
});

describe('1MSG', () => {
	test('alone in the list, it leaves none behind', async () => {
		const trigger = triggerOf(house, 'oneMsg');
		await trigger.activate();

		await trigger.deactivate();

		expect(await addresses(house, 'oneMsg')).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	});
});

const byHand: Array<[ProviderName, object]> = [
	['a1Base', {}],
	['dialog360', { registration: 'manual' }],
	['oneMsg', { registration: 'manual' }],
];

describe.each(byHand)('%s, set by hand', (provider, parameters) => {
	test.each(['', '  ', undefined])(
		'activation without Webhook Secret (%p) says what to do',
		async (webhookSecret) => {
			const trigger = triggerOf(house, provider, { ...parameters }, {}, { webhookSecret });

			const error = await trigger.activate().catch((thrown) => thrown);

			expect(error.message).toContain('Webhook Secret');
			expect(error.description).toContain(displayNames[provider]);
			expect(error.description).toContain(trigger.url());
			expect(error.description).toMatch(/credential/);
			expect(await house.control(provider).calls()).toEqual([]);
		},
	);

	test('with a Webhook Secret nothing is called, at activation and after', async () => {
		const account = { webhookSecret: 'a-word-of-my-own' };
		const trigger = triggerOf(house, provider, { ...parameters }, {}, account);

		await trigger.activate();
		await trigger.deactivate();

		expect(trigger.warnings).toEqual([]);
		expect(await house.control(provider).calls()).toEqual([]);
	});
});
