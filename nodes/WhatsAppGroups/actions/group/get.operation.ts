import { groupFields } from '../fields';
import { operation } from '../Operation';

export const get = operation({
	key: 'group.get',
	name: 'Get',
	action: 'Get group',
	description: 'Get a group',
	fields: groupFields,
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
});
