/** Which node, which workflow, which n8n and which number a registration belongs to. */
import type { INodeParameters } from 'n8n-workflow';

import { firstOf } from '../support/firstOf';
import type { TestTrigger } from '../support/trigger';
import { useSandbox } from './support/sandbox';
import {
	addresses,
	anotherProcess,
	registeredWebhooks,
	registering,
	saved,
	second,
	setWebhooks,
	triggerOf,
	writes,
} from './support/webhooks';
import { interceptedAccount } from './support/interceptor';
import { signedCall } from './support/signedCalls';

const sandbox = useSandbox();

const theirs = {
	url: 'https://other.example/hook/7?token=their-secret',
	headers: { Authorization: 'Basic their-secret' },
};
const replace = { onOccupied: 'replace' };
const otherN8n = { n8nUrl: 'https://staging.example', instanceId: 'staging' };

describe.each(registering)('%s', (provider) => {
	/** A workflow that was imported without a webhook ID. Its node has the same name as in the others. */
	const imported = (workflowId: string, parameters: INodeParameters = {}) =>
		triggerOf(sandbox, provider, parameters, {
			workflowId,
			webhookId: null,
			nodeName: 'Message in a Group',
		});

	test('a workflow without a webhook ID is not taken for another one with the same node name', async () => {
		const [first, other] = [imported('one'), imported('two')];
		await first.activate();

		await expect(other.activate()).rejects.toThrow(first.url());

		expect(await addresses(sandbox, provider)).toEqual([first.url()]);
		expect(await first.isRegistered()).toBe(true);
	});

	test('with Replace It, the second puts the first back', async () => {
		const [first, other] = [imported('one'), imported('two', replace)];
		await first.activate();

		await other.activate();
		await other.deactivate();

		expect(await first.isRegistered()).toBe(true);
	});

	test.each([
		{ n8nUrl: 'http://N8N.Test:80' },
		{ n8nUrl: 'http://n8n.test:5678/sub/Path' },
		{ n8nUrl: 'http://münchen.test' },
		{ n8nUrl: 'http://n8n.test/ü%20(1)' },
		...['Ünï (1) & 50% / Ana’s!', 'a%2fb?c#d', '消息 👋', 'webhook', 'İ'].map((nodeName) => ({
			webhookId: null,
			nodeName,
		})),
	])('an address is recognized however it is written: %j', async (surroundings) => {
		const process = anotherProcess();
		const trigger = triggerOf(sandbox, provider, {}, { ...surroundings, type: process });
		await trigger.activate();
		const before = await registeredWebhooks(sandbox, provider);

		expect(await trigger.isRegistered()).toBe(true);
		// Without its static data, and in another process.
		await triggerOf(sandbox, provider, {}, surroundings).activate();
		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		const neighbor = { ...surroundings, ...('nodeName' in surroundings ? {} : second) };
		const other = triggerOf(sandbox, provider, {}, { ...neighbor, workflowId: 'other' });
		await expect(other.activate()).rejects.toThrow('Another workflow of this n8n');
		await trigger.deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toHaveLength(provider === 'oneMsg' ? 0 : 1);
	});

	test.each([
		['an import in another n8n', { ...otherN8n }],
		['a copy in the same n8n', { ...second, workflowId: 'copy' }],
	])('%s does not believe the static data that came along', async (_what, surroundings) => {
		const original = triggerOf(sandbox, provider);
		await original.activate();
		const staticData = saved(original);
		const copy = triggerOf(sandbox, provider, {}, { ...surroundings, staticData });

		await expect(copy.activate()).rejects.toThrow(original.url());
		await copy.deactivate();

		expect(await addresses(sandbox, provider)).toEqual([original.url()]);
		expect(await original.isRegistered()).toBe(true);
	});

	test('a copy that goes restores the webhook that it replaced', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const original = triggerOf(sandbox, provider, replace);
		await original.activate();
		const surroundings = { ...otherN8n, type: anotherProcess(), staticData: saved(original) };
		const copy = triggerOf(sandbox, provider, replace, surroundings);

		await copy.activate();
		await copy.deactivate();
		expect(await addresses(sandbox, provider)).toEqual([original.url()]);
		await original.deactivate();

		expect((await registeredWebhooks(sandbox, provider)).map(({ url }) => url)).toEqual([
			theirs.url,
		]);
	});

	test('an import in another n8n does not accept the secret that came along', async () => {
		const original = triggerOf(sandbox, provider, {}, {}, { webhookSecret: 'of the sender' });
		await original.activate();
		const surroundings = { ...otherN8n, staticData: saved(original) };
		const receive = async (trigger: TestTrigger, secret: string) => {
			const { headers = {}, query = {}, ...call } = signedCall(provider, '{"weather":"sunny"}');
			const proof = (members: object) =>
				Object.fromEntries(Object.keys(members).map((name) => [name, secret]));
			return (await trigger.receive({ ...call, headers: proof(headers), query: proof(query) }))
				.status;
		};
		const account = { webhookSecret: 'of the receiver' };
		const imported = triggerOf(sandbox, provider, {}, surroundings, account);
		const changed = triggerOf(sandbox, provider, {}, { staticData: saved(original) }, account);

		expect(await receive(imported, 'of the sender')).toBe(401);
		expect(await receive(imported, 'of the receiver')).toBe(200);
		// In its own n8n, deliveries have the former secret until the workflow is published again.
		expect(await receive(changed, 'of the sender')).toBe(200);
	});

	test('static data has neither our secret nor those of others', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, replace);
		await trigger.activate();
		const { url, headers } = firstOf(await registeredWebhooks(sandbox, provider));
		const own = new URL(url).searchParams.get('secret') ?? headers['X-Webhook-Secret'];

		const stored = JSON.stringify(saved(trigger));

		expect(own).toMatch(/.+/);
		for (const secret of [own, 'their-secret', 'Basic']) expect(stored).not.toContain(secret);
	});

	test.each(['', ' \n'])(
		'two credentials with the same key are one account: both workflows get a place (%j)',
		async (pasted) => {
			const { apiKey } = sandbox.accounts[provider];
			const credential = (id: string) => ({ webhookSecret: `of ${id}` });
			const beside = { onOccupied: 'addBeside' };
			const triggers = [
				triggerOf(sandbox, provider, beside, {}, credential('one')),
				triggerOf(sandbox, provider, beside, second, {
					apiKey: apiKey + pasted,
					...credential('two'),
				}),
			];

			await Promise.all(triggers.map(async (trigger) => await trigger.activate()));

			expect(await addresses(sandbox, provider)).toEqual(triggers.map((trigger) => trigger.url()));
			for (const trigger of triggers) expect(await trigger.isRegistered()).toBe(true);
		},
	);

	test('once the credential has another number, the log names what stays at the former one', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const before = triggerOf(sandbox, provider, replace);
		await before.activate();
		const registered = await registeredWebhooks(sandbox, provider);
		// A number of its own, without webhooks.
		const empty = { data: { webhookUrl: [], ackNotificationsOn: false }, status: 200 };
		const account = {
			...(await interceptedAccount(sandbox, provider, async ({ path }) =>
				provider === 'oneMsg' ? empty : { status: path?.includes('multi') ? 200 : 404, data: {} },
			)),
			...(provider === 'oneMsg' ? { channelId: '654321' } : { apiKey: 'another-key' }),
		};
		const changed = triggerOf(sandbox, provider, replace, { staticData: saved(before) }, account);

		await changed.deactivate();

		expect(changed.warnings.join()).toContain(changed.url());
		expect(changed.warnings.join()).toMatch(/account in the credential|key in the credential/);
		expect(changed.warnings.join()).not.toMatch(/others use the place|their-secret/);
		expect(await registeredWebhooks(sandbox, provider)).toEqual(registered);
	});

	test('deliveries are believed from the moment the provider has the address', async () => {
		let status: number | undefined;
		const call = signedCall(provider, JSON.stringify({ weather: 'sunny' }));
		const account = await interceptedAccount(sandbox, provider, async ({ method }, pass) => {
			const answer = await pass();
			if (method === 'POST') {
				// n8n has saved nothing yet: it loads the workflow as it was before.
				const { url, headers } = firstOf(await registeredWebhooks(sandbox, provider));
				const query = Object.fromEntries(new URL(url).searchParams);
				const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
				const loaded = triggerOf(sandbox, provider);
				const delivery = { ...call, query, headers: Object.fromEntries(named) };
				status ??= (await loaded.receive(delivery)).status;
			}
			return answer;
		});

		await triggerOf(sandbox, provider, {}, {}, account).activate();

		expect(status).toBe(200);
	});
});

