import { groupFields, participantsField } from '../fields';
import { operation } from '../Operation';

export const demote = operation({
	key: 'participant.demote',
	name: 'Dismiss as Admin',
	action: 'Dismiss members as admins',
	description: 'Remove the admin rights of members of a group',
	fields: [...groupFields, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.people('participants', 'Members'),
		}),
});
