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

	test('Add Beside It keeps the others and what they carry, and takes only ours out again', async () => {
		await setWebhooks(
			sandbox,
			provider,
			{ ...others(1)[0], headers: { 'X-Kept': 'theirs' } },
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

	test.each(['fail', 'addBeside'])('where all places are taken, “%s” fails', async (onOccupied) => {
		const full = others(capacity[provider]);
		await setWebhooks(sandbox, provider, ...full);
		const trigger = triggerOf(sandbox, provider, { onOccupied });

		const error = await trigger.activate().catch((thrown) => thrown);

		for (const url of urls(full)) expect(error.message).toContain(url);
		expect(error.description).toMatch(/“Replace It”/);
		expect(error.description).not.toContain('Add Beside It');
		expect(await addresses(sandbox, provider)).toEqual(urls(full));
	});

	test('Replace It takes all places, and puts them back in their order', async () => {
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

	test('what finds no room any more when ours goes is told', async () => {
		const full = others(capacity[provider]);
		await setWebhooks(sandbox, provider, ...full);
		const trigger = triggerOf(sandbox, provider, { onOccupied: 'replace' });
		await trigger.activate();
		const [ours] = await registeredWebhooks(sandbox, provider);
		const newcomer = { url: 'https://newcomer.example/hook' };
		await setWebhooks(sandbox, provider, ours, newcomer);

		await trigger.deactivate();

		const homeless = full[full.length - 1].url;
		const [main, ...more] = await addresses(sandbox, provider);
		expect(main).toBe(full[0].url);
		expect(more.sort()).toEqual([newcomer.url, ...urls(full).slice(1, -1)].sort());
		expect(trigger.warnings).toEqual([expect.stringContaining(homeless)]);
		expect(trigger.warnings[0]).toContain(displayNames[provider]);
		expect(trigger.warnings[0]).not.toContain(full[0].url);
	});

	describe('two workflows on one channel', () => {
		test('the second is refused, and the first goes on', async () => {
			const first = triggerOf(sandbox, provider);
			await first.activate();

			await expect(triggerOf(sandbox, provider, {}, second).activate()).rejects.toThrow(
				first.url(),
			);

			expect(await first.isRegistered()).toBe(true);
		});

		test('the second stands beside the first, and each leaves alone', async () => {
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

		test('the second replaces the first, and puts it back', async () => {
			const first = triggerOf(sandbox, provider);
			const other = triggerOf(sandbox, provider, { onOccupied: 'replace' }, second);
			await first.activate();

			await other.activate();
			expect(await first.isRegistered()).toBe(false);
			await other.deactivate();

			expect(await first.isRegistered()).toBe(true);
			expect(await addresses(sandbox, provider)).toEqual([first.url()]);
		});

		test('both at once find their place', async () => {
			const triggers = [{}, second].map((one) => triggerOf(sandbox, provider, beside, one));

			await Promise.all(triggers.map(async (trigger) => await trigger.activate()));

			expect(await addresses(sandbox, provider)).toEqual(triggers.map((trigger) => trigger.url()));
			for (const trigger of triggers) expect(await trigger.isRegistered()).toBe(true);
		});
	});

	test('an editor that never went back makes way for production when n8n starts again', async () => {
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

	test('n8n at a new address takes the place of its old one', async () => {
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

describe('360dialog, where a number has no webhooks besides the main one', () => {
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
		'answered %p: the one place can be taken, and is given back',
		async (status) => {
			const account = await withoutExtras(status);
			await setWebhooks(sandbox, 'dialog360', ...others(1));
			const refused = triggerOf(sandbox, 'dialog360', { onOccupied: 'addBeside' }, {}, account);
			const error = await refused.activate().catch((thrown) => thrown);
			expect(error.message).toContain(others(1)[0].url);
			expect(error.description).not.toContain('Add Beside It');

			const trigger = triggerOf(sandbox, 'dialog360', { onOccupied: 'replace' }, {}, account);
			await trigger.activate();
			expect(await addresses(sandbox, 'dialog360')).toEqual([trigger.url()]);
			await trigger.deactivate();

			expect(await addresses(sandbox, 'dialog360')).toEqual(urls(others(1)));
		},
	);

	test('the editor takes the place of production for as long as it listens', async () => {
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
