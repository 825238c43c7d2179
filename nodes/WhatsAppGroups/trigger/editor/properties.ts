import type { INodeProperties } from 'n8n-workflow';

import { providerField } from '../../editor/providerField';
import { withNotices } from '../../editor/withNotices';
import { providers, providersWhere } from '../../providers';
import { eventMenu } from './eventMenu';
import { filtersField } from './filtersField';
import { optionsField } from './optionsField';

const registering = providersWhere(({ registration }) => registration !== undefined);

const PAGES =
	'https://github.com/whatsapp-groups-n8n/n8n-nodes-whatsapp-groups/blob/main/docs/providers';

/** How to set the webhook by hand, with each provider's own steps. */
const manualNotices: INodeProperties[] = providers.map(({ name, manualSetup, registration }) => ({
	displayName: `${manualSetup} <a href="${PAGES}/${name}.md#trigger" target="_blank">More about this step</a>`,
	name: `${name}Setup`,
	type: 'notice',
	default: '',
	displayOptions: {
		show: { provider: [name], ...(registration ? { registration: ['manual'] } : {}) },
	},
}));

/** For providers whose published workflow may receive nothing while the editor listens. */
const oneAddressNotices: INodeProperties[] = providers
	.filter(({ registration }) => registration?.leastCapacity === 1)
	.map(({ name, displayName, registration }) => ({
		displayName: `${registration?.capacity === 1 ? 'All' : 'Some'} ${displayName} numbers deliver to one address only. While you listen for a test event, the published workflow receives nothing. Its address is restored when you stop.`,
		name: `${name}OneAddress`,
		type: 'notice',
		default: '',
		displayOptions: { show: { provider: [name], registration: ['automatic'] } },
	}));

/** For providers that accept an address only with a token that its owner has. */
const notRestoredNotices: INodeProperties[] = providers
	.filter(({ registration }) => registration?.canRestoreOthers === false)
	.map(({ name, displayName }) => ({
		displayName: `If another program set the webhook at ${displayName}, the node can't restore it when you unpublish the workflow. n8n's log says which address it was.`,
		name: `${name}NotRestored`,
		type: 'notice',
		default: '',
		displayOptions: {
			show: { provider: [name], registration: ['automatic'], onOccupied: ['replace'] },
		},
	}));

export const properties: INodeProperties[] = [
	providerField,
	...withNotices({
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: eventMenu,
		default: ['message.received'],
		required: true,
	}),
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: ['sent', 'delivered', 'read', 'failed'],
		description:
			'Which message statuses start the workflow. Each person in a group has their own: a message to 8 members can have 17 statuses.',
		displayOptions: { show: { events: ['message.status'] } },
	},
	{
		displayName: 'Group Names or IDs',
		name: 'groups',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getGroups', loadOptionsDependsOn: ['provider'] },
		default: [],
		hint: 'If none are selected, all groups match',
		description:
			'Only events of these groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	filtersField,
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The node sets the webhook when you publish the workflow (in n8n 1: activate it), and removes it when you unpublish it',
			},
			{ name: 'Manual', value: 'manual', description: 'You set the webhook at the provider' },
		],
		default: 'automatic',
		description: 'Who sets the webhook at the provider',
		displayOptions: { show: { provider: registering } },
	},
	...manualNotices,
	...oneAddressNotices,
	...withNotices({
		displayName: 'If Another Webhook Is Set',
		name: 'onOccupied',
		type: 'options',
		options: [
			{
				name: 'Add Beside It',
				value: 'addBeside',
				description: 'Deliver to both webhooks',
				displayOptions: {
					show: {
						provider: providersWhere(({ registration }) => (registration?.capacity ?? 0) > 1),
					},
				},
			},
			{
				name: 'Fail',
				value: 'fail',
				description: "Don't publish the workflow, and show which webhook is set",
			},
			{
				name: 'Replace It',
				value: 'replace',
				description: 'Replace the other webhook, and restore it when you unpublish the workflow',
			},
		],
		default: 'fail',
		description: 'What to do if the provider already delivers to another address',
		displayOptions: { show: { provider: registering, registration: ['automatic'] } },
	}),
	...notRestoredNotices,
	optionsField,
];
