/**
 * 1MSG's deliveries: its own form (`messages[]`, `ack[]`), Meta's envelope when the channel has raw
 * hooks on, or both. Source: 1MSG SDK `c/docs/message.md`, `ack.md`; the group variants are inferred.
 */
import type { IDataObject } from 'n8n-workflow';

import { readCloudEvents } from '../shared/cloudApi/events';
import { digestOf, eventOf, otherEvent } from '../shared/eventIds';
import type { EventName, GroupEvent, Message } from '../../contract/events';
import { isOn, objectsIn, textIn, timeIn } from '../../contract/values';
import { isGroupChat, plainId } from './groupId';

/** That 1MSG passes Meta's group changes on is undocumented, so no event here rests on it. */
export const EVENTS: EventName[] = ['message.received', 'message.sent', 'message.status', 'other'];

const MEDIA_TYPES = new Map([
	['image', 'image'],
	['video', 'video'],
	['audio', 'audio'],
	['ptt', 'audio'],
	['document', 'document'],
]);

export function readEvents(body: IDataObject): GroupEvent[] {
	const known = [
		...objectsIn(body.messages).map(message),
		...objectsIn(body.ack).map(status),
	].filter((event) => event !== undefined);
	if (Array.isArray(body.entry)) return [...known, ...readCloudEvents('oneMsg', EVENTS, body)];
	const understood = Array.isArray(body.messages) || Array.isArray(body.ack);
	// Calls are never about a group.
	return understood || body.type === 'calls' ? known : [otherEvent('oneMsg', body)];
}

/** `undefined` for a one-to-one message. */
function message(raw: IDataObject): GroupEvent | undefined {
	const chat = textIn(raw.chatId);
	if (chat === null || !isGroupChat(chat)) return undefined;
	const messageId = textIn(raw.id);
	return eventOf('oneMsg', isOn(raw.fromMe) ? 'message.sent' : 'message.received', {
		key: [messageId ?? digestOf(raw)],
		groupId: plainId(chat),
		messageId,
		timestamp: timeIn(raw.time),
		sender: { id: textIn(raw.author)?.split('@')[0] ?? null, name: textIn(raw.senderName) },
		message: contentOf(raw),
	});
}

/** `chat` is text; for files, `body` is a link and `caption` the caption or the file's name. */
function contentOf(raw: IDataObject): Message {
	const type = textIn(raw.type) ?? 'unknown';
	const mediaType = MEDIA_TYPES.get(type);
	const body = textIn(raw.body);
	return {
		type: type === 'chat' ? 'text' : (mediaType ?? type),
		text: mediaType ? null : body,
		caption: textIn(raw.caption),
		replyTo: textIn(raw.quotedMsgId),
		mentionsMe: null,
		media: { id: null, url: mediaType ? body : null, mimeType: null, fileName: null },
	};
}

function status(raw: IDataObject): GroupEvent | undefined {
	const chat = textIn(raw.chatId);
	if (chat === null || !isGroupChat(chat)) return undefined;
	const messageId = textIn(raw.id);
	const value = textIn(raw.status) ?? 'unknown';
	return eventOf('oneMsg', 'message.status', {
		key: [messageId ?? digestOf(raw), value],
		groupId: plainId(chat),
		messageId,
		timestamp: timeIn(raw.time),
		status: { value, participant: null, errors: [] },
	});
}
