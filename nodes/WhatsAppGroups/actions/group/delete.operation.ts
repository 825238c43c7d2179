import { groupFields } from '../fields';
import { operation } from '../Operation';

export const deleteGroup = operation({
	key: 'group.delete',
	name: 'Delete',
	action: 'Delete group',
	description: 'Delete a group for all its members',
	fields: groupFields,
	execute: async (call, request, parameters) => {
		const { result, raw } = await call(request, { groupId: parameters.groupId() });
		return { result: { ...result, deleted: result.success }, raw };
	},
});
