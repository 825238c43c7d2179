import { groupFields, participantsField } from '../fields';
import { operation } from '../Operation';

export const add = operation({
	key: 'participant.add',
	name: 'Add',
	action: 'Add members',
	description: 'Add people to a group',
	fields: [...groupFields, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.people('participants', 'Members'),
		}),
});
