import { groupField } from '../fields';
import type { Operation } from '../Operation';

export const leave: Operation<'group.leave'> = {
	key: 'group.leave',
	name: 'Leave',
	action: 'Leave group',
	description: 'Leave a group',
	fields: [groupField],
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
};
