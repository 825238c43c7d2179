import { entriesOf } from '../../contract/pages';
import { returnAllFields } from '../fields';
import { operation } from '../Operation';

export const getMany = operation({
	key: 'group.getMany',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'Get many groups of your number',
	fields: returnAllFields,
	execute: async (call, request, parameters) =>
		await entriesOf(parameters.limit(), async (page) => await call(request, page)),
});
