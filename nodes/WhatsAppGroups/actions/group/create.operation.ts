import { participantsField, whereTaken } from '../fields';
import { operation } from '../Operation';

export const create = operation({
	key: 'group.create',
	name: 'Create',
	action: 'Create group',
	description: 'Create a group',
	fields: [
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Launch crew',
			description: 'The name of the group, as its participants see it',
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
					displayName: 'Join Approval Mode',
					name: 'joinApprovalMode',
					type: 'options',
					options: [
						{ name: 'Approval Required', value: 'approval_required' },
						{ name: 'Everyone With the Link', value: 'auto_approve' },
					],
					default: 'auto_approve',
					description: 'Who gets in by the invite link. It cannot be changed later.',
				}),
			],
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			subject: parameters.requiredText('subject', 'Subject'),
			participants: parameters.phoneNumbers('participants', 'Participants'),
			description: parameters.optionalText('options.description'),
			initialMessage: parameters.optionalText('options.initialMessage'),
			joinApprovalMode: parameters.optionalText('options.joinApprovalMode'),
		}),
});
