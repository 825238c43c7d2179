import type { NewGroup } from '../../contract/operations';
import { participantsField, whereAccepted } from '../fields';
import type { Parameters } from '../helpers/Parameters';
import { operation } from '../Operation';
import { createOptions, readHowToCreate } from './createOptions';
import { created } from './created';

export const create = operation({
	key: 'group.create',
	name: 'Create',
	action: 'Create group',
	description: 'Create a group that people can join, or that you add people to',
	fields: [
		{
			displayName: 'Group Name',
			name: 'subject',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Launch crew',
			description: 'The name of the group, as its members see it',
		},
		whereAccepted('group.create', 'participants', participantsField),
		createOptions,
	],
	execute: async (call, request, parameters, provider) =>
		await created(
			{ provider, request, call, list: parameters.groups },
			readNewGroup(parameters),
			readHowToCreate(parameters, provider.createsLater),
		),
});

function readNewGroup(parameters: Parameters): NewGroup {
	return {
		subject: parameters.requiredText('subject', 'Group Name'),
		participants: parameters.optionalPeople('participants', 'Members'),
		description: parameters.optionalText('options.description', 'Description'),
		initialMessage: parameters.optionalText('options.initialMessage', 'Initial Message'),
		joinApprovalMode: parameters.optionalOneOf('options.joinApprovalMode', 'Who Can Join', [
			'approval_required',
			'auto_approve',
		]),
	};
}
