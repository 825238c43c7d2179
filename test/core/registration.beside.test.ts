import { firstOf } from '../support/firstOf';
import { interceptedAccount, type Answer } from './support/interceptor';
import { displayNames, useSandbox } from './support/sandbox';
import {
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

const others = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ url: `https://other.example/hook/${at}` }));
const urls = (webhooks: Array<{ url: string }>) => webhooks.map(({ url }) => url);
const capacity = { dialog360: 4, oneMsg: 5 };

describe.each(registering)('%s', (provider) => {
	const beside = { onOccupied: 'addBeside' };

	test('Add Beside It keeps the others with their headers, and removes only ours again', async () => {
		await setWebhooks(
			sandbox,
			provider,
			{ ...firstOf(others(1)), headers: { 'X-Kept': 'theirs' } },
			...others(2).slice(1),
		);
		const before = await registeredWebhooks(sandbox, provider);
		const trigger = triggerOf(sandbox, provider, beside);

		await trigger.activate();
		expect(await addresses(sandbox, provider)).toEqual([...urls(others(2)), trigger.url()]);
		expect((await registeredWebhooks(sandbox, provider)).slice(0, 2)).toEqual(before);
		expect(await trigger.isRegistered()).toBe(true);
		const restarted = triggerOf(sandbox, provider, beside, { staticData: saved(trigger) });
		await restarted.deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		expect(restarted.warnings).toEqual([]);
	});

	test.each(['fail', 'addBeside'])('“%s” fails if every place is in use', async (onOccupied) => {
		const full = others(capacity[provider]);
		await setWebhooks(sandbox, provider, ...full);
		const trigger = triggerOf(sandbox, provider, { onOccupied });

		const error = await trigger.activate().catch((thrown) => thrown);

		for (const url of urls(full)) expect(error.message).toContain(url);
		expect(error.description).toMatch(/“Replace It”/);
		expect(error.description).not.toContain('Add Beside It');
		expect(await addresses(sandbox, provider)).toEqual(urls(full));
	});

	test('Replace It replaces all webhooks, and restores them in their order', async () => {
		const full = others(capacity[provider]);
		await setWebhooks(sandbox, provider, ...full);
		const before = await registeredWebhooks(sandbox, provider);
		const trigger = triggerOf(sandbox, provider, { onOccupied: 'replace' });

		await trigger.activate();
		expect(await addresses(sandbox, provider)).toEqual([trigger.url()]);
		await trigger.deactivate();

		expect(await registeredWebhooks(sandbox, provider)).toEqual(before);
		expect(trigger.warnings).toEqual([]);
	});

	test("warns about webhooks that can't be restored because every place is in use", async () => {
		const full = others(capacity[provider]);
		await setWebhooks(sandbox, provider, ...full);
		const trigger = triggerOf(sandbox, provider, { onOccupied: 'replace' });
		await trigger.activate();
		const ours = firstOf(await registeredWebhooks(sandbox, provider));
		const newcomer = { url: 'https://newcomer.example/hook' };
		await setWebhooks(sandbox, provider, ours, newcomer);

		await trigger.deactivate();

		const homeless = full[full.length - 1]!.url;
		const [main, ...more] = await addresses(sandbox, provider);
		expect(main).toBe(firstOf(full).url);
		expect(more.sort()).toEqual([newcomer.url, ...urls(full).slice(1, -1)].sort());
		expect(trigger.warnings).toEqual([expect.stringContaining(homeless)]);
		expect(trigger.warnings[0]).toContain(displayNames[provider]);
		expect(trigger.warnings[0]).not.toContain(firstOf(full).url);
	});

	describe('two workflows on one channel', () => {
		test('the second fails, and the first keeps its webhook', async () => {
			const first = triggerOf(sandbox, provider);
			await first.activate();

			await expect(triggerOf(sandbox, provider, {}, second).activate()).rejects.toThrow(
				first.url(),
			);

			expect(await first.isRegistered()).toBe(true);
		});

		test('the second is added beside the first, and each removes only its own', async () => {
			const first = triggerOf(sandbox, provider);
			const other = triggerOf(sandbox, provider, beside, second);
			await first.activate();
			await other.activate();
			expect(await addresses(sandbox, provider)).toEqual([first.url(), other.url()]);
			expect(await first.isRegistered()).toBe(true);

			await first.deactivate();

			expect(await addresses(sandbox, provider)).toEqual([other.url()]);
			expect(await other.isRegistered()).toBe(true);
		});

		test('the second replaces the first, and restores it', async () => {
			const first = triggerOf(sandbox, provider);
			const other = triggerOf(sandbox, provider, { onOccupied: 'replace' }, second);
			await first.activate();

			await other.activate();
			expect(await first.isRegistered()).toBe(false);
			await other.deactivate();

			expect(await first.isRegistered()).toBe(true);
			expect(await addresses(sandbox, provider)).toEqual([first.url()]);
		});

		test('both can register at the same time', async () => {
			const triggers = [{}, second].map((one) => triggerOf(sandbox, provider, beside, one));

			await Promise.all(triggers.map(async (trigger) => await trigger.activate()));

			expect(await addresses(sandbox, provider)).toEqual(triggers.map((trigger) => trigger.url()));
			for (const trigger of triggers) expect(await trigger.isRegistered()).toBe(true);
		});
	});

	test('production replaces the webhook that an editor left when n8n starts again', async () => {
		const production = triggerOf(sandbox, provider);
		await production.activate();
		await triggerOf(sandbox, provider).activate('test');

		const surroundings = { staticData: saved(production), type: anotherProcess() };
		const restarted = triggerOf(sandbox, provider, {}, surroundings);
		expect(await restarted.isRegistered('init')).toBe(false);
		await restarted.start();

		expect(await addresses(sandbox, provider)).toEqual([production.url()]);
		expect(await restarted.isRegistered()).toBe(true);
	});

	test('a new address of n8n replaces the old one', async () => {
		await setWebhooks(sandbox, provider, ...others(1));
		const before = triggerOf(sandbox, provider, { onOccupied: 'replace' });
		await before.activate();

		const moved = triggerOf(
			sandbox,
			provider,
			{ onOccupied: 'fail' },
			{ staticData: saved(before), n8nUrl: 'https://moved.example' },
		);
		await moved.activate();
		expect(await addresses(sandbox, provider)).toEqual([moved.url()]);
		await moved.deactivate();

		expect(await addresses(sandbox, provider)).toEqual(urls(others(1)));
	});
});

