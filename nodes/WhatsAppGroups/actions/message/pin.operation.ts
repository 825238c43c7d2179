import { groupField, messageIdField } from '../fields';
import { operation } from '../Operation';

const DAYS = { lowest: 1, highest: 30 };

export const pin = operation({
	key: 'message.pin',
	name: 'Pin',
	action: 'Pin message',
	description: 'Pin a message at the top of a group',
	fields: [
		groupField,
		messageIdField,
		{
			displayName: 'Expiration Days',
			name: 'expirationDays',
			type: 'number',
			typeOptions: { minValue: DAYS.lowest, maxValue: DAYS.highest },
			default: 7,
			required: true,
			description:
				'For how many days the message stays pinned, from 1 to 30. With three messages pinned, the oldest is unpinned.',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			messageId: parameters.requiredText('messageId', 'Message ID'),
			expirationDays: parameters.wholeNumber(
				'expirationDays',
				'Expiration Days',
				DAYS.lowest,
				DAYS.highest,
			),
		}),
});
