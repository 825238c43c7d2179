import type { INodeProperties } from 'n8n-workflow';

import { providersWhere } from '../../providers';

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		"Events that don't match don't start the workflow. Each filter applies only to events that have what it checks: Keywords never blocks an event about somebody who joins.",
	options: [
		{
			displayName: 'Commands',
			name: 'commands',
			type: 'string',
			default: '',
			placeholder: 'e.g. /menu, hey bot',
			description:
				'The words that a message must begin with, separated by commas, in any letter case. If empty, any word after a slash counts, such as /menu.',
			displayOptions: { show: { addressed: ['commands'] } },
		},
		{
			displayName: 'Emojis',
			name: 'emojis',
			type: 'string',
			default: '',
			placeholder: 'e.g. 👍 ❤️',
			description: 'Only reactions with one of these emojis, in any skin tone',
		},
		{
			displayName: 'Ignore Own Messages',
			name: 'ignoreOwn',
			type: 'boolean',
			default: true,
			description:
				'Whether to ignore messages from your own number. Without this filter, they start the workflow only if Trigger On includes Message Sent.',
		},
		{
			displayName: 'Keywords',
			name: 'keywords',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. order, invoice',
			description:
				'Only messages that contain one of these, in any letter case: in the text, a caption, a tapped button, a file name or a place. One per line, or separated by commas. A line between slashes is a regular expression.',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			options: [
				{ name: 'Audio', value: 'audio' },
				{ name: 'Button or List Choice', value: 'button' },
				{ name: 'Contacts', value: 'contacts' },
				{ name: 'Document', value: 'document' },
				{ name: 'Image', value: 'image' },
				{ name: 'Location', value: 'location' },
				{ name: 'Sticker', value: 'sticker' },
				{ name: 'Text', value: 'text' },
				{ name: 'Unsupported', value: 'unsupported' },
				{ name: 'Video', value: 'video' },
			],
			default: [],
			description: 'Only messages of these types. If none are selected, all types match.',
		},
		{
			displayName: 'Only When Addressed',
			name: 'addressed',
			type: 'multiOptions',
			options: [
				{
					name: 'Commands',
					value: 'commands',
					description: 'The message begins with a command, such as /menu',
				},
				{
					name: 'Mentions',
					value: 'mentions',
					description: 'The message mentions your number',
					displayOptions: {
						show: { '/provider': providersWhere(({ mentions }) => mentions === true) },
					},
				},
				{
					name: 'Replies',
					value: 'replies',
					description:
						'The message replies to one of your messages, if the provider reports whose message it quotes',
				},
			],
			default: [],
			description:
				'Only messages to your number, so that the workflow stays silent while people talk to each other. One match is enough. If none are selected, all messages match.',
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. +14155552671, +14155552672',
			description:
				'Only messages and reactions from these people: phone numbers with country code, or user IDs, separated by commas',
		},
	],
};
