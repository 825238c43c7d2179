import type { WorldEvent } from '../../world/events';
import type { Group, Message } from '../../world/model';
import { webhookError } from './errors';
import { groupChangeFor } from './groupWebhooks';
import { type Change, timestamp } from './change';

/** The number a webhook speaks of. */
export interface Sender {
	wabaId: string;
	phoneNumberId: string;
	phoneNumber: string;
}

/** Meta's envelope around one change (meta-groups.md#section-5). */
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

/** What Meta tells of an event. Own messages are told by their statuses only. */
export function changeFor(event: WorldEvent): Change | undefined {
	switch (event.kind) {
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
		default:
			return groupChangeFor(event);
	}
}

const messages = (value: Change['value']): Change => ({ field: 'messages', value });

function receivedMessage(message: Message, group: Group | undefined) {
	return {
		...(message.replyTo && { context: { id: message.replyTo } }),
		from: message.from.id,
		...(group && { group_id: group.id }),
		id: message.id,
		timestamp: timestamp(message.time),
		type: message.type,
		...contentMembers(message),
	};
}

/** Members of media are general Cloud API; for groups only text and `unsupported` are printed. */
export function contentMembers({ type, text, media, location }: Message) {
	if (type === 'text') return { text: { body: text } };
	if (location) return { location };
	if (!media) return { errors: [webhookError(130501, 'Message type is not supported')] };
	const { id, mimeType, sha256, caption, filename } = media;
	return {
		[type]: {
			id,
			mime_type: mimeType,
			sha256,
			...(caption && { caption }),
			...(type === 'document' && { filename }),
		},
	};
}

/** `sent` names nobody; the others are aggregated, one object for each participant (meta-groups.md#seed, meta-groups.md#m3). */
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
