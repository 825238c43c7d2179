import { groupFields, messageIdField } from '../fields';
import { operation } from '../Operation';

const DAYS = { lowest: 1, highest: 30 };

export const pin = operation({
	key: 'message.pin',
	name: 'Pin',
	action: 'Pin message',
	description: 'Pin a message at the top of a group',
	fields: [
		...groupFields,
		messageIdField,
		{
			displayName: 'Pin For (Days)',
			name: 'expirationDays',
			type: 'number',
			typeOptions: { minValue: DAYS.lowest, maxValue: DAYS.highest },
			default: 7,
			required: true,
			description:
				'How many days the message stays pinned, from 1 to 30. If three messages are pinned already, the oldest is unpinned.',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			messageId: parameters.requiredId('messageId', 'Message ID'),
			expirationDays: parameters.wholeNumber(
				'expirationDays',
				'Pin For (Days)',
				DAYS.lowest,
				DAYS.highest,
			),
		}),
});
