import { groupFields } from '../fields';
import { operation } from '../Operation';

export const get = operation({
	key: 'group.get',
	name: 'Get',
	action: 'Get group',
	description:
		'Get the name, description, members and settings of a group. Get Invite Link returns its link.',
	fields: groupFields,
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
});
