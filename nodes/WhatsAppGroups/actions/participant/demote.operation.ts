import { groupField, participantsField } from '../fields';
import { operation } from '../Operation';

export const demote = operation({
	key: 'participant.demote',
	name: 'Demote',
	action: 'Demote participants',
	description: 'Make admins of a group ordinary participants',
	fields: [groupField, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.phoneNumbers('participants', 'Participants'),
		}),
});
