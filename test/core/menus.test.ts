/** Every menu that an expression or a model can set, with values that it doesn't have. */
import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { operations } from './support/operations';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { expectations } from './support/expectations';
import { useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { filledIn, shownFields, shownOptions, situations } from './support/shownFields';

const sandbox = useSandbox();

const VALUES = [
	...['"photo"', '"Text"', '"constructor"', '1', 'true', '["text"]', '{ value: "text" }'],
	...['""', 'null', 'undefined', '[]', 'NaN'],
];
const EXPRESSION = `={{ [${VALUES.join(', ')}][$itemIndex] }}`;

const binary = { data: { data: 'aGk=', mimeType: 'text/plain', fileName: 'hi.txt' } };

/** The menus of an operation, also those in its collections, as a way to set them. */
function menusOf(choices: INodeParameters) {
	const fields = shownFields(choices);
	const inCollections = fields
		.filter(({ type }) => type === 'collection')
		.flatMap((collection) =>
			shownOptions(choices, collection).map((field) => ({
				field: field as unknown as INodeProperties,
				set: { [collection.name]: { [field.name]: EXPRESSION } },
			})),
		);
	return [
		...fields.map((field) => ({ field, set: { [field.name]: EXPRESSION } })),
		...inCollections,
	]
		.filter(({ field: { type, noDataExpression } }) => type === 'options' && !noDataExpression)
		.map(({ field: { displayName: label }, set }) => ({ label, set }));
}

const cases = providers.flatMap(({ name: provider, calls }) =>
	operations
		.filter(({ key }) => calls[key] !== undefined)
		.flatMap(({ key }) => {
			const [resource, operation] = key.split('.');
			return situations({ provider, resource, operation }).flatMap((choices) =>
				menusOf(choices).map((menu) => ({ provider, key, choices, ...menu })),
			);
		}),
);

test('menus are found, in collections too', () => {
	expect([...new Set(cases.map(({ label }) => label))].sort()).toEqual([
		'If 24-Hour Window Is Closed',
		'If Name Exists',
		'Media Source',
		'Media Type',
		'Message Type',
		'Permission',
		'Who Can Join',
	]);
});

test.each(cases)(
	'$provider, $key $choices: what “$label” does not have is refused by name',
	async ({ provider, key, choices, label, set }) => {
		const control = sandbox.control(provider);
		const setup = await setUp(provider, control);

		const { json, error } = await sandbox.run(
			provider,
			key,
			// A media ID says nothing about the type of its file, so the type is given.
			{
				...filledIn,
				mediaType: 'image',
				...choices,
				...expectations[key].parameters(setup),
				...set,
			},
			{ input: VALUES.map(() => ({})), binary, onError: 'continueRegularOutput' },
		);

		expect(error).toBeUndefined();
		expect(json).toHaveLength(VALUES.length);
		const unnamed = json
			.map((item, index) => `${VALUES[index]}: ${String(item.error)}`)
			.filter((said) => !said.includes(`“${label}”`));
		expect(unnamed).toEqual([]);
		expect(await control.calls()).toEqual([]);
	},
);
