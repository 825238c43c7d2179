import type { OutgoingMessage } from '../../contract/operations';
import { withNotices } from '../../editor/withNotices';
import { groupFields, withTemplates } from '../fields';
import { operation } from '../Operation';
import type { Parameters } from '../helpers/Parameters';
import { mediaFields, readMedia } from './media';
import { optionFields } from './sendOptions';
import { readTemplate, templateFields } from './templateFields';
import { messageTypeField } from './messageType';
import { readInPlace, sendInWindow, windowNotice } from './window';

export const send = operation({
	key: 'message.send',
	name: 'Send',
	action: 'Send group message',
	description: 'Send a message to a group',
	fields: [
		...groupFields,
		...withNotices(messageTypeField),
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. The meeting starts in ten minutes',
			description: 'The text of the message. WhatsApp formatting such as *bold* works.',
			displayOptions: { show: { messageType: ['text'] } },
		},
		...mediaFields,
		{
			...windowNotice,
			displayOptions: { show: { ...withTemplates.show, messageType: ['text', 'media'] } },
		},
		...templateFields,
		optionFields,
	],
	parallel: 100,
	execute: async (call, request, parameters) => {
		const message = await readMessage(parameters);
		const inPlace = await readInPlace(parameters, message);
		return await sendInWindow(call, request, message, inPlace);
	},
});

async function readMessage(parameters: Parameters): Promise<OutgoingMessage> {
	const common = {
		groupId: parameters.groupId(),
		replyTo: parameters.optionalId('options.replyTo', 'Reply To (Message ID)'),
	};
	switch (parameters.oneOf('messageType', 'Message Type', ['text', 'media', 'template'])) {
		case 'media':
			return { ...common, type: 'media', ...(await readMedia(parameters)) };
		case 'template':
			return { ...common, ...(await readTemplate(parameters)) };
		case 'text':
			return {
				...common,
				type: 'text',
				text: parameters.requiredText('text', 'Text'),
				previewUrl: parameters.value('options.previewUrl') === true || undefined,
			};
	}
}
