import { firstOf } from '../support/firstOf';
import { TestTrigger } from '../support/trigger';
import { interceptedAccount, broken } from './support/interceptor';
import { displayNames, useSandbox } from './support/sandbox';
import { deadAddress, type SeenRequest } from './support/servers';
import {
	ackSwitch,
	addresses,
	anotherProcess,
	setWebhooks,
	registering,
	saved,
	second,
	registeredWebhooks,
	triggerOf,
} from './support/webhooks';

const sandbox = useSandbox();

const theirAddress = 'https://other.example/hook/7';
const theirs = { url: `${theirAddress}?token=their-secret` };
const replace = { onOccupied: 'replace' };

describe.each(registering)('%s', (provider) => {
	const name = displayNames[provider];
	const offline = async () => ({ baseUrl: await deadAddress() });

	test('warns about a webhook that could not be restored, and restores it the next time', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, replace);
		await trigger.activate();
		const ours = firstOf(await registeredWebhooks(sandbox, provider));

		const staticData = saved(trigger);
		const unreached = triggerOf(sandbox, provider, replace, { staticData }, await offline());
		await unreached.deactivate();

		expect(unreached.warnings).toHaveLength(1);
		for (const what of [name, trigger.url(), theirAddress, 'could not be reached']) {
			expect(unreached.warnings[0]).toContain(what);
		}
		const secret = new URL(ours.url).searchParams.get('secret') ?? ours.headers['X-Webhook-Secret'];
		expect(secret).toMatch(/.+/);
		for (const hidden of [secret, 'their-secret']) {
			expect(unreached.warnings[0]).not.toContain(hidden);
		}
		// Fails when it restores theirs.
		const again = triggerOf(sandbox, provider, {}, { staticData: saved(unreached) });
		expect(await again.isRegistered()).toBe(false);
		await again.activate();
		expect(await registeredWebhooks(sandbox, provider)).toEqual([ours]);
		await again.deactivate();

		expect(await addresses(sandbox, provider)).toEqual([theirAddress]);
		expect(again.warnings).toEqual([]);
	});

	test('deactivating again completes a failed deactivation', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, replace);
		await trigger.activate();
		const staticData = saved(trigger);
		const unreached = triggerOf(sandbox, provider, replace, { staticData }, await offline());
		await unreached.deactivate();

		await triggerOf(sandbox, provider, replace, { staticData: saved(unreached) }).deactivate();

		expect(await addresses(sandbox, provider)).toEqual([theirAddress]);
	});

	test('deactivation without the credential succeeds with a warning', async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const parameters = { provider, events: ['message.received'] };
		const bare = new TestTrigger(parameters, {}, { staticData: saved(trigger) });

		await bare.deactivate();

		expect(bare.warnings).toEqual([expect.stringContaining(trigger.url())]);
	});

	test('after a change of the provider, the new one is not called, and the log says what stays', async () => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const other = provider === 'oneMsg' ? 'dialog360' : 'oneMsg';

		const changed = triggerOf(sandbox, other, {}, { staticData: saved(trigger) });
		await changed.deactivate();

		expect(changed.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(changed.warnings[0]).toContain(name);
		expect(await sandbox.control(other).calls()).toEqual([]);
	});

	test('a replaced webhook is not restored over a newer one, and the log says so', async () => {
		await setWebhooks(sandbox, provider, theirs);
		const trigger = triggerOf(sandbox, provider, replace);
		await trigger.activate();
		const newcomer = { url: 'https://newcomer.example/hook' };
		await setWebhooks(sandbox, provider, newcomer);

		await trigger.deactivate();

		expect(await addresses(sandbox, provider)).toEqual([newcomer.url]);
		expect(trigger.warnings).toEqual([expect.stringContaining(theirAddress)]);
	});

	test("an activation that can't be undone says what is left", async () => {
		await setWebhooks(sandbox, provider, theirs);
		let isDown = false;
		const account = await interceptedAccount(sandbox, provider, async ({ method }, pass) => {
			if (isDown) return broken;
			const answer = await pass();
			isDown = method !== 'GET';
			return isDown ? broken : answer;
		});
		const trigger = triggerOf(sandbox, provider, replace, {}, account);

		await expect(trigger.activate()).rejects.toThrow(name);

		expect(trigger.warnings).toEqual([expect.stringContaining(trigger.url())]);
		expect(trigger.warnings[0]).toContain(theirAddress);
		// If n8n kept the static data, publishing and unpublishing once corrects it.
		const again = triggerOf(sandbox, provider, {}, { staticData: saved(trigger) });
		await again.activate();
		await again.deactivate();
		expect(await addresses(sandbox, provider)).toEqual([theirAddress]);
	});
});

