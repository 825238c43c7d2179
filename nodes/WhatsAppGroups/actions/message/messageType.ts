import type { INodeProperties } from 'n8n-workflow';

import { withTemplates } from '../fields';

export const messageTypeField: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	options: [
		{ name: 'Media', value: 'media', description: 'An image, video, audio or document' },
		{
			name: 'Template',
			value: 'template',
			description: 'An approved template, which you can also send outside the 24-hour window',
			displayOptions: withTemplates,
		},
		{ name: 'Text', value: 'text' },
	],
	default: 'text',
	description: 'What to send',
};
