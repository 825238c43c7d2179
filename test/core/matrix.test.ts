import { operations } from '../../nodes/WhatsAppGroups/actions';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { displayNames, failureIn, useHouse } from './support/house';
import { setScene } from './support/scene';
import { expectToFit } from './support/schemas';
import { trials } from './support/trials';

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

const house = useHouse();

test('the table has pairs that are offered and pairs that are not', () => {
	expect(offered.length).toBeGreaterThan(0);
	expect(refused.length).toBeGreaterThan(0);
	expect(operations.map(({ key }) => key).sort()).toEqual(Object.keys(trials).sort());
});

describe.each(offered)('$provider offers “$action”', ({ provider, key }) => {
	const run = async (simplify: boolean) => {
		const { arrange, before, parameters } = trials[key];
		const scene = await setScene(provider, house.control(provider));
		await arrange?.(scene);
		if (before) expect((await house.run(provider, key, before(scene))).error).toBeUndefined();
		const result = await house.run(provider, key, { ...parameters(scene), simplify });
		expect(result.error).toBeUndefined();
		return { scene, result, groups: await scene.control.groups() };
	};

	test('it takes effect, and gives the shape of the contract', async () => {
		const { scene, result, groups } = await run(true);

		const { output, effect } = trials[key];
		const expected = [output(scene, groups)].flat();
		expect(result.json).toStrictEqual(expected.map((entry) => ({ provider, ...entry })));
		expectToFit(key, result.json);
		for (const { pairedItem } of result.items) expect(pairedItem).toEqual({ item: 0 });
		await effect(scene, groups);
	});

	test("without Simplify it gives the provider's answer as it came", async () => {
		const { scene, result, groups } = await run(false);

		const { effect, raw = ({ answer }) => answer } = trials[key];
		const call = (await scene.control.calls()).at(-1);
		expect(call).toBeDefined();
		expect(result.json).toStrictEqual([raw(call!, scene)].flat());
		await effect(scene, groups);
	});
});

describe.each(refused)('$provider does not offer “$action”', ({ provider, key, action }) => {
	test('one failed item says so and what to do, and nothing is called', async () => {
		const control = house.control(provider);
		const scene = await setScene(provider, control);
		const before = await control.groups();

		const result = await house.run(provider, key, trials[key].parameters(scene), {
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
