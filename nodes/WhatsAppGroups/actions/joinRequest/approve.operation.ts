import { groupFields, joinRequestIdsField } from '../fields';
import { operation } from '../Operation';

export const approve = operation({
	key: 'joinRequest.approve',
	name: 'Approve',
	action: 'Approve join requests',
	description: 'Approve requests to join a group',
	fields: [...groupFields, joinRequestIdsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			joinRequestIds: parameters.joinRequestIds(),
		}),
});
