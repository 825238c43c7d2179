import type { INodeProperties } from 'n8n-workflow';

import { whereTaken } from '../fields';

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Messages per Second',
			name: 'messagesPerSecond',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 20,
			description:
				"How fast to send, in place of the provider's own limit. Use 0 to send as fast as possible. The first item sets it for all.",
		},
		{
			displayName: 'Parallel Groups',
			name: 'parallelGroups',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description:
				'To how many groups to send at a time. Messages to one group always leave one after another. The first item sets it for all.',
		},
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
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 30000,
			description:
				'How long to wait for an answer, in milliseconds. A message without an answer is never sent again by itself. The first item sets it for all.',
		},
	],
};
