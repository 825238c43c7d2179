/** A1Base's webhook: one message for each call. */
import type { IDataObject } from 'n8n-workflow';

import { groupOf, messageOf, type ExpectedEvent, type Sample } from '../support/events';

export function a1Message(members: IDataObject = {}): IDataObject {
	return {
		thread_id: 'chat_000',
		message_id: 'msg_000',
		thread_type: 'group',
		sender_number: '+61400000000',
		sender_name: 'Sample Person',
		a1_account_id: 'acc-000',
		a1_phone_number: '+15550001111',
		timestamp: '2025-01-31T00:48:15+00:00',
		service: 'whatsapp',
		message_type: 'text',
		is_from_agent: false,
		message_content: { text: 'Hi' },
		...members,
	};
}

const RECEIVED: ExpectedEvent = {
	event: 'message.received',
	groupId: 'chat_000',
	messageId: 'msg_000',
	timestamp: '2025-01-31T00:48:15.000Z',
	sender: { id: '61400000000', name: 'Sample Person' },
	message: messageOf({ type: 'text', text: 'Hi' }),
};
const INVITE = a1Message({
	thread_type: 'individual',
	message_type: 'group_invite',
	message_content: { groupName: 'Launch crew', inviteCode: 'Ab12Cd34' },
});

export const a1BaseSamples: Sample[] = [
	{ name: 'a text', body: a1Message(), events: [RECEIVED] },
	{
		name: 'a time with an offset',
		body: a1Message({ timestamp: '2025-01-31T10:48:15+10:00' }),
		events: [RECEIVED],
	},
	{
		name: 'a reply, which does not say to which message',
		body: a1Message({
			message_type: 'rich_text',
			message_content: {
				text: 'Hi',
				quoted_message_content: 'Hello?',
				quoted_message_sender: '15550003333',
			},
		}),
		events: [RECEIVED],
	},
	{
		name: 'a text in the member that the OpenAPI file names',
		body: a1Message({ message_content: undefined, content: 'Hi' }),
		events: [RECEIVED],
	},
	...['image', 'video', 'audio', 'document'].map((type) => ({
		name: `a file: ${type}`,
		body: a1Message({ message_type: type, message_content: { data: 'AAAA' } }),
		events: [{ ...RECEIVED, message: messageOf({ type }) }],
	})),
	{
		name: 'a location',
		body: a1Message({
			message_type: 'location',
			message_content: { latitude: 51.5, longitude: -0.1, name: 'Office' },
		}),
		events: [{ ...RECEIVED, message: messageOf({ type: 'location' }) }],
	},
	{
		name: 'an unsupported message',
		body: a1Message({
			message_type: 'unsupported_message_type',
			message_content: { error: 'Message type not supported' },
		}),
		events: [
			{
				...RECEIVED,
				message: messageOf({ type: 'unsupported' }),
				errors: [{ code: null, message: 'Message type not supported', details: null }],
			},
		],
	},
	{
		name: 'a reaction',
		body: a1Message({ message_type: 'reaction', message_content: { reaction: '👍' } }),
		events: [
			{
				...RECEIVED,
				event: 'message.reaction',
				message: messageOf({ type: 'reaction', text: '👍' }),
			},
		],
	},
	...[true, false].map((mentioned) => ({
		name: mentioned ? 'a mention' : 'a message that mentions others',
		body: a1Message({ agent_mentioned: mentioned }),
		events: [
			{
				...RECEIVED,
				message: messageOf({ type: 'text', text: 'Hi', mentionsMe: mentioned }),
			},
		],
	})),
	...['+15550001111', '+'].map((sender_number) => ({
		name: `an own message, its sender ${sender_number}`,
		body: a1Message({ is_from_agent: true, sender_number, sender_name: 'Agent' }),
		events: [
			{
				...RECEIVED,
				event: 'message.sent' as const,
				sender: { id: '15550001111', name: 'Agent' },
			},
		],
	})),
	{
		name: 'an invitation',
		body: INVITE,
		events: [
			{
				...RECEIVED,
				event: 'invite.received',
				groupId: null,
				message: undefined,
				group: groupOf({
					subject: 'Launch crew',
					inviteLink: 'https://chat.whatsapp.com/Ab12Cd34',
				}),
			},
		],
	},
	{
		name: 'a one-to-one message',
		body: a1Message({ thread_type: 'individual' }),
		events: [],
	},
	{
		name: 'an own one-to-one message',
		body: a1Message({ thread_type: 'individual', is_from_agent: true }),
		events: [],
	},
];
