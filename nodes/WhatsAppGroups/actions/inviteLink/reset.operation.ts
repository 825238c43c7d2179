import { groupFields } from '../fields';
import { operation } from '../Operation';

export const reset = operation({
	key: 'inviteLink.reset',
	name: 'Reset (Old Link Stops Working)',
	action: 'Reset invite link',
	description: 'Replace the invite link of a group. The old link stops working.',
	fields: groupFields,
	execute: async (call, request, parameters) =>
		await call(request, { groupId: parameters.groupId() }),
});
