/** Meta verifies an address before it registers it, so here n8n is a server that answers. */
import type { INodeParameters } from 'n8n-workflow';

import { client } from '../sandbox/support';
import type { Surroundings, TestTrigger } from '../support/trigger';
import { useN8n } from './support/liveTrigger';
import { useSandbox } from './support/sandbox';
import { startServer } from './support/servers';
import {
	anotherProcess,
	registeredWebhooks,
	saved,
	second,
	triggerOf,
	writes,
} from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();
const meta = 'metaCloud';
const replace = { onOccupied: 'replace' };

/** A trigger at whose addresses n8n responds, as it does while it registers the trigger and after. */
function attached(
	parameters: INodeParameters = {},
	surroundings: Surroundings = {},
	account: object = {},
): TestTrigger {
	const n8nUrl = server.n8n.url;
	const trigger = triggerOf(sandbox, meta, parameters, { n8nUrl, ...surroundings }, { ...account });
	server.n8n.attach(trigger);
	return trigger;
}

/** Somebody else's webhook, which has a verify token of its own. */
async function occupiedBy(): Promise<string> {
	const server = await startServer(({ path = '' }, response) => {
		const { searchParams } = new URL(path, 'http://other.test');
		const isTheirs = searchParams.get('hub.verify_token') === 'theirs';
		response.writeHead(isTheirs ? 200 : 403).end(searchParams.get('hub.challenge'));
	});
	await override(server.url, 'theirs');
	return server.url;
}

async function override(override_callback_uri: string, verify_token?: string): Promise<void> {
	const { baseUrl, accessToken, phoneNumberId } = sandbox.accounts.metaCloud;
	const api = client(baseUrl, { Authorization: `Bearer ${accessToken}` });
	const webhook_configuration = { override_callback_uri, verify_token };
	expect(await api.post(`/${phoneNumberId}`, { webhook_configuration })).toMatchObject({
		data: { success: true },
	});
}

const registered = async () => (await registeredWebhooks(sandbox, meta)).map(({ url }) => url);

test.each([{}, { verifyToken: '' }, { verifyToken: ' my-own-token ' }])(
	'publishing overrides the webhook of the number, and unpublishing clears it (%j)',
	async (account) => {
		const trigger = attached({}, {}, account);

		await trigger.activate();
		expect(await registered()).toEqual([trigger.url()]);
		expect(await trigger.isRegistered()).toBe(true);
		await trigger.deactivate();

		expect(await registered()).toEqual([]);
		expect(trigger.warnings).toEqual([]);
	},
);

test('after a restart nothing is written a second time', async () => {
	const trigger = attached();
	await trigger.activate();

	const restarted = attached({}, { staticData: saved(trigger), type: anotherProcess() });
	await restarted.start();

	expect(await writes(sandbox, meta)).toHaveLength(1);
});

test("somebody else's override stays, and the error shows it", async () => {
	const theirs = await occupiedBy();

	await expect(attached().activate()).rejects.toMatchObject({
		message: expect.stringMatching(/“If Another Webhook Is Set” to “Replace It”/),
	});
	await expect(attached().activate()).rejects.toThrow(theirs);

	expect(await registered()).toEqual([theirs]);
});

test("Replace It warns that somebody else's override can't be restored, and shows it", async () => {
	const theirs = await occupiedBy();
	const trigger = attached(replace);

	await trigger.activate();
	expect(trigger.warnings).toEqual([expect.stringContaining(theirs)]);
	await trigger.deactivate();

	expect(await registered()).toEqual([]);
});

test('unpublishing keeps an override that somebody else has set since', async () => {
	const trigger = attached();
	await trigger.activate();
	const theirs = await occupiedBy();

	await trigger.deactivate();

	expect(await registered()).toEqual([theirs]);
});

test('the editor restores the webhook of production', async () => {
	const production = attached();
	await production.activate();
	const editor = attached();

	await editor.activate('test');
	expect(await registered()).toEqual([editor.url('test')]);
	await editor.deactivate('test');

	expect(await registered()).toEqual([production.url()]);
	expect(await production.isRegistered()).toBe(true);
});

