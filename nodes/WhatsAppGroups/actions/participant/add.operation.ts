import { groupField, participantsField } from '../fields';
import type { Operation } from '../Operation';

export const add: Operation<'participant.add'> = {
	key: 'participant.add',
	name: 'Add',
	action: 'Add participants',
	description: 'Add people to a group',
	fields: [groupField, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.phoneNumbers('participants', 'Participants'),
		}),
};
