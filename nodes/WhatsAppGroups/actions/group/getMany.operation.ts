import { returnAllFields } from '../fields';
import { operation } from '../Operation';
import { collectPages } from '../helpers/pages';

export const getMany = operation({
	key: 'group.getMany',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'Get many groups of your number',
	fields: returnAllFields,
	execute: async (call, request, parameters) =>
		await collectPages(parameters.limit(), async (page) => await call(request, page)),
});
