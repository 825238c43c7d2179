/** 1MSG's own form: `messages[]` and `ack[]`. */
import type { IDataObject } from 'n8n-workflow';

import { messageOf, type ExpectedEvent, type Sample } from '../support/events';
import { TIME } from './cloudApi';

const GROUP = '120363000000000000';

export function messageIn(chat: string, members: IDataObject = {}): IDataObject {
	return {
		id: 'wamid.SAMPLE',
		body: 'Hi all',
		fromMe: false,
		self: 0,
		isForwarded: 0,
		author: '15550002222@c.us',
		time: 1755548877,
		chatId: chat,
		type: 'chat',
		senderName: 'Sample',
		caption: null,
		quotedMsgId: null,
		chatName: 'Launch crew',
		messageNumber: 12,
		metadata: {},
		...members,
	} as IDataObject;
}

const inGroup = (members: IDataObject = {}) => messageIn(`${GROUP}@g.us`, members);
const messages = (...list: IDataObject[]) => ({ instanceId: '123456', messages: list });
const acks = (...list: IDataObject[]) => ({ instanceId: '123456', ack: list });
const ack = (status: string, members: IDataObject = {}) => ({
	id: 'wamid.SAMPLE',
	chatId: `${GROUP}@g.us`,
	status,
	...members,
});

const RECEIVED: ExpectedEvent = {
	event: 'message.received',
	groupId: GROUP,
	messageId: 'wamid.SAMPLE',
	timestamp: TIME,
	sender: { id: '15550002222', name: 'Sample' },
	message: messageOf({ type: 'text', text: 'Hi all' }),
};
const status = (value: string): ExpectedEvent => ({
	event: 'message.status',
	groupId: GROUP,
	messageId: 'wamid.SAMPLE',
	timestamp: null,
	status: { value, participant: null, errors: [] },
});

const LINK = 'https://files.example/file';

export const oneMsgSamples: Sample[] = [
	{ name: 'a text', body: messages(inGroup()), events: [RECEIVED] },
	{
		name: 'a text in a group whose id is not a number',
		body: messages(messageIn('Y2Fw/b+c=@g.us')),
		events: [{ ...RECEIVED, groupId: 'Y2Fw/b+c=' }],
	},
	{
		name: 'several messages, one of them one to one',
		body: messages(
			inGroup({ id: 'wamid.1' }),
			messageIn('15550002222@c.us', { id: 'wamid.2' }),
			inGroup({ id: 'wamid.3', author: '15550003333@c.us', senderName: 'Other' }),
		),
		events: [
			{ ...RECEIVED, messageId: 'wamid.1' },
			{ ...RECEIVED, messageId: 'wamid.3', sender: { id: '15550003333', name: 'Other' } },
		],
	},
	...[true, 1, '1', 'true'].map((fromMe) => ({
		name: `an own message, fromMe ${JSON.stringify(fromMe)}`,
		body: messages(inGroup({ fromMe, author: '15550001111@c.us', senderName: 'Business' })),
		events: [
			{
				...RECEIVED,
				event: 'message.sent' as const,
				sender: { id: '15550001111', name: 'Business' },
			},
		],
	})),
	...[false, 0, '0', 'false', null].map((fromMe) => ({
		name: `somebody else's message, fromMe ${JSON.stringify(fromMe)}`,
		body: messages(inGroup({ fromMe })),
		events: [RECEIVED],
	})),
	{
		name: 'a reply',
		body: messages(inGroup({ quotedMsgId: 'wamid.QUOTED' })),
		events: [
			{
				...RECEIVED,
				message: messageOf({ type: 'text', text: 'Hi all', replyTo: 'wamid.QUOTED' }),
			},
		],
	},
	...['image', 'video', 'audio', 'document'].map((type) => ({
		name: `a file: ${type}`,
		body: messages(inGroup({ type, body: LINK, caption: 'Look' })),
		events: [{ ...RECEIVED, message: messageOf({ type, caption: 'Look', media: { url: LINK } }) }],
	})),
	{
		name: 'a voice message',
		body: messages(inGroup({ type: 'ptt', body: LINK })),
		events: [{ ...RECEIVED, message: messageOf({ type: 'audio', media: { url: LINK } }) }],
	},
	{
		name: 'a location',
		body: messages(inGroup({ type: 'location', body: '51.5;-0.1' })),
		events: [{ ...RECEIVED, message: messageOf({ type: 'location', text: '51.5;-0.1' }) }],
	},
	...['sent', 'delivered', 'read', 'failed'].map((value) => ({
		name: `a message that is ${value}`,
		body: acks(ack(value)),
		events: [status(value)],
	})),
	{
		name: 'several statuses, one of them one to one',
		body: acks(
			ack('delivered'),
			ack('delivered', { id: 'wamid.2', chatId: '15550002222@c.us' }),
			ack('read', { id: 'wamid.3' }),
		),
		events: [status('delivered'), { ...status('read'), messageId: 'wamid.3' }],
	},
	{
		name: 'messages and statuses together',
		body: { ...messages(inGroup()), ...acks(ack('read', { id: 'wamid.OWN' })) },
		events: [RECEIVED, { ...status('read'), messageId: 'wamid.OWN' }],
	},
	...['15550002222@c.us', 'US.1234@lid', '@sample'].map((chat) => ({
		name: `a one-to-one message of ${chat}`,
		body: messages(messageIn(chat)),
		events: [],
	})),
	{
		name: 'a call',
		body: { type: 'calls', instanceId: '123456', calls: [{ id: '1' }] },
		events: [],
	},
];
