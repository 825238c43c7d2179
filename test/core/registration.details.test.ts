import type { ProviderName } from '../../sandbox/providers';
import { displayNames, useSandbox } from './support/sandbox';
import { addresses, setWebhooks, second, registeredWebhooks, triggerOf } from './support/webhooks';

const sandbox = useSandbox();

describe('360dialog', () => {
	test('with nothing to put back, deactivation warns that our URL stays, without its secret', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		const [{ headers }] = await registeredWebhooks(sandbox, 'dialog360');

		await trigger.deactivate();

		expect(await registeredWebhooks(sandbox, 'dialog360')).toEqual([
			{ url: trigger.url(), headers: {} },
		]);
		expect(trigger.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(trigger.warnings[0]).toMatch(/360dialog.*404/);
		expect(headers['X-Webhook-Secret']).toMatch(/.+/);
		expect(trigger.warnings[0]).not.toContain(headers['X-Webhook-Secret']);
	});

	test('a URL that stayed so is in the way of no other trigger of this n8n', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();
		const other = triggerOf(sandbox, 'dialog360', { onOccupied: 'fail' }, second);

		await other.activate();

		expect(await addresses(sandbox, 'dialog360')).toEqual([other.url()]);
	});

	test('a URL that stayed so keeps no delivery from the editor', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();

		await triggerOf(sandbox, 'dialog360').activate('test');

		// As long as the first one answers 404, 360dialog serves none behind it.
		expect(await addresses(sandbox, 'dialog360')).toEqual([trigger.url('test')]);
	});

	test("another n8n's URL without a secret is somebody else's", async () => {
		const theirs = 'https://other-n8n.example/webhook/1/whatsapp-groups';
		await setWebhooks(sandbox, 'dialog360', { url: theirs });

		await expect(triggerOf(sandbox, 'dialog360').activate()).rejects.toThrow(theirs);
	});

	test('our URL that stayed is not in the way of the next activation', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();

		await trigger.activate();

		expect(await trigger.isRegistered()).toBe(true);
	});

	test('a URL it does not take is told in words', async () => {
		await sandbox.control('dialog360').set({ strictWebhookUrls: true });
		const trigger = triggerOf(sandbox, 'dialog360', {}, { n8nUrl: 'https://n8n.test:5678' });

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/360dialog.*port/),
		});
		expect(await trigger.isRegistered()).toBe(false);
	});
});

describe('1MSG', () => {
	test('alone in the list, it leaves none behind', async () => {
		const trigger = triggerOf(sandbox, 'oneMsg');
		await trigger.activate();

		await trigger.deactivate();

		expect(await addresses(sandbox, 'oneMsg')).toEqual([]);
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
			const trigger = triggerOf(sandbox, provider, { ...parameters }, {}, { webhookSecret });

			const error = await trigger.activate().catch((thrown) => thrown);

			expect(error.message).toContain('Webhook Secret');
			expect(error.description).toContain(displayNames[provider]);
			expect(error.description).toContain(trigger.url());
			expect(error.description).toMatch(/credential/);
			expect(await sandbox.control(provider).calls()).toEqual([]);
		},
	);

	test('with a Webhook Secret nothing is called, at activation and after', async () => {
		const account = { webhookSecret: 'a-word-of-my-own' };
		const trigger = triggerOf(sandbox, provider, { ...parameters }, {}, account);

		await trigger.activate();
		await trigger.deactivate();

		expect(trigger.warnings).toEqual([]);
		expect(await sandbox.control(provider).calls()).toEqual([]);
	});
});
