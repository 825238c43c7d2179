/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** Results, errors and warnings never contain a key or a secret. */
import { inspect } from 'node:util';

import type { IDataObject } from 'n8n-workflow';

import { providerNames, type ProviderName } from '../../sandbox/providers';
import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { listGroups } from '../support/action';
import { firstOf } from '../support/firstOf';
import { groupField, useSandbox } from './support/sandbox';
import { asCall, liveTrigger, newestDelivery, ownSecret, useN8n } from './support/liveTrigger';
import { setUp } from './support/setup';
import { expectations } from './support/expectations';
import { deadAddress, startServer } from './support/servers';
import { setWebhooks, registeredWebhooks, triggerOf } from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();

/** A value as text, as JSON, and with properties that aren't enumerable. */
function textsOf(value: unknown): string {
	const { message, stack } = value instanceof Error ? value : {};
	const json = JSON.stringify(value);
	return [json, inspect(value, { depth: 6, showHidden: true }), message, stack].join('\n');
}

/** Secrets of an account, also as a part of a JWT or in another coding. */
function secretsOf(provider: ProviderName, more: string[]): string[] {
	const account: Record<string, string> = { ...sandbox.accounts[provider] };
	const { apiKey, apiSecret, accessToken, appSecret, verifyToken } = account;
	const plain = [apiKey, apiSecret, accessToken, appSecret, verifyToken, ...more].filter(
		(text) => text !== undefined,
	);
	expect(plain.every((text) => text.length > 10)).toBe(true);
	return plain.flatMap((text) => [
		text,
		encodeURIComponent(text),
		Buffer.from(text).toString('base64'),
	]);
}

/** Accounts that the provider rejects, with a key that holds the right one, or with another ID. */
const rejected: Record<ProviderName, () => IDataObject[]> = {
	dialog360: () => [{ apiKey: expired(sandbox.accounts.dialog360.apiKey) }],
	oneMsg: () => [{ apiKey: expired(sandbox.accounts.oneMsg.apiKey) }, { channelId: '999' }],
	a1Base: () => [{ apiKey: expired(sandbox.accounts.a1Base.apiKey) }, { accountId: 'acc-999' }],
	metaCloud: () => [
		{ accessToken: expired(sandbox.accounts.metaCloud.accessToken) },
		{ phoneNumberId: '999' },
	],
};
const expired = (key: string) => `${key}-expired`;

async function textsOfActions(provider: ProviderName): Promise<string[]> {
	const control = sandbox.control(provider);
	const setup = await setUp(provider, control);
	const proxy = await startServer((_request, response) => {
		response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
	});
	const echo = await startServer((request, response) => {
		response.writeHead(400).end(`You sent ${JSON.stringify(request.headers)}`);
	});
	const hangUp = await startServer((_request, { socket }) => void socket?.resetAndDestroy());
	const accounts = [
		{},
		...rejected[provider](),
		{ baseUrl: 'no-scheme.example' },
		{ baseUrl: await deadAddress() },
		{ baseUrl: proxy.url },
		{ baseUrl: echo.url },
		{ baseUrl: hangUp.url },
	];
	const ofAccount = async (account: IDataObject) => {
		const regular = { account, onError: 'continueRegularOutput' } as const;
		const runs = (Object.keys(expectations) as OperationKey[]).flatMap((key) => {
			const parameters = expectations[key].parameters(setup);
			return [
				sandbox.run(provider, key, parameters, { account }),
				sandbox.run(provider, key, parameters, regular),
				sandbox.run(provider, key, { ...parameters, simplify: false }, { account }),
			];
		});
		const credentials = sandbox.credentials(provider, account);
		const list = listGroups({ parameters: { provider }, credentials });
		return await Promise.all([...runs, list.catch((error) => error)]);
	};
	// At the same time, because unreachable addresses are retried for some seconds.
	const outcomes = await Promise.all(accounts.map(ofAccount));
	return outcomes.flat().map(textsOf);
}

async function textsOfTrigger(provider: ProviderName) {
	const control = sandbox.control(provider);
	const group = await control.seed(1);
	const trigger = await liveTrigger(sandbox, server.n8n, provider);
	await control.write(group, 'Hi');
	await server.n8n.items(1);
	const call = asCall(await newestDelivery(sandbox, provider));
	const secret = call.query?.secret ?? call.headers?.['x-webhook-secret'];
	// Meta sends none, but signs.
	expect(secret === undefined).toBe(provider === 'metaCloud');
	const texts = [textsOf(server.n8n.receptions)];

	const unproved = { headers: {}, query: {} };
	for (const wrong of [
		{ ...call, ...unproved },
		{ ...call, body: [] },
		{ body: 'x', ...unproved },
	]) {
		texts.push(textsOf(await trigger.receive(wrong)));
	}
	const { staticData, webhookId } = trigger;
	const offline = { baseUrl: await deadAddress(), webhookSecret: ownSecret };
	const unreachable = triggerOf(sandbox, provider, {}, { staticData, webhookId }, offline);
	texts.push(textsOf(await unreachable.activate().catch((error) => error)));
	await unreachable.deactivate();
	await trigger.deactivate();

	const refused = triggerOf(
		sandbox,
		provider,
		{},
		{},
		{ webhookSecret: '', accountId: '', appSecret: '' },
	);
	texts.push(textsOf(await refused.activate().catch((error) => error)));
	await refused.deactivate();
	texts.push(textsOf([trigger.warnings, unreachable.warnings, refused.warnings]));
	return { texts, secret, warned: [...trigger.warnings, ...unreachable.warnings] };
}

test.each(providerNames)(
	'%s: neither results, errors nor warnings hold a secret',
	async (provider) => {
		const action = await textsOfActions(provider);
		const { texts, secret, warned } = await textsOfTrigger(provider);

		const all = [...action, ...texts];
		expect(action.join()).toContain('could not be reached');
		expect(action.join()).toContain('Bad gateway');
		expect(warned.length).toBeGreaterThanOrEqual(3);
		for (const text of secretsOf(provider, secret === undefined ? [] : [secret])) {
			expect(all.filter((said) => said.includes(text))).toEqual([]);
		}
	},
	120_000,
);

// Meta says only an address of somebody else's webhook, and A1Base has no API for webhooks.
test.each(['dialog360', 'oneMsg'] as const)(
	"%s: somebody else's secret isn't reported either",
	async (provider) => {
		const theirs = {
			url: 'https://user:their-password@other.example/hook?token=their-token#their-fragment',
			headers: { Authorization: 'their-header' },
		};
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider);

		const error = await trigger.activate().catch((thrown) => thrown);

		expect(error.message).toContain('https://other.example/hook');
		expect(textsOf(error)).not.toMatch(/their-(password|token|fragment|header)/);
		expect(firstOf(await registeredWebhooks(sandbox, provider)).url).toBe(theirs.url);
	},
);

test.each(providerNames)(
	'%s: a key in a successful response is hidden in the raw result',
	async (provider) => {
		const echo = await startServer(({ headers, path }, response) => {
			const body = {
				sent: true,
				id: '1',
				messages: [{ id: 'wamid.1' }],
				status: 'sent',
				headers,
				path,
			};
			response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		});

		const { json, error } = await sandbox.run(
			provider,
			'message.send',
			{ group: groupField('group-1'), text: 'Hi', simplify: false },
			{ account: { baseUrl: echo.url } },
		);

		expect(error).toBeUndefined();
		expect(JSON.stringify(json)).toContain('[secret]');
		for (const text of secretsOf(provider, [])) expect(textsOf(json)).not.toContain(text);
	},
);
