import { groupField } from '../fields';
import type { Operation } from '../Operation';

export const send: Operation<'message.send'> = {
	key: 'message.send',
	name: 'Send',
	action: 'Send group message',
	description: 'Send a message to a group',
	fields: [
		groupField,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. The meeting starts in ten minutes',
			description: 'The text of the message. WhatsApp formatting such as *bold* works.',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			groupId: parameters.groupId(),
			text: parameters.requiredText('text', 'Text'),
		}),
};
