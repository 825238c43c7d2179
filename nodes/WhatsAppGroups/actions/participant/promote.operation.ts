import { groupFields, participantsField } from '../fields';
import { operation } from '../Operation';

export const promote = operation({
	key: 'participant.promote',
	name: 'Make Admin',
	action: 'Make members admins',
	description: 'Make members of a group admins',
	fields: [...groupFields, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.people('participants', 'Members'),
		}),
});
