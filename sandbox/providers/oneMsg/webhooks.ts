import { unixSeconds } from '../../provider';
import type { WorldEvent } from '../../model';
import { type Change, timestamp } from '../cloudApi/change';
import { changeFor, envelope } from '../cloudApi/webhooks';
import type { Channel } from './state';

/** The bodies a channel sends for an event: normalised, or raw when `rawHooks` is on. */
export function webhookForms(channel: Channel): (event: WorldEvent) => object[] {
	let messageNumber = 0;
	return (event) => {
		if (event.kind === 'statusChanged' && !channel.flags.ackNotificationsOn) return [];
		const form = channel.flags.rawHooks
			? rawForm(channel, event)
			: normalisedForm(event, () => ++messageNumber);
		return form ? [{ instanceId: channel.instanceId, ...form }] : [];
	};
}

/**
 * Meta's envelope (1MSG section 5.2). That group events are passed through is inferred: no
 * document denies or promises it (section 5.4).
 */
function rawForm({ world }: Channel, event: WorldEvent): object | undefined {
	const sender = { wabaId: '1000', phoneNumberId: '1000', phoneNumber: world.business.id };
	const change = event.kind === 'messageSent' ? echo(event) : changeFor(event);
	return change && envelope(sender, change);
}

/** Own messages: `message_echoes` is the name S5 reads; its content is as Meta's for a message. */
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
					type: 'text',
					text: { body: message.text },
				},
			],
		},
	};
}

/** 1MSG section 5.1. Only messages and acks have a normalised form. */
function normalisedForm(event: WorldEvent, nextNumber: () => number): object | undefined {
	switch (event.kind) {
		case 'messageReceived':
		case 'messageSent': {
			const { group, message } = event;
			const partner = event.kind === 'messageSent' ? event.to : message.from.id;
			return {
				messages: [
					{
						id: message.id,
						body: message.text,
						fromMe: message.fromBusiness,
						self: message.fromBusiness ? 1 : 0,
						isForwarded: 0,
						author: `${message.from.id}@c.us`,
						time: unixSeconds(message.time),
						chatId: group ? `${group.id}@g.us` : `${partner}@c.us`,
						type: 'chat',
						senderName: message.from.name,
						caption: null,
						quotedMsgId: message.replyTo,
						chatName: group ? group.subject : message.from.name,
						messageNumber: nextNumber(),
						metadata: {},
					},
				],
			};
		}
		case 'statusChanged': {
			const { group, message, status } = event;
			return { ack: [{ id: message.id, chatId: `${group.id}@g.us`, status }] };
		}
		default:
			return undefined;
	}
}
