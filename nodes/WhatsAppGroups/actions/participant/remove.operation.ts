import { groupFields, participantsField } from '../fields';
import { operation } from '../Operation';

export const remove = operation({
	key: 'participant.remove',
	name: 'Remove',
	action: 'Remove members',
	description: 'Remove people from a group',
	fields: [...groupFields, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.people('participants', 'Members'),
		}),
});
