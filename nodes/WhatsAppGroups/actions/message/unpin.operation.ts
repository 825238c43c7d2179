import { groupFields, messageIdField } from '../fields';
import { operation } from '../Operation';

export const unpin = operation({
	key: 'message.unpin',
	name: 'Unpin',
	action: 'Unpin message',
	description: 'Unpin a message in a group',
	fields: [...groupFields, messageIdField],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			messageId: parameters.requiredId('messageId', 'Message ID'),
		}),
});