test('production that is unpublished while the editor listens is not restored', async () => {
	const production = attached();
	await production.activate();
	const editor = attached();
	await editor.activate('test');

	await production.deactivate();
	await editor.deactivate('test');

	expect(await registered()).toEqual([]);
});

describe('if n8n ends while the editor listens', () => {
	const afterTheEnd = async () => {
		const production = attached();
		await production.activate();
		await attached().activate('test');
		return { production, surroundings: { staticData: saved(production), type: anotherProcess() } };
	};

	test('publishing again gives the workflow its place back', async () => {
		const { production, surroundings } = await afterTheEnd();

		await attached({}, surroundings).activate();

		expect(await registered()).toEqual([production.url()]);
	});

	test("another workflow can be published in the editor's place", async () => {
		const { type } = (await afterTheEnd()).surroundings;
		const other = attached({}, { ...second, type });

		await other.activate();

		expect(await registered()).toEqual([other.url()]);
	});
});

test('a workflow that replaces another restores it', async () => {
	const first = attached();
	await first.activate();
	const other = attached(replace, second);

	await other.activate();
	expect(await registered()).toEqual([other.url()]);
	await other.deactivate();

	expect(await registered()).toEqual([first.url()]);
});

test('an app that is not on the account yet is subscribed to it', async () => {
	await sandbox.control(meta).set({ appOnAccount: false });
	const trigger = attached();

	await trigger.activate();

	expect(await registered()).toEqual([trigger.url()]);
});

test('without a Business Account ID the error names that field', async () => {
	await sandbox.control(meta).set({ appOnAccount: false });

	await expect(attached({}, {}, { businessAccountId: '' }).activate()).rejects.toMatchObject({
		message: expect.stringContaining('Business Account ID'),
	});
});

test("an address that Meta can't reach is explained", async () => {
	const trigger = triggerOf(sandbox, meta, {}, { n8nUrl: server.n8n.url });

	await expect(trigger.activate()).rejects.toMatchObject({
		message: expect.stringMatching(/Meta could not verify/),
		description: expect.stringContaining('WEBHOOK_URL'),
	});
	expect(await registered()).toEqual([]);
});

test('without an App Secret nothing is registered', async () => {
	const trigger = attached({}, {}, { appSecret: ' ' });

	await expect(trigger.activate()).rejects.toThrow('App Secret');

	expect(await sandbox.control(meta).calls()).toEqual([]);
});