test.each([
	['dialog360', 'init'],
	['oneMsg', 'leadershipChange'],
] as const)(
	'%s: if it is down while n8n starts (%s), the workflow keeps its webhook',
	async (provider, activation) => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const before = await registeredWebhooks(sandbox, provider);
		const account = await interceptedAccount(sandbox, provider, async () => broken);

		const restarted = triggerOf(sandbox, provider, {}, { staticData: saved(trigger) }, account);
		await restarted.activate('production', activation);

		expect(restarted.warnings).toEqual([expect.stringContaining("couldn't be checked")]);
		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
	},
);

test.each(registering)(
	'%s: the same, if it answers that there are too many calls',
	async (provider) => {
		const trigger = triggerOf(sandbox, provider);
		await trigger.activate();
		const account = await interceptedAccount(sandbox, provider, async () => ({
			status: 429,
			data: { error: 'Too many requests' },
		}));

		const restarted = triggerOf(sandbox, provider, {}, { staticData: saved(trigger) }, account);
		await restarted.activate('production', 'init');

		expect(restarted.warnings).toEqual([expect.stringContaining("couldn't be checked")]);
	},
);

test.each(
	registering.flatMap((provider) =>
		[{ error: 'Try again later' }, { success: false }, { message: 'Maintenance' }].flatMap((data) =>
			(provider === 'oneMsg' ? ['/webhook'] : ['/v1/configs/webhook', '/multi_webhook']).map(
				(path) => [provider, data, path] as const,
			),
		),
	),
)('%s: %j with HTTP 200 does not pass for an empty list (%s)', async (provider, data, failing) => {
	await setWebhooks(sandbox, provider, theirs, { url: 'https://second.example/hook' });
	const before = await registeredWebhooks(sandbox, provider);
	const account = await interceptedAccount(sandbox, provider, async ({ method, path }, pass) =>
		method === 'GET' && path?.endsWith(failing) ? { status: 200, data } : await pass(),
	);

	const publishing = triggerOf(sandbox, provider, { onOccupied: 'addBeside' }, {}, account);
	await expect(publishing.activate()).rejects.toThrow(displayNames[provider]);

	expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
});

test("360dialog: a refusal that quotes somebody else's webhook doesn't show its secrets", async () => {
	const url = 'https://ann:their-password@other.example/hook?token=their-secret';
	const headers = { Authorization: 'Basic their-secret', 'X-Api-Key': 'their-key' };
	await setWebhooks(sandbox, 'dialog360', { url, headers });
	const trigger = triggerOf(sandbox, 'dialog360', replace);
	await trigger.activate();
	const account = await interceptedAccount(sandbox, 'dialog360', async ({ method, body }, pass) =>
		method === 'GET' ? await pass() : { status: 400, data: { error: `Invalid: ${body}` } },
	);
	const staticData = saved(trigger);
	const refusing = triggerOf(sandbox, 'dialog360', replace, { staticData }, account);

	await refusing.deactivate();

	expect(refusing.warnings).toEqual([expect.stringContaining('https://other.example/hook')]);
	expect(refusing.warnings[0]).toContain('Invalid');
	expect(refusing.warnings[0]).not.toMatch(/their-|ann/);
});

test('360dialog: a write whose response was lost counts as done', async () => {
	const url = triggerOf(sandbox, 'dialog360').url();
	const account = await interceptedAccount(sandbox, 'dialog360', async ({ method, body }, pass) => {
		const answer = await pass();
		return method === 'POST' && body.includes(url) ? broken : answer;
	});
	const trigger = triggerOf(sandbox, 'dialog360', {}, {}, account);

	await trigger.activate();

	expect(await addresses(sandbox, 'dialog360')).toEqual([url]);
});

