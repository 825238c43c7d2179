import { operations } from './support/operations';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { displayNames, failureIn, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { expectToFit } from './support/schemas';
import { expectations } from './support/expectations';

const pairs = providers.flatMap((provider) =>
	operations.map(({ key, action }) => ({
		provider: provider.name,
		key,
		action,
		offered: provider.calls[key] !== undefined,
	})),
);
const offered = pairs.filter((pair) => pair.offered);
const refused = pairs.filter((pair) => !pair.offered);

const sandbox = useSandbox();

test('the table has pairs that are offered and pairs that are not', () => {
	expect(offered.length).toBeGreaterThan(0);
	expect(refused.length).toBeGreaterThan(0);
	expect(operations.map(({ key }) => key).sort()).toEqual(Object.keys(expectations).sort());
});

describe.each(offered)('$provider offers “$action”', ({ provider, key }) => {
	const run = async (simplify: boolean) => {
		const { arrange, before, parameters } = expectations[key];
		const setup = await setUp(provider, sandbox.control(provider));
		await arrange?.(setup);
		if (before) expect((await sandbox.run(provider, key, before(setup))).error).toBeUndefined();
		const result = await sandbox.run(provider, key, { ...parameters(setup), simplify });
		expect(result.error).toBeUndefined();
		return { setup, result, groups: await setup.control.groups() };
	};

	test('it has its effect, and returns the shape of the contract', async () => {
		const { setup, result, groups } = await run(true);

		const { output, effect } = expectations[key];
		const expected = [output(setup, groups)].flat();
		expect(result.json).toStrictEqual(expected.map((entry) => ({ provider, ...entry })));
		expectToFit(key, result.json);
		for (const { pairedItem } of result.items) expect(pairedItem).toEqual({ item: 0 });
		await effect(setup, groups);
	});

	test("without Simplify it returns the provider's response unchanged", async () => {
		const { setup, result, groups } = await run(false);

		const { effect, raw = ({ answer }) => answer } = expectations[key];
		const call = (await setup.control.calls()).at(-1);
		expect(call).toBeDefined();
		expect(result.json).toStrictEqual([raw(call!, setup)].flat());
		await effect(setup, groups);
	});
});

describe.each(refused)('$provider does not offer “$action”', ({ provider, key, action }) => {
	test('the failed item says so and what to do, without a call', async () => {
		const control = sandbox.control(provider);
		const setup = await setUp(provider, control);
		const before = await control.groups();

		const result = await sandbox.run(provider, key, expectations[key].parameters(setup), {
			onError: 'continueRegularOutput',
		});

		const { error, details } = failureIn(result);
		expect(error).toContain(displayNames[provider]);
		expect(error).toContain(action);
		const able = offered.filter((pair) => pair.key === key);
		expect(able.length).toBeGreaterThan(0);
		for (const pair of able) expect(details.description).toContain(displayNames[pair.provider]);
		expect(await control.calls()).toEqual([]);
		expect(await control.groups()).toEqual(before);
	});
});
