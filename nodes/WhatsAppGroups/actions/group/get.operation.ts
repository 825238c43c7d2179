import { groupField } from '../fields';
import type { Operation } from '../Operation';

export const get: Operation<'group.get'> = {
	key: 'group.get',
	name: 'Get',
	action: 'Get group',
	description: 'Get a group',
	fields: [groupField],
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
};
