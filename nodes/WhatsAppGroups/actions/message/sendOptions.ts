import type { INodeProperties } from 'n8n-workflow';

import { whereTaken } from '../fields';

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		whereTaken('message.send', 'previewUrl', {
			displayName: 'Preview URL',
			name: 'previewUrl',
			type: 'boolean',
			default: true,
			description: 'Whether to show a preview of the first link in a text',
		}),
		whereTaken('message.send', 'replyTo', {
			displayName: 'Reply to Message ID',
			name: 'replyTo',
			type: 'string',
			default: '',
			placeholder: 'e.g. wamid.HBgL…',
			description: 'The message to quote',
		}),
	],
};
