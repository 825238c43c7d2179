import { groupField } from '../fields';
import type { Operation } from '../Operation';

export const get: Operation<'inviteLink.get'> = {
	key: 'inviteLink.get',
	name: 'Get',
	action: 'Get invite link',
	description: 'Get the link by which people join a group',
	fields: [groupField],
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
};