describe('with an App ID in the credential', () => {
	const app = { appId: '670843887433847' };
	const events = ['message.received', 'participant.joined', 'group.updated'];
	const dashboard = async (webhookFields: string) => {
		const server = await startServer(({ path = '' }, response) => {
			response.end(new URL(path, 'http://app.test').searchParams.get('hub.challenge'));
		});
		const answer = await sandbox.control(meta).set({ webhookUrl: server.url, webhookFields });
		expect(answer.status).toBe(200);
	};

	test('an app without any webhook is subscribed to all fields', async () => {
		await sandbox.control(meta).set({ webhookFields: '' });
		const trigger = attached({ events }, {}, app);

		await trigger.activate();

		const [subscription] = await writes(sandbox, meta);
		expect(subscription?.body).toMatchObject({
			callback_url: trigger.url(),
			fields: expect.stringMatching(/^messages(,group_\w+){4}$/),
		});
		expect(await registered()).toEqual([trigger.url()]);
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	test.each([
		['another number has a webhook', {}, 'https://other.example/hook', true],
		['that is unknown', { businessAccountId: '' }, '', true],
		['no other number has a webhook', {}, '', false],
	])(
		'an app that the node subscribed stays subscribed when %s',
		async (_when, account, otherNumberOverride, isKept) => {
			await sandbox.control(meta).set({ webhookFields: '', otherNumberOverride });
			const trigger = attached({ events }, {}, { ...app, ...account });

			await trigger.activate();
			await trigger.deactivate();

			// Meta sends no number a field that the app isn't subscribed to.
			const unsubscribed = (await writes(sandbox, meta)).filter(
				({ method }) => method === 'DELETE',
			);
			expect(unsubscribed).toHaveLength(isKept ? 0 : 1);
		},
	);

	test('with Replace It, the address of the app stays, even if it was the address of the number', async () => {
		await dashboard('messages,account_alerts');
		const [theirs] = await registered();
		await sandbox.control(meta).set({ verifyToken: 'theirs' });
		await override(String(theirs), 'theirs');
		const trigger = attached({ ...replace, events: ['message.received'] }, {}, app);

		await trigger.activate();
		expect(await registered()).toEqual([trigger.url()]);
		await trigger.deactivate();

		// Other numbers of the app get their webhooks there.
		expect(await registered()).toEqual([theirs]);
	});

	test('fields that somebody has subscribed the app to stay while the editor listens', async () => {
		await sandbox.control(meta).set({ webhookFields: '' });
		const trigger = attached({}, {}, app);
		await trigger.activate();
		const webhookFields = 'messages,account_alerts';
		await sandbox.control(meta).set({ webhookFields });

		await trigger.activate('test');

		const subscription = (await writes(sandbox, meta))
			.filter(({ path }) => path.endsWith('/subscriptions'))
			.at(-1);
		expect(subscription?.body).toMatchObject({
			callback_url: trigger.url('test'),
			fields: expect.stringMatching(/^messages,account_alerts(,group_\w+){4}$/),
		});
	});

	test.each([
		['App ID', { appId: '1' }],
		['App Secret', { appSecret: 'of-another-app' }],
	])('the error names the fields if the %s is wrong', async (_label, account) => {
		const error = await attached({ events }, {}, { ...app, ...account })
			.activate()
			.catch((thrown) => thrown);

		expect(error.message).toMatch(/App ID.*App Secret/);
		expect(error.message).not.toContain('token');
		expect(error.description).toContain('App settings');
		expect(JSON.stringify(error)).not.toContain('of-another-app');
		expect(await registered()).toEqual([]);
	});

	test('the error names the fields that are missing for the chosen events', async () => {
		await dashboard('messages,group_settings_update');

		const error = await attached({ events }, {}, app)
			.activate()
			.catch((thrown) => thrown);

		expect(error.message).toContain('group_participants_update');
		expect(error.message).not.toMatch(/group_settings_update|group_status_update/);
		expect(error.description).toContain('Configuration');
		expect(await writes(sandbox, meta)).toEqual([]);
	});

	test('fields that the chosen events do not need may be missing', async () => {
		await dashboard('messages');
		const trigger = attached({ events: ['message.received'] }, {}, app);

		await trigger.activate();

		expect(await trigger.isRegistered()).toBe(true);
	});
});

test('a refused verification says why, without the token', async () => {
	const trigger = attached({}, {}, { verifyToken: 'the-right-token' });

	const answers = [
		await trigger.check({ 'hub.challenge': '1' }),
		await trigger.check({ 'hub.challenge': '1', 'hub.verify_token': 'another' }),
	];

	expect(answers).toMatchObject([
		{ status: 401, body: { message: expect.stringContaining('missing') } },
		{ status: 401, body: { message: expect.stringContaining("doesn't match") } },
	]);
	expect(JSON.stringify(answers)).not.toContain('the-right-token');
});

test.each([undefined, ['1', '2'] as never])(
	'a verification with the challenge %j gets 400',
	async (challenge) => {
		const trigger = attached({}, {}, { verifyToken: 'the-right-token' });
		const query = { 'hub.verify_token': 'the-right-token', 'hub.challenge': challenge };

		expect(await trigger.check(query as never)).toMatchObject({ status: 400 });
	},
);

test.each([
	['an error', { error: 'Try again later' }],
	['something else', { success: false }],
])('%s with HTTP 200 does not pass for a number without an override', async (_what, answer) => {
	const theirs = await occupiedBy();
	await sandbox.control(meta).set({ answerNext: { status: 200, body: answer } });

	await expect(attached().activate()).rejects.toThrow('Meta');

	expect(await registered()).toEqual([theirs]);
});
