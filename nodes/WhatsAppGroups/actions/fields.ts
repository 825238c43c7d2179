/** Parameters that several operations share. */
import type { INodeProperties } from 'n8n-workflow';

import { providers, providersWhere } from '../providers';
import type { Provider } from '../contract/Provider';

const withIdsLike =
	(example: string) =>
	({ groupIdExample }: Provider) =>
		groupIdExample === example;

/** The group, with a variant for each form of group IDs. */
export const groupFields = providers
	.filter((one) => providers.find(withIdsLike(one.groupIdExample)) === one)
	.map(groupField);

function groupField({ groupIdExample, groupsListed }: Provider): INodeProperties {
	return {
		displayName: 'Group',
		name: 'group',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description:
			'A group of your number. To answer an event, drag its groupId into this field, which changes to By ID.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchGroups', searchable: true },
				hint: `${groupsListed} If the list is empty, create a group first.`,
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${groupIdExample}`,
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. Launch crew',
				hint: 'The whole name. Upper and lower case make no difference.',
			},
		],
		displayOptions: { show: { '/provider': providersWhere(withIdsLike(groupIdExample)) } },
	};
}

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. wamid.HBgL…',
	description: 'The message ID, as returned by Send or by a trigger event',
};

export const returnAllFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Shows a field for the providers that accept it as one of the operation's optional inputs. */
export function whereAccepted<Key extends keyof Provider['optionalInputs']>(
	operation: Key,
	input: NonNullable<Provider['optionalInputs'][Key]>[number],
	field: INodeProperties,
): INodeProperties {
	return { ...field, displayOptions: forProvidersAccepting(operation, input) };
}

export function forProvidersAccepting<Key extends keyof Provider['optionalInputs']>(
	operation: Key,
	input: NonNullable<Provider['optionalInputs'][Key]>[number],
) {
	const accepting = providersWhere(
		({ optionalInputs }) =>
			(optionalInputs[operation] as unknown[] | undefined)?.includes(input) === true,
	);
	return { show: { '/provider': accepting } };
}

/** Shows what needs a template for the providers that have them. */
export const withTemplates = {
	show: { '/provider': providersWhere(({ templates }) => templates !== undefined) },
};

export const PEOPLE_DESCRIPTION =
	'Phone numbers with country code, separated by commas. You can also use user IDs, or people from a trigger event.';

export const participantsField: INodeProperties = {
	displayName: 'Members',
	name: 'participants',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +14155552671, +14155552672',
	description: PEOPLE_DESCRIPTION,
};

export const joinRequestIdsField: INodeProperties = {
	displayName: 'Join Request IDs',
	name: 'joinRequestIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.joinRequestId }}',
	description:
		'IDs of join requests, separated by commas, as returned by Get Many or by a trigger event',
};

export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'An approved template of your account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. meeting_reminder|en_US',
			hint: 'The name. If the template exists in several languages, add | and the language.',
		},
	],
};
