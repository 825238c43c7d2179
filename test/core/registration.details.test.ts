import { providerNames, type ProviderName } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { displayNames, useSandbox } from './support/sandbox';
import { addresses, setWebhooks, second, registeredWebhooks, triggerOf } from './support/webhooks';

const sandbox = useSandbox();

describe('360dialog', () => {
	test('with nothing to restore, deactivation warns that our URL stays, without its secret', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		const { headers } = firstOf(await registeredWebhooks(sandbox, 'dialog360'));

		await trigger.deactivate();

		expect(await registeredWebhooks(sandbox, 'dialog360')).toEqual([
			{ url: trigger.url(), headers: {} },
		]);
		expect(trigger.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(trigger.warnings[0]).toMatch(/360dialog.*404/);
		expect(headers['X-Webhook-Secret']).toMatch(/.+/);
		expect(trigger.warnings[0]).not.toContain(headers['X-Webhook-Secret']);
	});

	test('such a URL does not block another trigger of this n8n', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();
		const other = triggerOf(sandbox, 'dialog360', { onOccupied: 'fail' }, second);

		await other.activate();

		expect(await addresses(sandbox, 'dialog360')).toEqual([other.url()]);
	});

	test('such a URL does not keep deliveries from the editor', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();

		await triggerOf(sandbox, 'dialog360').activate('test');

		// While the first one answers 404, 360dialog calls none after it.
		expect(await addresses(sandbox, 'dialog360')).toEqual([trigger.url('test')]);
	});

	test("another n8n's URL without a secret is somebody else's", async () => {
		const theirs = 'https://other-n8n.example/webhook/1/whatsapp-groups';
		await setWebhooks(sandbox, 'dialog360', { url: theirs });

		await expect(triggerOf(sandbox, 'dialog360').activate()).rejects.toThrow(theirs);
	});

	test('such a URL does not block the next activation', async () => {
		const trigger = triggerOf(sandbox, 'dialog360');
		await trigger.activate();
		await trigger.deactivate();

		await trigger.activate();

		expect(await trigger.isRegistered()).toBe(true);
	});

	test('a rejected URL is explained', async () => {
		await sandbox.control('dialog360').set({ strictWebhookUrls: true });
		const trigger = triggerOf(sandbox, 'dialog360', {}, { n8nUrl: 'https://n8n.test:5678' });

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/360dialog.*port/),
		});
		expect(await trigger.isRegistered()).toBe(false);
	});
});

describe('1MSG', () => {
	test('as the only one in the list, it leaves an empty list', async () => {
		const trigger = triggerOf(sandbox, 'oneMsg');
		await trigger.activate();

		await trigger.deactivate();

		expect(await addresses(sandbox, 'oneMsg')).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	});
});

/** The fields that a webhook set by hand needs: their labels and names. */
const secretFields: Record<ProviderName, Array<[string, string]>> = {
	dialog360: [['Webhook Secret', 'webhookSecret']],
	oneMsg: [['Webhook Secret', 'webhookSecret']],
	a1Base: [['Webhook Secret', 'webhookSecret']],
	metaCloud: [
		['App Secret', 'appSecret'],
		['Verify Token', 'verifyToken'],
	],
};

describe.each(providerNames)('%s, set by hand', (provider) => {
	// A1Base's webhook always is, so its trigger has no such menu.
	const parameters = provider === 'a1Base' ? {} : { registration: 'manual' };
	const fields = secretFields[provider];
	const filled = Object.fromEntries(fields.map(([, name]) => [name, 'a-word-of-my-own']));

	test.each(
		fields.flatMap(([label, name]) => ['', '  ', undefined].map((empty) => [label, name, empty])),
	)('activation without “%s” (%s: %p) says what to do', async (label, name, empty) => {
		const account = { ...filled, [String(name)]: empty };
		const trigger = triggerOf(sandbox, provider, parameters, {}, account);

		const error = await trigger.activate().catch((thrown) => thrown);

		expect(error.message).toContain(label);
		expect(error.description).toContain(displayNames[provider]);
		expect(error.description).toContain(trigger.url());
		expect(error.description).toMatch(/credential/);
		expect(await sandbox.control(provider).calls()).toEqual([]);
	});

	test('with its secret nothing is called, at activation and after', async () => {
		const trigger = triggerOf(sandbox, provider, parameters, {}, filled);

		await trigger.activate();
		await trigger.deactivate();

		expect(trigger.warnings).toEqual([]);
		expect(await sandbox.control(provider).calls()).toEqual([]);
	});
});

describe.each(['a1Base', 'oneMsg'] as const)('%s, set by hand', (provider) => {
	const published = async (webhookSecret: string) => {
		const parameters = { registration: 'manual' };
		await triggerOf(sandbox, provider, parameters, {}, { webhookSecret }).activate();
	};

	// As part of an address these arrive as something else: `+` as a space, and nothing after `&`.
	test.each(['a+b', 'a b', 'a&b', 'a#b', '50%41', 'grün'])(
		'a Webhook Secret like “%s” is refused, and not shown',
		async (webhookSecret) => {
			await expect(published(webhookSecret)).rejects.toMatchObject({
				message: expect.stringMatching(/Webhook Secret.*letters/),
				description: expect.not.stringContaining(webhookSecret),
			});
		},
	);

	test.each(['a-b_c.d~1', ' padded '])('“%s” is accepted', async (webhookSecret) => {
		await expect(published(webhookSecret)).resolves.toBeUndefined();
	});
});

describe.each(['manual', 'automatic'])(
	'360dialog, whose secret is sent in a header (%s)',
	(registration) => {
		const published = async (webhookSecret: string) =>
			await triggerOf(sandbox, 'dialog360', { registration }, {}, { webhookSecret }).activate();

		test('any Webhook Secret of ASCII characters is accepted', async () => {
			await expect(published('a+b &c')).resolves.toBeUndefined();
		});

		// HTTP doesn't say how other characters are encoded.
		test.each(['grün', 'ключ', 'a\nb'])('“%s” is refused, and not shown', async (webhookSecret) => {
			await expect(published(webhookSecret)).rejects.toMatchObject({
				message: expect.stringMatching(/Webhook Secret.*letters/),
				description: expect.not.stringContaining(webhookSecret),
			});
		});
	},
);
