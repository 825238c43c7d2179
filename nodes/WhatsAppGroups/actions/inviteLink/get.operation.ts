import { groupFields } from '../fields';
import { operation } from '../Operation';

export const get = operation({
	key: 'inviteLink.get',
	name: 'Get',
	action: 'Get invite link',
	description: 'Get the link that people use to join a group',
	fields: groupFields,
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
});
