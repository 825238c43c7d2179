import { plainName } from '../../contract/plainName';
import type { Answer, Group } from '../../contract/operations';
import { pagesOf } from '../../contract/pages';
import { returnAllFields } from '../fields';
import { operation } from '../Operation';

export const getMany = operation({
	key: 'group.getMany',
	name: 'Get Many',
	action: 'Get many groups',
	description:
		'Get many groups of your number, with their IDs and names. Get Group returns members and settings, too.',
	fields: [
		...returnAllFields,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Name Contains',
					name: 'nameContains',
					type: 'string',
					default: '',
					placeholder: 'e.g. launch',
					description: 'Part of the group name. Upper and lower case make no difference.',
				},
			],
		},
	],
	execute: async (call, request, parameters) => {
		const limit = parameters.limit();
		const part = plainName(parameters.optionalText('filters.nameContains', 'Name Contains') ?? '');
		const found: Array<Answer<Group>> = [];
		// A filter can remove most of a page, so it asks for the largest possible pages.
		for await (const { answers } of pagesOf(async (page) => await call(request, page), {
			limit: part === '' ? limit : Infinity,
		})) {
			found.push(...answers.filter(({ result }) => plainName(result.subject ?? '').includes(part)));
			if (found.length >= limit) break;
		}
		return found.slice(0, limit);
	},
});
