/** 1MSG's own form: `messages[]` and `ack[]`. */
import type { IDataObject } from 'n8n-workflow';

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
