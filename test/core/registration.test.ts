import { firstOf } from '../support/firstOf';
import { displayNames, useSandbox } from './support/sandbox';
import { deadAddress } from './support/servers';
import {
	addresses,
	setWebhooks,
	registering,
	saved,
	registeredWebhooks,
	triggerOf,
	writes,
} from './support/webhooks';

const sandbox = useSandbox();

const theirs = {
	url: 'https://other.example/hook/7?token=their-secret',
	headers: { Authorization: 'Basic their-secret' },
};

describe.each(registering)('%s', (provider) => {
	const name = displayNames[provider];
	const asStored = provider === 'dialog360' ? theirs : { url: theirs.url, headers: {} };

	test('activation registers the production URL with a secret', async () => {
		const trigger = triggerOf(sandbox, provider);

		expect(await trigger.isRegistered()).toBe(false);
		await trigger.activate();

		const [webhook, ...others] = await registeredWebhooks(sandbox, provider);
		expect(others).toEqual([]);
		const { origin, pathname, searchParams } = new URL(webhook!.url);
		expect(origin + pathname).toBe(trigger.url());
		const secret =
			provider === 'dialog360'
				? webhook!.headers['X-Webhook-Secret']
				: (searchParams.get('secret') ?? '');
		expect(secret).toMatch(/^[\w-]{32,}$/);
		expect(await trigger.isRegistered()).toBe(true);
	});

	test('after a restart of n8n it counts as registered, and is not written again', async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const before = await registeredWebhooks(sandbox, provider);

		const restarted = triggerOf(sandbox, provider, {}, { staticData: saved(trigger) });
		expect(await restarted.isRegistered()).toBe(true);
		await restarted.activate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		expect(await writes(sandbox, provider)).toHaveLength(1);
	});

	test('without its static data it is still recognized, and keeps its place', async () => {
		await triggerOf(sandbox, provider).activate();
		const before = await registeredWebhooks(sandbox, provider);

		const forgetful = triggerOf(sandbox, provider);
		await forgetful.activate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		expect(await writes(sandbox, provider)).toHaveLength(1);
		expect(await forgetful.isRegistered()).toBe(true);
	});

	test('the secret stays the same however often the workflow is published', async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const first = await registeredWebhooks(sandbox, provider);
		await trigger.deactivate();
		await triggerOf(sandbox, provider).activate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual(first);
	});

	test('the Webhook Secret of the credential is registered', async () => {
		const account = { webhookSecret: 'a-word-of-my-own' };
		await triggerOf(sandbox, provider, {}, {}, account).activate();

		expect(JSON.stringify(await registeredWebhooks(sandbox, provider))).toContain(
			'a-word-of-my-own',
		);
	});

	test("an occupied place fails the activation and shows its address, without the owner's secret", async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, { onOccupied: 'fail' });

		const error = await trigger.activate().catch((thrown) => thrown);

		expect(error.message).toContain(name);
		expect(error.message).toContain('https://other.example/hook/7');
		expect(error.description).toMatch(/“Replace It”/);
		expect(error.description).toContain('“Add Beside It”');
		expect(JSON.stringify([error, error.message, error.stack])).not.toContain('their-secret');
		expect(await registeredWebhooks(sandbox, provider)).toEqual([asStored]);
		expect(await trigger.isRegistered()).toBe(false);
	});

	test('Replace It replaces the webhook, and deactivation restores all of it', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, { onOccupied: 'replace' });

		await trigger.activate();
		expect(
			(await registeredWebhooks(sandbox, provider)).map(({ url }) => url.split('?')[0]),
		).toEqual([trigger.url()]);
		// The static data survives a restart between the two.
		const restarted = triggerOf(sandbox, provider, {}, { staticData: saved(trigger) });
		await restarted.deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual([asStored]);
		expect(restarted.warnings).toEqual([]);
		expect(await restarted.isRegistered()).toBe(false);
	});

	test("deactivation changes nothing if the webhook is somebody else's by now", async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		await setWebhooks(sandbox, provider, theirs);
		const before = await writes(sandbox, provider);

		await trigger.deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual([asStored]);
		expect(await writes(sandbox, provider)).toEqual(before);
	});

	test('deactivation without a registration of ours changes nothing', async () => {
		await setWebhooks(sandbox, provider, theirs);

		await triggerOf(sandbox, provider).deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual([asStored]);
	});

	test('deactivation succeeds with a warning if the provider is unreachable', async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const webhook = firstOf(await registeredWebhooks(sandbox, provider));
		const surroundings = { staticData: saved(trigger) };
		const account = { baseUrl: await deadAddress() };
		const offline = triggerOf(sandbox, provider, {}, surroundings, account);

		await offline.deactivate();

		expect(offline.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(offline.warnings[0]).toContain(name);
		const secret = new URL(webhook.url).searchParams.get('secret');
		expect(offline.warnings[0]).not.toContain(secret ?? webhook.headers['X-Webhook-Secret']);
	});

	test.each([
		['a bad key', { apiKey: 'key-of-nobody' }, /does not accept the API key/],
		['a base URL without scheme', { baseUrl: 'api.example' }, /Base URL/],
	])('activation with %s is explained', async (_what, account, says) => {
		const trigger = triggerOf(sandbox, provider, {}, {}, account);

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(says),
			description: expect.stringMatching(/credential/),
		});
		expect(await registeredWebhooks(sandbox, provider)).toEqual([]);
	});

	test('activation explains that the provider is unreachable', async () => {
		const trigger = triggerOf(sandbox, provider, {}, {}, { baseUrl: await deadAddress() });

		await expect(trigger.activate()).rejects.toMatchObject({
			message: `${name} could not be reached`,
		});
	});

	test('the editor replaces production while it listens, and restores it', async () => {
		const production = triggerOf(sandbox, provider);
		await production.activate();
		const before = await registeredWebhooks(sandbox, provider);
		const editor = triggerOf(sandbox, provider);

		await editor.activate('test');
		expect(await addresses(sandbox, provider)).toEqual([production.url(), editor.url('test')]);
		await editor.deactivate('test');

		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		expect(await production.isRegistered()).toBe(true);
	});
});
