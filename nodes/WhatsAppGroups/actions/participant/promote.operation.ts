import { groupField, participantsField } from '../fields';
import { operation } from '../Operation';

export const promote = operation({
	key: 'participant.promote',
	name: 'Promote',
	action: 'Promote participants',
	description: 'Make participants admins of a group',
	fields: [groupField, participantsField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			participants: parameters.phoneNumbers('participants', 'Participants'),
		}),
});
