/** Every required field of every operation, with useless values from expressions. */
import type { INodeProperties } from 'n8n-workflow';

import { operations } from './support/operations';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { expectations } from './support/expectations';
import { groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { filledIn, shownFields, situations } from './support/shownFields';

const sandbox = useSandbox();

/** Useless for a text, a list, and a number with limits. */
const USELESS = [
	...['undefined', 'null', '""', '" \\n"', '[]', '[null]', '[""]', '[[]]', '{}'],
	...['{ a: 1 }', '[{ a: 1 }]', 'NaN', 'Infinity'],
];
const EXPRESSION = `={{ [${USELESS.join(', ')}][$itemIndex] }}`;

/** Menus are tried with values that they don't have, in `menus.test.ts`. */
const isTried = ({ required, type }: INodeProperties) => required === true && type !== 'options';

const cases = providers.flatMap(({ name: provider, calls }) =>
	operations
		.filter(({ key }) => calls[key] !== undefined)
		.flatMap(({ key }) => {
			const [resource, operation] = key.split('.');
			return situations({ provider, resource, operation }).flatMap((choices) =>
				shownFields(choices)
					.filter(isTried)
					.map((field) => ({ provider, key, choices, field, label: field.displayName })),
			);
		}),
);

test('every operation that needs input is tried', () => {
	const tried = new Set(cases.map(({ key }) => key));

	expect(operations.map(({ key }) => key).filter((key) => !tried.has(key))).toEqual([
		'group.getMany',
	]);
});

test.each(cases)(
	'$provider, $key $choices: every useless value of “$label” fails by name',
	async ({ provider, key, choices, field, label }) => {
		const control = sandbox.control(provider);
		const setup = await setUp(provider, control);
		const { arrange, parameters } = expectations[key];
		await arrange?.(setup);
		const value = field.type === 'resourceLocator' ? groupField(EXPRESSION) : EXPRESSION;

		const { json, error } = await sandbox.run(
			provider,
			key,
			{ ...filledIn, ...choices, ...parameters(setup), [field.name]: value },
			{ input: USELESS.map(() => ({})), onError: 'continueRegularOutput' },
		);

		expect(error).toBeUndefined();
		expect(json).toHaveLength(USELESS.length);
		const named = [`“${label}”`, `“${label}, entry 1”`, `No ${label.toLowerCase()} is chosen`];
		const unnamed = json
			.map((item, index) => `${USELESS[index]}: ${String(item.error)}`)
			.filter((said) => !named.some((name) => said.includes(name)));
		expect(unnamed).toEqual([]);
		expect(await control.calls()).toEqual([]);
	},
);
