import { groupFields, joinRequestIdsField } from '../fields';
import { operation } from '../Operation';

export const reject = operation({
	key: 'joinRequest.reject',
	name: 'Reject',
	action: 'Reject join requests',
	description: 'Reject requests to join a group',
	fields: [...groupFields, joinRequestIdsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			joinRequestIds: parameters.joinRequestIds(),
		}),
});
