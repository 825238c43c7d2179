import type { INodeProperties } from 'n8n-workflow';

import { providersOffering, providersWhere } from '../../providers';
import { whereAccepted } from '../fields';
import type { Parameters } from '../helpers/Parameters';

const later = {
	show: { '/provider': providersWhere(({ createsLater }) => createsLater === true) },
};

const WAIT = { lowest: 1, highest: 600 };
const USUAL_WAIT = 30;

export const createOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		whereAccepted('group.create', 'description', {
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Everything about the launch in May',
			description: 'What the group is about',
		}),
		{
			displayName: 'If Name Exists',
			name: 'ifNameExists',
			type: 'options',
			options: [
				{ name: 'Create Another', value: 'createAnother' },
				{
					name: 'Use Existing',
					value: 'useExisting',
					description: 'Return the group with this name, without changing it',
				},
			],
			default: 'createAnother',
			description: 'What to do if your number already has a group with this name',
		},
		{
			displayName: 'Include Invite Link',
			name: 'includeInviteLink',
			type: 'boolean',
			default: true,
			description: 'Whether to return the invite link, which needs one more request',
			displayOptions: { show: { '/provider': providersOffering('inviteLink.get') } },
		},
		whereAccepted('group.create', 'initialMessage', {
			displayName: 'Initial Message',
			name: 'initialMessage',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Welcome, everyone!',
			description: 'The first message in the new group',
		}),
		{
			displayName: 'Wait for Group ID',
			name: 'waitForId',
			type: 'boolean',
			default: true,
			description:
				'Whether to wait until WhatsApp has created the group. Otherwise, you may only get a request ID. The event Group Created has the same request ID.',
			displayOptions: later,
		},
		{
			displayName: 'Wait Up To (Seconds)',
			name: 'waitSeconds',
			type: 'number',
			typeOptions: { minValue: WAIT.lowest, maxValue: WAIT.highest },
			default: 30,
			description:
				'How long to wait for the group ID. After that, the node returns the request ID.',
			displayOptions: later,
		},
		whereAccepted('group.create', 'joinApprovalMode', {
			displayName: 'Who Can Join',
			name: 'joinApprovalMode',
			type: 'options',
			options: [
				{ name: 'After Approval', value: 'approval_required' },
				{ name: 'Everybody With the Link', value: 'auto_approve' },
			],
			default: 'auto_approve',
			description: "Who can join with the invite link. This can't be changed later.",
		}),
	],
};

/** How to create a group, beyond the input of the provider's call. */
export interface HowToCreate {
	useExisting: boolean;
	/** Seconds to wait for the ID. With 0, doesn't wait. */
	wait: number;
	includeInviteLink: boolean;
}

export function readHowToCreate(parameters: Parameters, createsLater = false): HowToCreate {
	const ifNameExists = parameters.optionalOneOf('options.ifNameExists', 'If Name Exists', [
		'createAnother',
		'useExisting',
	]);
	const waits = createsLater && parameters.value('options.waitForId') !== false;
	return {
		useExisting: ifNameExists === 'useExisting',
		wait: waits ? waitSeconds(parameters) : 0,
		includeInviteLink: parameters.value('options.includeInviteLink') !== false,
	};
}

function waitSeconds(parameters: Parameters): number {
	const name = 'options.waitSeconds';
	return parameters.value(name) === null
		? USUAL_WAIT
		: parameters.wholeNumber(name, 'Wait Up To (Seconds)', WAIT.lowest, WAIT.highest);
}
