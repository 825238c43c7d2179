import { groupFields } from '../fields';
import { operation } from '../Operation';

export const leave = operation({
	key: 'group.leave',
	name: 'Leave',
	action: 'Leave group',
	description: 'Remove your own number from a group',
	fields: groupFields,
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
});
