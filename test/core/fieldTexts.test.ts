/** Every field says what to enter. */
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { WhatsAppGroups } from '../../nodes/WhatsAppGroups/WhatsAppGroups.node';
import { WhatsAppGroupsTrigger } from '../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import { credentialTypes } from '../support/n8n';

/** Menus and groups of fields whose entries say it. n8n's guidelines want no tooltip on *Trigger On*. */
const saidByEntries = [
	'Resource',
	'Operation',
	'Trigger On',
	'Options',
	'Update Fields',
	'Filters',
];

interface Place {
	where: string;
	field: INodeProperties;
}

function fieldsIn(where: string, fields: INodeProperties[]): Place[] {
	return fields
		.filter(({ type }) => type !== 'notice')
		.flatMap((field) => [
			{ where: `${where} › ${field.displayName}`, field },
			...fieldsIn(`${where} › ${field.displayName}`, innerOf(field)),
		]);
}

/** The fields of a collection. */
function innerOf({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).flatMap(({ values }) => values);
}

const nodes = [new WhatsAppGroups(), new WhatsAppGroupsTrigger()].map(({ description }) => ({
	name: description.displayName,
	fields: description.properties,
}));
const credentials = Object.values(credentialTypes).map(({ displayName, properties }) => ({
	name: displayName,
	fields: properties,
}));
const places = [...nodes, ...credentials].flatMap(({ name, fields }) => fieldsIn(name, fields));

const namesOf = (found: Place[]) => [...new Set(found.map(({ where }) => where))];

test('every field has a description or a hint', () => {
	const bare = places.filter(
		({ field: { displayName, description, hint } }) =>
			!description && !hint && !saidByEntries.includes(displayName),
	);

	expect(namesOf(bare)).toEqual([]);
});

test('every empty text field has an example, or says where to copy the value', () => {
	const bare = places.filter(
		({ field: { type, default: preset, placeholder, typeOptions, description = '' } }) =>
			type === 'string' &&
			preset === '' &&
			!placeholder &&
			!typeOptions?.password &&
			!description.includes('from the A1Base dashboard'),
	);

	expect(namesOf(bare)).toEqual([]);
});

const wordsIn = (text: string) =>
	text
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.map((word) => word.replace(/s$/, ''));
const empty = new Set([
	'the',
	'a',
	'an',
	'of',
	'to',
	'your',
	'in',
	'for',
	'or',
	'and',
	'it',
	'whether',
	'',
]);

test('no description only repeats its label', () => {
	const entries = places.flatMap(({ where, field }) =>
		['options', 'multiOptions'].includes(field.type)
			? ((field.options ?? []) as INodePropertyOptions[]).map(({ name, description }) => ({
					where: `${where} › ${name}`,
					field: { displayName: name, description },
				}))
			: [],
	);
	const repeating = [...places, ...entries].filter(({ where, field: { description } }) => {
		const words = wordsIn(description ?? '').filter((word) => !empty.has(word));
		const said = wordsIn(where);
		return description && words.every((word) => said.includes(word));
	});

	expect([...new Set(repeating.map(({ where }) => where))]).toEqual([]);
});
