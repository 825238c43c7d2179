import type { ProviderName } from '../../sandbox/providers';
import { displayNames, useHouse } from './support/house';
import { ackSwitch, occupy, setAckSwitch, standing, triggerOf, writes } from './support/webhooks';

const house = useHouse();
const urls = async () => (await standing(house, 'oneMsg')).map(({ url }) => url);
const others = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ url: `https://other.example/hook/${at}` }));

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
	test('Add Beside It keeps the others, and takes only our own URL out again', async () => {
		await occupy(house, 'oneMsg', ...others(2));
		const trigger = triggerOf(house, 'oneMsg', { onOccupied: 'addBeside' });

		await trigger.activate();
		expect((await urls()).map((url) => url.split('?')[0])).toEqual([
			...others(2).map(({ url }) => url),
			trigger.url(),
		]);
		await occupy(house, 'oneMsg', ...(await urls()).map((url) => ({ url })), ...others(3).slice(2));
		await trigger.deactivate();

		expect(await urls()).toEqual(others(3).map(({ url }) => url));
	});

	test('alone in the list, it leaves none behind', async () => {
		const trigger = triggerOf(house, 'oneMsg');
		await trigger.activate();

		await trigger.deactivate();

		expect(await urls()).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	});

	test.each(['fail', 'addBeside'])('a full list of five fails with “%s”', async (onOccupied) => {
		await occupy(house, 'oneMsg', ...others(5));
		const trigger = triggerOf(house, 'oneMsg', { onOccupied });

		const error = await trigger.activate().catch((thrown) => thrown);

		for (const { url } of others(5)) expect(error.message).toContain(url);
		expect(error.description).toMatch(/“Replace It”/);
		expect(error.description).not.toContain('Add Beside It');
		expect(await urls()).toEqual(others(5).map(({ url }) => url));
	});

	test('a full list of five is replaced, and put back as it was', async () => {
		await occupy(house, 'oneMsg', ...others(5));
		const trigger = triggerOf(house, 'oneMsg', { onOccupied: 'replace' });

		await trigger.activate();
		expect(await urls()).toHaveLength(1);
		await trigger.deactivate();

		expect(await urls()).toEqual(others(5).map(({ url }) => url));
	});

	test('the switch for statuses is turned on for Message Status, and back off', async () => {
		const trigger = triggerOf(house, 'oneMsg', { events: ['message.received', 'message.status'] });

		await trigger.activate();
		expect(await ackSwitch(house)).toBe(true);
		await trigger.deactivate();

		expect(await ackSwitch(house)).toBe(false);
	});

	test('a switch that was on before stays on', async () => {
		await setAckSwitch(house, true);
		const trigger = triggerOf(house, 'oneMsg', { events: ['message.status'] });

		await trigger.activate();
		await trigger.deactivate();

		expect(await ackSwitch(house)).toBe(true);
	});

	test('without Message Status the switch is not touched', async () => {
		const trigger = triggerOf(house, 'oneMsg', { events: ['message.received', 'message.sent'] });

		await trigger.activate();

		expect(await ackSwitch(house)).toBe(false);
		expect((await writes(house, 'oneMsg')).map(({ path }) => path)).toEqual([
			expect.stringMatching(/\/webhook$/),
		]);
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
