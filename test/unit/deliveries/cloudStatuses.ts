/** `statuses[]` in Meta's envelope. */
import type { IDataObject } from 'n8n-workflow';

import type { ExpectedEvent, Sample } from '../support/events';
import { delivery, GROUP, SECONDS, TIME } from './cloudApi';

export function statusOfGroup(members: IDataObject = {}): IDataObject {
	return {
		id: 'wamid.SAMPLE',
		status: 'delivered',
		timestamp: String(SECONDS),
		recipient_id: GROUP,
		recipient_type: 'group',
		...members,
	};
}

function statuses(...list: IDataObject[]) {
	return delivery('messages', { statuses: list });
}

function status(value: string, participant: string | null = null): ExpectedEvent {
	return {
		event: 'message.status',
		groupId: GROUP,
		messageId: 'wamid.SAMPLE',
		timestamp: TIME,
		status: { value, participant, errors: [] },
	};
}

export const cloudStatuses: Sample[] = [
	...['sent', 'delivered', 'read', 'failed'].map((value) => ({
		name: `a message that is ${value}`,
		body: statuses(statusOfGroup({ status: value })),
		events: [status(value)],
	})),
	...['recipient_participant_id', 'participant_recipient_id'].map((spelling) => ({
		name: `the participant as ${spelling}`,
		body: statuses(statusOfGroup({ [spelling]: '15550002222' })),
		events: [status('delivered', '15550002222')],
	})),
	{
		name: 'two readers of one message',
		body: statuses(
			statusOfGroup({ status: 'read', recipient_participant_id: '15550002222' }),
			statusOfGroup({
				status: 'read',
				recipient_participant_id: '15550003333',
				timestamp: SECONDS + 3,
			}),
		),
		events: [
			status('read', '15550002222'),
			{ ...status('read', '15550003333'), timestamp: '2025-08-18T20:28:00.000Z' },
		],
	},
	{
		name: 'one reader of two messages',
		body: statuses(
			statusOfGroup({ status: 'read', recipient_participant_id: '15550002222' }),
			statusOfGroup({
				id: 'wamid.OTHER',
				status: 'read',
				recipient_participant_id: '15550002222',
			}),
		),
		events: [
			status('read', '15550002222'),
			{ ...status('read', '15550002222'), messageId: 'wamid.OTHER' },
		],
	},
	{
		name: 'a status with its price and conversation',
		body: statuses(
			statusOfGroup({
				conversation: { id: 'C1', origin: { type: 'group_service' } },
				pricing: { billable: true, pricing_model: 'PMP', category: 'group_service' },
			}),
		),
		events: [status('delivered')],
	},
	{
		name: 'a failure with its cause',
		body: statuses(
			statusOfGroup({
				status: 'failed',
				errors: [
					{
						code: 131047,
						title: 'Re-engagement message',
						message: 'More than 24 hours have passed',
						error_data: { details: 'Send a template' },
					},
				],
			}),
		),
		events: [
			{
				...status('failed'),
				status: {
					value: 'failed',
					participant: null,
					errors: [
						{
							code: '131047',
							message: 'More than 24 hours have passed',
							details: 'Send a template',
						},
					],
				},
			},
		],
	},
	{
		name: 'the status of a one-to-one message',
		body: statuses(statusOfGroup({ recipient_type: undefined, recipient_id: '15550002222' })),
		events: [],
	},
];
