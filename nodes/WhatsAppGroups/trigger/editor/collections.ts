/** The two collections of the trigger: what narrows its events, and how they are handed on. */
import type { INodeProperties } from 'n8n-workflow';

import { providersWhere } from '../../providers';

export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description:
		'What does not pass starts no run. Filters on messages do not hold back other events, such as somebody who joins.',
	options: [
		{
			displayName: 'Ignore Own Messages',
			name: 'ignoreOwn',
			type: 'boolean',
			default: true,
			description:
				'Whether to leave out what your own number writes. Without this filter, own messages start a run only where Trigger On has Message Sent.',
		},
		{
			displayName: 'Keywords',
			name: 'keywords',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. order, /invoice \\d+/i',
			description:
				'Only messages whose text or caption holds one of these, in any letter case. One per line, or separated by commas; a line between slashes is a regular expression.',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			options: [
				{ name: 'Audio', value: 'audio' },
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
			description: 'Only messages of these types; none means all types',
		},
		{
			displayName: 'Only Mentions',
			name: 'onlyMentions',
			type: 'boolean',
			default: true,
			description: 'Whether to start only for messages that mention your number',
			displayOptions: {
				show: { '/provider': providersWhere(({ mentions }) => mentions === true) },
			},
		},
		{
			displayName: 'Senders',
			name: 'senders',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. +14155552671, +14155552672',
			description:
				'Only what these people write: phone numbers with country code, or user IDs, separated by commas',
		},
	],
};

export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			default: true,
			description:
				'Whether to fetch the files of messages, up to 100 MB each. A file that cannot be fetched is reported in message.media.error, and the event comes all the same.',
		},
		{
			displayName: 'Include Raw',
			name: 'includeRaw',
			type: 'boolean',
			default: true,
			description:
				"Whether to add the provider's whole delivery as raw, such as for the coordinates of a location",
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			description: 'The name of the output field that holds a downloaded file',
		},
		{
			displayName: 'Remove Duplicates',
			name: 'dedupe',
			type: 'boolean',
			default: true,
			description:
				'Whether an event that the provider delivers again starts no second run. With several webhook processes, add the Remove Duplicates node on eventId to be sure.',
		},
		{
			displayName: 'Require Signature',
			name: 'requireSignature',
			type: 'boolean',
			default: true,
			description:
				'Whether to refuse deliveries without a signature, even with the right secret. Not every delivery is documented to have one.',
			displayOptions: {
				show: {
					'/provider': providersWhere(
						({ secretIn, verifySignature }) =>
							secretIn !== undefined && verifySignature !== undefined,
					),
				},
			},
		},
	],
};
