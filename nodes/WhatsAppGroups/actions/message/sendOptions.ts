import type { INodeProperties } from 'n8n-workflow';

import type { Provider } from '../../contract/Provider';
import { providers, providersWhere } from '../../providers';
import { whereAccepted } from '../fields';
import { windowOptions } from './window';

export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...windowOptions,
		...[...new Set(providers.map(paceOf))].map(paceField),
		{
			displayName: 'Parallel Groups',
			name: 'parallelGroups',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 100,
			description:
				"How many groups to send to at the same time. Messages to the same group are always sent one at a time. Only the first item's value is used.",
		},
		whereAccepted('message.send', 'previewUrl', {
			displayName: 'Link Preview',
			name: 'previewUrl',
			type: 'boolean',
			default: false,
			description: 'Whether to show a preview of the first link in a text',
		}),
		whereAccepted('message.send', 'replyTo', {
			displayName: 'Reply To (Message ID)',
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
				"How long to wait for a response, in milliseconds. If no response comes, the message isn't sent again automatically. Only the first item's value is used.",
		},
	],
};

/** Messages per second that the node sends without the option. 0 is without a known limit. */
function paceOf({ rates }: Provider): number {
	return rates.messages?.perSecond ?? 0;
}

/** For the providers with this pace: its default changes nothing. */
function paceField(pace: number): INodeProperties {
	return {
		displayName: 'Messages per Second',
		name: 'messagesPerSecond',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: pace,
		description:
			"How fast to send, instead of the provider's own limit. Use 0 to send as fast as possible. Only the first item's value is used.",
		displayOptions: {
			show: { '/provider': providersWhere((provider) => paceOf(provider) === pace) },
		},
	};
}
