import type { INodeProperties } from 'n8n-workflow';

import type { Provider } from '../../contract/Provider';
import { providersWhere } from '../../providers';
import { leadsBack } from '../../waiting/announce';
import { groupFields } from '../fields';
import { windowNotice } from './window';

const forApproval = { show: { '/responseType': ['approval'] } };

function chatNotice(how: string, where: (provider: Provider) => boolean): INodeProperties {
	return {
		displayName: `To answer in the chat, people ${how} to the question. This needs a published workflow with a WhatsApp Groups Trigger that uses the same credential. The trigger recognizes answers and does not run for them.`,
		name: 'chatNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/provider': providersWhere(where) } },
	};
}

export const fields: INodeProperties[] = [
	...groupFields,
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. Deploy now?',
		description: 'The question. The node adds the words or the link to answer with.',
	},
	windowNotice,
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{ name: 'Approval', value: 'approval', description: 'The group answers with yes or no' },
			{
				name: 'Free Text',
				value: 'freeText',
				description: 'The first reply to the message is the answer',
			},
		],
		default: 'approval',
		description: 'How people answer',
	},
	{
		displayName: 'Approvers',
		name: 'approvers',
		type: 'string',
		default: '',
		placeholder: 'e.g. +14155552671, +14155552672',
		description:
			"The people who can answer: phone numbers with country code, user IDs, or people from a trigger event. Leave empty to let anyone in the group answer. If you add people, the question has no link, because a link doesn't show who opened it.",
	},
	{
		displayName:
			'With Approvers, the question has no link. If n8n runs in queue mode with several webhook processes, only one of them recognizes the answers to such a question at this provider.',
		name: 'oneProcessNotice',
		type: 'notice',
		default: '',
		displayOptions: {
			show: { '/provider': providersWhere((provider) => !leadsBack(provider, false)) },
			hide: { approvers: [''] },
		},
	},
	chatNotice('reply or react', ({ readQuote }) => readQuote === undefined),
	chatNotice('reply', ({ readQuote }) => readQuote !== undefined),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Answer In',
				name: 'answerIn',
				type: 'options',
				options: [
					{ name: 'Chat', value: 'chat' },
					{ name: 'Chat and Link', value: 'chatAndLink' },
					{ name: 'Link', value: 'link' },
				],
				default: 'chatAndLink',
				description:
					'Where people can answer. With Approvers, or with more than one approval, only in the chat.',
			},
			{
				displayName: 'Approvals Needed',
				name: 'approvalsNeeded',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				displayOptions: forApproval,
				description:
					'How many people must approve. The wait also ends after the same number of declines, or when enough approvals are no longer possible. With more than one, the question has no link.',
			},
			{
				displayName: 'Confirm in the Group',
				name: 'confirm',
				type: 'boolean',
				default: true,
				description: 'Whether to send the result to the group',
			},
			{
				displayName: 'Limit Wait Time',
				name: 'limitWaitTime',
				type: 'fixedCollection',
				default: {
					values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' },
				},
				description: 'When to continue without an answer. n8n checks this about once a minute.',
				options: [
					{
						displayName: 'Values',
						name: 'values',
						values: [
							{
								displayName: 'Limit Type',
								name: 'limitType',
								type: 'options',
								options: [
									{ name: 'After Time Interval', value: 'afterTimeInterval' },
									{ name: 'At Specified Time', value: 'atSpecifiedTime' },
								],
								default: 'afterTimeInterval',
								description: 'Whether the limit is a duration or a date',
							},
							{
								displayName: 'Amount',
								name: 'resumeAmount',
								type: 'number',
								typeOptions: { minValue: 0 },
								default: 45,
								description: 'How long to wait for an answer',
								displayOptions: { show: { limitType: ['afterTimeInterval'] } },
							},
							{
								displayName: 'Unit',
								name: 'resumeUnit',
								type: 'options',
								options: [
									{ name: 'Days', value: 'days' },
									{ name: 'Hours', value: 'hours' },
									{ name: 'Minutes', value: 'minutes' },
								],
								default: 'minutes',
								description: 'What the amount is counted in',
								displayOptions: { show: { limitType: ['afterTimeInterval'] } },
							},
							{
								displayName: 'Date and Time',
								name: 'maxDateAndTime',
								type: 'dateTime',
								default: '',
								description: 'When to continue without an answer',
								displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
							},
						],
					},
				],
			},
			{
				displayName: 'Words for No',
				name: 'declineWords',
				type: 'string',
				default: '',
				placeholder: 'e.g. nein, stopp',
				displayOptions: forApproval,
				description:
					'The words for no, separated by commas. The question shows the first one. By default: no, decline, reject.',
			},
			{
				displayName: 'Words for Yes',
				name: 'approveWords',
				type: 'string',
				default: '',
				placeholder: 'e.g. ja, okay',
				displayOptions: forApproval,
				description:
					'The words for yes, separated by commas. The question shows the first one. By default: yes, approve.',
			},
		],
	},
];
