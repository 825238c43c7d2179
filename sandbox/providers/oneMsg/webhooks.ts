import type { WorldEvent } from '../../world/events';
import type { Person } from '../../world/model';
import { userIdOf } from '../../world/people';
import { type Change, timestamp } from '../cloudApi/change';
import { changeFor, contentMembers, envelope, undeliverable } from '../cloudApi/webhooks';
import { normalizedMessage } from './normalized';
import type { Channel } from './state';

/** The bodies a channel sends for an event: normalized, or raw when `rawHooks` is on. */
export function webhookForms(channel: Channel, event: WorldEvent): object[] {
	const { flags, history, instanceId } = channel;
	const isMessage = event.kind === 'messageReceived' || event.kind === 'messageSent';
	if (isMessage) history.push(normalizedMessage(event, history.length + 1));
	if (event.kind === 'statusChanged' && !flags.ackNotificationsOn) return [];
	const form = flags.rawHooks ? rawForm(channel, event) : normalizedForm(channel, event);
	return form ? [{ instanceId, ...form }] : [];
}

/**
 * Meta's envelope (1msg.md#section-5.2). Inferred: group events are passed through. No document
 * confirms or denies it (1msg.md#section-5.4).
 */
function rawForm({ world }: Channel, event: WorldEvent): object | undefined {
	const sender = { wabaId: '1000', phoneNumberId: '1000', phoneNumber: world.business.id };
	const change = event.kind === 'messageSent' ? echo(event) : changeFor(event);
	return change && envelope(sender, change);
}

/** Own messages. `message_echoes` is from 1msg.md#s5; its content is that of Meta's messages. */
function echo({ group, to, message }: WorldEvent & { kind: 'messageSent' }): Change {
	return {
		field: 'message_echoes',
		value: {
			message_echoes: [
				{
					from: message.from.id,
					...(group ? { group_id: group.id } : { to }),
					id: message.id,
					timestamp: timestamp(message.time),
					...contentMembers(message),
				},
			],
		},
	};
}

/** 1msg.md#section-5.1. Only messages and acks have a normalized form. */
function normalizedForm({ history }: Channel, event: WorldEvent): object | undefined {
	switch (event.kind) {
		case 'messageReceived':
		case 'messageSent':
			return { messages: history.slice(-1) };
		case 'statusChanged': {
			const { group, message, status, by } = event;
			const ack = { id: message.id, chatId: `${group.id}@g.us`, status };
			if (status === 'sent') return { ack: [ack] };
			const error = status === 'failed' && { error: undeliverable() };
			return { ack: by.map((person) => ({ ...ack, ...recipient(person), ...error })) };
		}
		default:
			return undefined;
	}
}

/** Seen in one-to-one traffic. Inferred: the same for groups (1msg.md#section-5.1). */
const recipient = (person: Person) => ({
	...(!person.hidesNumber && { phone: person.id }),
	...(person.username !== undefined && { bsuid: userIdOf(person), userName: person.username }),
});