describe('360dialog, for a number without extra webhooks', () => {
	const withoutExtras = async (status: number) =>
		await interceptedAccount(
			sandbox,
			'dialog360',
			async ({ path }, pass): Promise<Answer> =>
				path?.includes('multi_webhook')
					? { status, data: { error: 'No such path' } }
					: await pass(),
		);

	test.each([403, 404])(
		'answered %p: the one webhook can be replaced, and is restored',
		async (status) => {
			const account = await withoutExtras(status);
			await setWebhooks(sandbox, 'dialog360', ...others(1));
			const refused = triggerOf(sandbox, 'dialog360', { onOccupied: 'addBeside' }, {}, account);
			const error = await refused.activate().catch((thrown) => thrown);
			expect(error.message).toContain(firstOf(others(1)).url);
			expect(error.description).not.toContain('Add Beside It');

			const trigger = triggerOf(sandbox, 'dialog360', { onOccupied: 'replace' }, {}, account);
			await trigger.activate();
			expect(await addresses(sandbox, 'dialog360')).toEqual([trigger.url()]);
			await trigger.deactivate();

			expect(await addresses(sandbox, 'dialog360')).toEqual(urls(others(1)));
		},
	);

	test('the editor replaces production while it listens', async () => {
		const account = await withoutExtras(404);
		const production = triggerOf(sandbox, 'dialog360', {}, {}, account);
		await production.activate();
		const before = await registeredWebhooks(sandbox, 'dialog360');
		const editor = triggerOf(sandbox, 'dialog360', {}, {}, account);

		await editor.activate('test');
		expect(await addresses(sandbox, 'dialog360')).toEqual([editor.url('test')]);
		await editor.deactivate('test');

		expect(await registeredWebhooks(sandbox, 'dialog360')).toEqual(before);
		expect(await production.isRegistered()).toBe(true);
	});
});
