import type { WorldEvent } from '../../world/events';
import type { Card, Group, Message, Person } from '../../world/model';
import { webhookError } from './errors';
import { groupChangeFor } from './groupWebhooks';
import { contactOf, identity } from './identity';
import { templates } from './templates';
import { type Change, timestamp } from './change';

/** The business number that a webhook is about. */
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

/** Meta's webhook for an event. Own messages are reported by their statuses only. */
export function changeFor(event: WorldEvent): Change | undefined {
	switch (event.kind) {
		case 'messageReceived':
			return messages({
				contacts: [contactOf(event.message.from)],
				messages: [receivedMessage(event.message, event.group)],
			});
		case 'statusChanged':
			return messages(statuses(event));
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
		...contextOf(message, group),
		...sender(message.from),
		...(group && { group_id: group.id }),
		id: message.id,
		timestamp: timestamp(message.time),
		...contentMembers(message),
	};
}

function sender(person: Person) {
	const { wa_id: from, user_id } = identity(person);
	return { ...(from && { from }), ...(user_id && { from_user_id: user_id }) };
}

/** The quoted message and its author. A reaction, an edit or a deletion has its message's ID itself. */
function contextOf({ type, replyTo }: Message, group: Group | undefined) {
	if (replyTo === null || ['reaction', 'edit', 'delete'].includes(type)) return {};
	const quoted = group?.messages.find(({ id }) => id === replyTo);
	return { context: { ...(quoted && sender(quoted.from)), id: replyTo } };
}

/**
 * A message's type and its members (general Cloud API; for groups, only text and `unsupported` are
 * documented). Edits and deletions are in Meta's changelog of 2025.
 */
export function contentMembers(message: Message): Record<string, unknown> {
	const { type, text, media, location, emoji, contacts, payload, replyTo } = message;
	switch (type) {
		case 'text':
		case 'template':
			return { type: 'text', text: { body: text } };
		case 'reaction':
			return { type, reaction: { message_id: replyTo, emoji } };
		case 'location':
			return { type, location };
		case 'contacts':
			return { type, contacts: (contacts ?? []).map(cardOf) };
		case 'button':
			return { type, button: { text, payload } };
		case 'listReply':
			return {
				type: 'interactive',
				interactive: { type: 'list_reply', list_reply: { id: payload, title: text } },
			};
		case 'edit':
			return {
				type,
				edit: { original_message_id: replyTo, message: { type: 'text', text: { body: text } } },
			};
		case 'delete':
			return { type: 'revoke', revoke: { original_message_id: replyTo } };
	}
	if (!media) {
		return { type, errors: [webhookError(130501, 'Message type is not supported')] };
	}
	const { id, mimeType, sha256, caption, filename, voice = false } = media;
	return {
		type,
		[type]: {
			id,
			mime_type: mimeType,
			sha256,
			...(caption && { caption }),
			...(type === 'document' && { filename }),
			...(type === 'audio' && { voice }),
		},
	};
}

const cardOf = ({ name, phone }: Card) => ({
	name: { formatted_name: name },
	phones: [{ phone, wa_id: phone.replace(/\D/g, '') }],
});

/**
 * `sent` has no participant. The others are aggregated, one object for each participant, with their contacts
 * (meta-groups.md#m3). Each delivery to a participant is charged once.
 */
function statuses({ group, message, status, by }: WorldEvent & { kind: 'statusChanged' }) {
	const common = groupStatus(message, group, status, new Date().toISOString());
	if (status === 'sent') return { statuses: [common] };
	return {
		...(by.some(({ username }) => username) && { contacts: by.map(contactOf) }),
		statuses: by.map((person) => ({
			...common,
			...recipient(person),
			...(status === 'delivered' && { pricing: pricingOf(message) }),
			...(status === 'failed' && { errors: [undeliverable()] }),
		})),
	};
}

function recipient(person: Person) {
	const { wa_id, user_id } = identity(person);
	return {
		...(wa_id && { recipient_participant_id: wa_id }),
		...(user_id && { recipient_participant_user_id: user_id }),
	};
}

/** Inferred: the code of a group's status for one person (meta-groups.md#section-6). */
export const undeliverable = () => webhookError(131026, 'The person cannot be reached');

function pricingOf({ template }: Message) {
	const sent = templates.find(({ name }) => name === template?.name);
	const category = sent ? sent.category.toLowerCase() : 'service';
	return { billable: true, pricing_model: 'PMP', category: `group_${category}` };
}

function groupStatus({ id, trace }: Message, group: Group, status: string, time: string) {
	return {
		id,
		status,
		timestamp: timestamp(time),
		recipient_id: group.id,
		recipient_type: 'group',
		...(trace !== undefined && { biz_opaque_callback_data: trace }),
	};
}