describe('1MSG', () => {
	test('an activation that fails halfway changes nothing', async () => {
		const triggerUrl = triggerOf(sandbox, 'oneMsg').url();
		await setWebhooks(sandbox, 'oneMsg', theirs);
		const before = await registeredWebhooks(sandbox, 'oneMsg');
		const account = await interceptedAccount(sandbox, 'oneMsg', async ({ method, body }, pass) => {
			const answer = await pass();
			if (method === 'GET') return answer;
			// The provider has made the change, but its response never arrives.
			return body.includes(triggerUrl) ? broken : answer;
		});
		const trigger = triggerOf(sandbox, 'oneMsg', replace, {}, account);

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringContaining('1MSG'),
		});

		expect(await registeredWebhooks(sandbox, 'oneMsg')).toEqual(before);
		expect(trigger.staticData).toEqual({ 'node:Trigger': {} });
		expect(trigger.warnings).toEqual([]);
	});

	test('if the second call fails, no address of ours stays, and statuses stay off', async () => {
		const account = await interceptedAccount(sandbox, 'oneMsg', async ({ body }, pass) =>
			body.includes('"ackNotificationsOn":true') ? broken : await pass(),
		);
		const trigger = triggerOf(sandbox, 'oneMsg', { events: ['message.status'] }, {}, account);

		await expect(trigger.activate()).rejects.toThrow('1MSG');

		expect(await addresses(sandbox, 'oneMsg')).toEqual([]);
		expect(await ackSwitch(sandbox)).toBe(false);
	});

	/** Right after the first `times` writes of the list, another program writes its own. */
	const racing = async (times: number) => {
		let writes = 0;
		return await interceptedAccount(sandbox, 'oneMsg', async ({ method, path }, pass) => {
			const answer = await pass();
			if (method === 'POST' && path?.endsWith('/webhook') && (writes += 1) <= times) {
				await setWebhooks(sandbox, 'oneMsg', theirs);
			}
			return answer;
		});
	};

	test('an address that another program overwrote is written again, beside the other', async () => {
		const account = await racing(1);
		const trigger = triggerOf(sandbox, 'oneMsg', { onOccupied: 'addBeside' }, {}, account);

		await trigger.activate();

		expect(await addresses(sandbox, 'oneMsg')).toEqual([theirAddress, trigger.url()]);
		expect(await trigger.isRegistered()).toBe(true);
	});

	test('an address that is overwritten fails the activation unless it may be beside others', async () => {
		const trigger = triggerOf(sandbox, 'oneMsg', {}, {}, await racing(1));

		await expect(trigger.activate()).rejects.toThrow(theirAddress);

		expect(await addresses(sandbox, 'oneMsg')).toEqual([theirAddress]);
	});

	test('one that is overwritten every time fails the activation', async () => {
		const account = await racing(Infinity);
		const trigger = triggerOf(sandbox, 'oneMsg', { onOccupied: 'addBeside' }, {}, account);

		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringMatching(/1MSG.*Publish the workflow again/),
		});

		expect(await addresses(sandbox, 'oneMsg')).toEqual([theirAddress]);
	});

	test('two n8n instances at the same time: the one whose address was overwritten writes it again', async () => {
		const [otherHasRead, hasWritten, otherHasWritten] = [signal(), signal(), signal()];
		const isWrite = ({ method, path }: SeenRequest) =>
			method === 'POST' && path?.endsWith('/webhook');
		const slow = await interceptedAccount(sandbox, 'oneMsg', async (call, pass) => {
			if (!isWrite(call)) return await pass();
			otherHasRead.give();
			await hasWritten.given;
			const answer = await pass();
			otherHasWritten.give();
			return answer;
		});
		const account = await interceptedAccount(sandbox, 'oneMsg', async (call, pass) => {
			const answer = await pass();
			if (!isWrite(call)) return answer;
			hasWritten.give();
			await otherHasWritten.given;
			return answer;
		});
		const beside = { onOccupied: 'addBeside' };
		const elsewhere = { ...second, type: anotherProcess() };
		const other = triggerOf(sandbox, 'oneMsg', beside, elsewhere, slow);
		const trigger = triggerOf(sandbox, 'oneMsg', beside, {}, account);

		const activating = other.activate();
		await otherHasRead.given;
		await trigger.activate();
		await activating;

		expect(await addresses(sandbox, 'oneMsg')).toEqual([other.url(), trigger.url()]);
	});
});

function signal() {
	let give = () => {};
	const given = new Promise<void>((resolve) => {
		give = resolve;
	});
	return { given, give };
}
