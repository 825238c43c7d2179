import { providerNames, type ProviderName } from '../../sandbox/providers';
import { listGroups } from '../support/action';
import { TestTrigger } from '../support/trigger';
import { failureIn, unknownKey, unknownKeys, useSandbox, type Control } from './support/sandbox';
import { triggerOf } from './support/webhooks';

const sandbox = useSandbox();

/** Creates this many groups, `Crew 000` and so on. */
async function seed(control: Control, count: number): Promise<string[]> {
	const subjects = Array.from({ length: count }, (_, at) => `Crew ${String(at).padStart(3, '0')}`);
	for (const subject of subjects) await control.seed(1, subject);
	return (await control.groups()).map(({ id }) => id);
}

const list = async (provider: ProviderName, filter?: string, token?: string) =>
	await listGroups(
		{ parameters: { provider }, credentials: sandbox.credentials(provider) },
		filter,
		token,
	);

describe.each(providerNames)('%s', (provider) => {
	test('the list has every group with its subject and ID', async () => {
		const ids = await seed(sandbox.control(provider), 3);

		const { results, paginationToken } = await list(provider);

		expect(results).toEqual(ids.map((value, at) => ({ name: `Crew 00${at}`, value })));
		expect(paginationToken).toBeUndefined();
	});

	test('a filter finds a part of the subject, in upper or lower case', async () => {
		const ids = await seed(sandbox.control(provider), 12);

		expect((await list(provider, ' rEW 01 ')).results).toEqual([
			{ name: 'Crew 010', value: ids[10] },
			{ name: 'Crew 011', value: ids[11] },
		]);
		expect((await list(provider, 'nobody')).results).toEqual([]);
	});

	test('more than a hundred groups come page by page, each once', async () => {
		const ids = await seed(sandbox.control(provider), 130);

		const seen: unknown[] = [];
		let token: string | undefined;
		let pages = 0;
		do {
			const page = await list(provider, '', token);
			seen.push(...page.results.map(({ value }) => value));
			token = page.paginationToken as string | undefined;
			pages++;
		} while (token && pages < 10);

		expect(seen).toEqual(ids);
		expect((await list(provider, 'Crew 129')).results).toEqual([
			{ name: 'Crew 129', value: ids[129] },
		]);
	});

	test('Get Many returns the requested number, one item each', async () => {
		const ids = await seed(sandbox.control(provider), 130);

		for (const [parameters, count] of [
			[{ returnAll: true }, 130],
			[{ returnAll: false, limit: 120 }, 120],
			[{ returnAll: false, limit: 1 }, 1],
			[{}, 50],
		] as const) {
			const { items } = await sandbox.run(provider, 'group.getMany', parameters);
			expect(items.map(({ json }) => json.groupId)).toEqual(ids.slice(0, count));
			expect(new Set(items.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
				new Set(['{"item":0}']),
			);
		}
	});

	test("the trigger's menu has all groups", async () => {
		const ids = await seed(sandbox.control(provider), 130);

		const menu = await triggerOf(sandbox, provider).groupMenu();

		expect(menu.map(({ value }) => value)).toEqual(ids);
		expect(menu[7]!.name).toBe('Crew 007');
	});

	test("the trigger's menu is empty, not an error, until a credential is chosen", async () => {
		await seed(sandbox.control(provider), 1);

		expect(await new TestTrigger({ provider }, {}).groupMenu()).toEqual([]);
	});

	test('without any group, menus and Get Many are empty', async () => {
		expect((await list(provider)).results).toEqual([]);
		expect(await triggerOf(sandbox, provider).groupMenu()).toEqual([]);

		const { items, error } = await sandbox.run(provider, 'group.getMany', { returnAll: true });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});

	test('a rejected key is explained', async () => {
		const account = unknownKeys[provider];
		const credentials = sandbox.credentials(provider, account);

		const explained = {
			message: expect.stringMatching(unknownKey),
			description: expect.stringMatching(/credential/),
		};
		const refused = listGroups({ parameters: { provider }, credentials });
		await expect(refused).rejects.toMatchObject(explained);
		const trigger = triggerOf(sandbox, provider, {}, {}, account);
		await expect(trigger.groupMenu()).rejects.toMatchObject(explained);
	});
});

test('360dialog: a broken cursor is explained', async () => {
	await seed(sandbox.control('dialog360'), 1);

	const { message } = await list('dialog360', '', 'broken').then(
		() => ({ message: 'no error' }),
		(error: Error) => error,
	);

	expect(message).toMatch(/changed while it was being read/);
});

test("A1Base: another account isn't mistaken for an empty one", async () => {
	const { error } = failureIn(
		await sandbox.run(
			'a1Base',
			'group.getMany',
			{ returnAll: true },
			{ account: { accountId: 'acc-999' }, onError: 'continueRegularOutput' },
		),
	);

	expect(error).toMatch(/account/);
});