describe('1MSG', () => {
	test('an address that was switched off because it failed is switched on again when n8n starts', async () => {
		await setWebhooks(sandbox, 'oneMsg', { url: theirs.url });
		const trigger = triggerOf(sandbox, 'oneMsg', { onOccupied: 'addBeside' });
		await trigger.activate();
		const before = await registeredWebhooks(sandbox, 'oneMsg');
		const written = (await writes(sandbox, 'oneMsg')).length;

		// Writing the list again is what switches it on.
		const surroundings = { staticData: saved(trigger), type: anotherProcess() };
		await triggerOf(sandbox, 'oneMsg', {}, surroundings).start();

		expect(await writes(sandbox, 'oneMsg')).toHaveLength(written + 1);
		expect(await registeredWebhooks(sandbox, 'oneMsg')).toEqual(before);
	});

	test('an address with a comma is kept whole', async () => {
		const comma = { url: 'https://other.example/hook?ids=1,2' };
		await setWebhooks(sandbox, 'oneMsg', comma, { url: theirs.url });
		const account = await interceptedAccount(sandbox, 'oneMsg', async ({ path, method }, pass) => {
			const answer = await pass();
			if (method !== 'GET' || !path?.endsWith('/webhook')) return answer;
			const { webhookUrl } = answer.data as { webhookUrl: string | string[] };
			return { ...answer, data: { webhookUrl: [webhookUrl].flat().join(',') } };
		});
		const trigger = triggerOf(sandbox, 'oneMsg', replace, {}, account);

		await trigger.activate();
		await trigger.deactivate();

		expect((await registeredWebhooks(sandbox, 'oneMsg')).map(({ url }) => url)).toEqual([
			comma.url,
			theirs.url,
		]);
	});
});
