/** Addresses that the real providers could never reach are refused without a call. */
import { A1BaseGroupsApi } from '../../credentials/A1BaseGroupsApi.credentials';
import { MetaCloudGroupsApi } from '../../credentials/MetaCloudGroupsApi.credentials';
import { OneMsgGroupsApi } from '../../credentials/OneMsgGroupsApi.credentials';
import { Dialog360GroupsApi } from '../../credentials/Dialog360GroupsApi.credentials';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { displayNames, useSandbox } from './support/sandbox';
import { registering, registeredWebhooks, triggerOf } from './support/webhooks';

const sandbox = useSandbox();

const baseUrls = Object.fromEntries(
	[
		new Dialog360GroupsApi(),
		new OneMsgGroupsApi(),
		new A1BaseGroupsApi(),
		new MetaCloudGroupsApi(),
	].map(({ name, properties }) => [
		name.replace('GroupsApi', ''),
		properties.find((field) => field.name === 'baseUrl')?.default as string,
	]),
) as Record<ProviderName, string>;

/** A1Base's webhook is always set by hand: the last test here. */
const byApi: ProviderName[] = [...registering, 'metaCloud'];

const refused: Array<[ProviderName, string, RegExp]> = [
	['dialog360', 'http://n8n.example.com', /https/],
	['dialog360', 'https://n8n.example.com:5678', /port/],
	['dialog360', 'https://my_n8n.example.com', /underscore/],
	['dialog360', 'https://n8n.my_company.com', /underscore/],
	['metaCloud', 'http://n8n.example.com', /https/],
	['metaCloud', `https://n8n.example.com/${'x'.repeat(150)}`, /200 characters/],
	...byApi.flatMap((provider) =>
		[
			'http://localhost:5678',
			'https://localhost',
			'http://127.0.0.1:5678',
			'https://192.168.1.10',
			'https://10.0.0.7',
			'https://172.20.0.2',
			'https://[::1]',
			'https://[::ffff:a00:7]',
			'https://100.64.0.7',
			'https://n8n.local',
			'https://n8n.lan',
			'https://n8n',
		].map((n8nUrl): [ProviderName, string, RegExp] => [provider, n8nUrl, /own network/]),
	),
];

test.each(refused)("%s can't deliver to %s", async (provider, n8nUrl, says) => {
	const account = { baseUrl: baseUrls[provider] };
	for (const mode of ['production', 'test'] as const) {
		const trigger = triggerOf(sandbox, provider, {}, { n8nUrl }, account);

		const error = await trigger.activate(mode).catch((thrown) => thrown);

		expect(error.message).toContain(displayNames[provider]);
		expect(error.message).toContain(trigger.url(mode));
		expect(error.message).toMatch(says);
		expect(error.description).toContain('WEBHOOK_URL');
	}
});

test.each(byApi)('%s: an address without its scheme is always refused', async (provider) => {
	const trigger = triggerOf(sandbox, provider, {}, { n8nUrl: 'n8n.example.com' });

	const error = await trigger.activate().catch((thrown) => thrown);

	expect(error.message).toMatch(/n8n\.example\.com.*isn't a valid URL/);
	expect(error.description).toContain('WEBHOOK_URL');
	expect(await sandbox.control(provider).calls()).toEqual([]);
});

// Meta checks the address, so none of these tests can register one there.
test.each(registering)("%s: with a sandbox's base URL any address is allowed", async (provider) => {
	const trigger = triggerOf(sandbox, provider, {}, { n8nUrl: 'http://localhost:5678' });

	await trigger.activate();

	expect(await registeredWebhooks(sandbox, provider)).toHaveLength(1);
});

test.each(providerNames)(
	'%s, set by hand: an address in your own network is refused, and a tunnel is explained',
	async (provider) => {
		const account = {
			...sandbox.accounts[provider],
			baseUrl: baseUrls[provider],
			webhookSecret: 'a-word-of-my-own',
		};
		const surroundings = { n8nUrl: 'http://localhost:5678' };
		const trigger = triggerOf(sandbox, provider, { registration: 'manual' }, surroundings, account);

		const error = await trigger.activate().catch((thrown) => thrown);

		expect(error.message).toContain(trigger.url());
		expect(error.message).toContain('WEBHOOK_URL');
		expect(error.description).toContain('tunnel');
	},
);
