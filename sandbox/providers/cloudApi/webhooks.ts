import { unixSeconds } from '../../provider';
import type { Group, Message, WorldEvent } from '../../model';
import { webhookError } from './errors';

/** The number a webhook speaks of. */
export interface Sender {
	wabaId: string;
	phoneNumberId: string;
	phoneNumber: string;
}

/** Meta's envelope around one change (meta-groups section 5). */
export function envelope({ wabaId, phoneNumberId, phoneNumber }: Sender, change: Change) {
	return {
		object: 'whatsapp_business_account',
		entry: [
			{
				id: wabaId,
				changes: [
					{
						field: change.field,
						value: {
							messaging_product: 'whatsapp',
							metadata: { display_phone_number: phoneNumber, phone_number_id: phoneNumberId },
							...change.value,
						},
					},
				],
			},
		],
	};
}

export interface Change {
	field: string;
	value: Record<string, unknown>;
}

/** What Meta tells of an event. Own messages are told by their statuses only. */
export function changeFor(event: WorldEvent): Change | undefined {
	switch (event.kind) {
		case 'groupCreated':
			return groupChange('group_lifecycle_update', event.group, {
				type: 'group_create',
				request_id: event.requestId,
				subject: event.group.subject,
				...(event.group.description && { description: event.group.description }),
				invite_link: event.group.inviteLink,
				join_approval_mode: event.group.joinApprovalMode,
			});
		case 'participantJoined':
			return groupChange('group_participants_update', event.group, {
				type: 'group_participants_add',
				reason: 'invite_link',
				added_participants: [{ input: event.person.id, wa_id: event.person.id }],
			});
		case 'participantLeft':
			return groupChange('group_participants_update', event.group, {
				type: 'group_participants_remove',
				initiated_by: 'participant',
				removed_participants: [{ wa_id: event.person.id }],
			});
		case 'messageReceived':
			return messages({
				contacts: [{ profile: { name: event.message.from.name }, wa_id: event.message.from.id }],
				messages: [receivedMessage(event.message, event.group)],
			});
		case 'statusChanged':
			return messages({ statuses: statuses(event) });
		case 'messageFailed':
			return messages({
				statuses: [
					{
						...groupStatus(event.message, event.group, 'failed', event.message.time),
						errors: [webhookError(131047, 'More than 24 hours since anybody wrote to the group')],
					},
				],
			});
		case 'messageSent':
			return undefined;
	}
}

/** Meta prints unix seconds as text in its samples. */
export const timestamp = (time: string) => String(unixSeconds(time));

const messages = (value: Change['value']): Change => ({ field: 'messages', value });

function groupChange(field: string, { id }: Group, details: object): Change {
	const at = timestamp(new Date().toISOString());
	return { field, value: { groups: [{ timestamp: at, group_id: id, ...details }] } };
}

function receivedMessage(message: Message, group: Group | undefined) {
	return {
		...(message.replyTo && { context: { id: message.replyTo } }),
		from: message.from.id,
		...(group && { group_id: group.id }),
		id: message.id,
		timestamp: timestamp(message.time),
		type: 'text',
		text: { body: message.text },
	};
}

/** `sent` names nobody; the others are aggregated, one object for each participant (Seed, M3). */
function statuses({ group, message, status, by }: WorldEvent & { kind: 'statusChanged' }) {
	const common = groupStatus(message, group, status, new Date().toISOString());
	if (status === 'sent') return [common];
	return by.map((id) => ({ ...common, recipient_participant_id: id }));
}

function groupStatus({ id }: Message, group: Group, status: string, time: string) {
	return {
		id,
		status,
		timestamp: timestamp(time),
		recipient_id: group.id,
		recipient_type: 'group',
	};
}
