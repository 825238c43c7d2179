import type { NewGroup } from '../../contract/operations';
import { participantsField, whereTaken } from '../fields';
import type { Parameters } from '../helpers/Parameters';
import { operation } from '../Operation';

export const create = operation({
	key: 'group.create',
	name: 'Create',
	action: 'Create group',
	description: 'Create a group',
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
		whereTaken('group.create', 'participants', participantsField),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				whereTaken('group.create', 'description', {
					displayName: 'Description',
					name: 'description',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'What the group is about',
				}),
				whereTaken('group.create', 'initialMessage', {
					displayName: 'Initial Message',
					name: 'initialMessage',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'The first message in the new group',
				}),
				whereTaken('group.create', 'joinApprovalMode', {
					displayName: 'Who Can Join',
					name: 'joinApprovalMode',
					type: 'options',
					options: [
						{ name: 'After Approval', value: 'approval_required' },
						{ name: 'Everybody With the Link', value: 'auto_approve' },
					],
					default: 'auto_approve',
					description: "Who can join by the invite link. This can't be changed later.",
				}),
			],
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			subject: parameters.requiredText('subject', 'Group Name'),
			participants: parameters.optionalPeople('participants', 'Members'),
			description: parameters.optionalText('options.description', 'Description'),
			initialMessage: parameters.optionalText('options.initialMessage', 'Initial Message'),
			joinApprovalMode: joinApprovalMode(parameters),
		}),
});

function joinApprovalMode(parameters: Parameters): NewGroup['joinApprovalMode'] {
	const name = 'options.joinApprovalMode';
	// An empty value is refused: the group would be open to everybody with the link.
	return parameters.isAdded(name)
		? parameters.oneOf(name, 'Who Can Join', ['approval_required', 'auto_approve'])
		: undefined;
}
