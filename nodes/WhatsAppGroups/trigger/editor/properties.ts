import type { INodeProperties } from 'n8n-workflow';

import { providerField } from '../../editor/providerField';
import { providers, providersWhere } from '../../providers';
import { eventMenu } from './eventMenu';
import { filtersField, optionsField } from './collections';

const registering = providersWhere(({ registration }) => registration !== undefined);

/** How to set the webhook where this node does not: for each provider, by its own steps. */
const manualNotices: INodeProperties[] = providers.map(({ name, manualSetup, registration }) => ({
	displayName: manualSetup,
	name: `${name}Setup`,
	type: 'notice',
	default: '',
	displayOptions: {
		show: { provider: [name], ...(registration ? { registration: ['manual'] } : {}) },
	},
}));

/** Whose production may stand still while the editor listens. */
const oneAddressNotices: INodeProperties[] = providers
	.filter(({ registration }) => registration?.leastCapacity === 1)
	.map(({ name, displayName }) => ({
		displayName: `Some numbers of ${displayName} deliver to one address only: while you listen for a test event here, nothing reaches the active workflow then. Its address is put back when you stop.`,
		name: `${name}OneAddress`,
		type: 'notice',
		default: '',
		displayOptions: { show: { provider: [name], registration: ['automatic'] } },
	}));

export const properties: INodeProperties[] = [
	providerField,
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: eventMenu,
		default: ['message.received'],
		required: true,
		description: 'What starts the workflow',
	},
	{
		displayName: 'Group Names or IDs',
		name: 'groups',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getGroups', loadOptionsDependsOn: ['provider'] },
		default: [],
		description:
			'Only these groups; none means all groups. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
				description: 'The webhook is set when the workflow is activated, and taken back after',
			},
			{ name: 'Manual', value: 'manual', description: 'You set the webhook at the provider' },
		],
		default: 'automatic',
		description: 'How the provider learns where to deliver',
		displayOptions: { show: { provider: registering } },
	},
	...manualNotices,
	...oneAddressNotices,
	{
		displayName: 'If Another Webhook Is Set',
		name: 'onOccupied',
		type: 'options',
		options: [
			{
				name: 'Add Beside It',
				value: 'addBeside',
				description: 'Deliver to both',
				displayOptions: {
					show: {
						provider: providersWhere(({ registration }) => (registration?.capacity ?? 0) > 1),
					},
				},
			},
			{
				name: 'Fail',
				value: 'fail',
				description: 'Do not activate, and say whose webhook is there',
			},
			{
				name: 'Replace It',
				value: 'replace',
				description: 'Take its place, and put it back when the workflow is deactivated',
			},
		],
		default: 'fail',
		description: 'What to do when the provider already delivers to another address',
		displayOptions: { show: { provider: registering, registration: ['automatic'] } },
	},
	optionsField,
];
