import { groupField, joinRequestIdsField } from '../fields';
import type { Operation } from '../Operation';

export const approve: Operation<'joinRequest.approve'> = {
	key: 'joinRequest.approve',
	name: 'Approve',
	action: 'Approve join requests',
	description: 'Let people into a group',
	fields: [groupField, joinRequestIdsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			joinRequestIds: parameters.ids('joinRequestIds', 'Join Request IDs'),
		}),
};
