import { returnAllFields } from '../fields';
import type { Operation } from '../Operation';
import { collectPages } from '../pages';

export const getMany: Operation<'group.getMany'> = {
	key: 'group.getMany',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'Get many groups of your number',
	fields: returnAllFields,
	execute: async (call, request, parameters) =>
		await collectPages(parameters.limit(), async (page) => await call(request, page)),
};
