/**
 * 1MSG's deliveries: its own form (`messages[]`, `ack[]`), Meta's envelope when the channel has raw
 * hooks on, or both. Source: 1MSG SDK `c/docs/message.md`, `ack.md`; the group variants are inferred.
 */
import type { IDataObject } from 'n8n-workflow';

import type {
	BusinessNumber,
	EventName,
	GroupEvent,
	Location,
	Message,
	MessageStatus,
} from '../../contract/events';
import { personOf } from '../../contract/people';
import { isObject, isOn, objectsIn, textIn, timeIn } from '../../contract/values';
import { eventErrors, inOurWords } from '../shared/cloudApi/eventErrors';
import { readCloudEvents } from '../shared/cloudApi/events';
import { digestOf, eventOf, keyOf, otherEvent, type Reading } from '../shared/eventIds';
import { messageOf } from '../shared/messageOf';
import { explanationOfText } from './errors';
import { isGroupChat, plainId } from './groupId';

/** Doesn't include Meta's group changes, because 1MSG doesn't document that it forwards them. */
export const EVENTS: EventName[] = [
	'message.received',
	'message.sent',
	'message.reaction',
	'message.edited',
	'message.deleted',
	'message.status',
	'other',
];

/** Types of messages whose `body` is a link to a file. */
const FILE_TYPES = new Map([
	['image', 'image'],
	['video', 'video'],
	['audio', 'audio'],
	['ptt', 'audio'],
	['document', 'document'],
	['sticker', 'sticker'],
]);

export function readEvents(body: IDataObject): GroupEvent[] {
	const number: BusinessNumber = { id: textIn(body.instanceId), phone: null };
	const origin = { provider: 'oneMsg' as const, number };
	const messages = objectsIn(body.messages);
	const acks = objectsIn(body.ack);
	const known = [...eventsIn(messages, message), ...eventsIn(acks, status)];
	if (Array.isArray(body.entry)) {
		const raw = readCloudEvents('oneMsg', EVENTS, body);
		return [...known, ...raw.map((event) => ({ ...event, number: ofChannel(event.number) }))];
	}
	const isEmpty = messages.length + acks.length === 0;
	// Calls are never about a group.
	return isEmpty && body.type !== 'calls' ? [otherEvent(origin, body, knownOf(body))] : known;

	/** Of what is in a group, or doesn't contain its chat. */
	function eventsIn(list: IDataObject[], read: (raw: IDataObject, groupId: string) => Reading) {
		return list.flatMap((raw) => {
			const chat = textIn(raw.chatId);
			if (chat === null) return [otherEvent(origin, raw, knownOf(raw))];
			return isGroupChat(chat) ? [eventOf(origin, read(raw, plainId(chat)))] : [];
		});
	}

	/** Both forms identify the number by its channel, if the delivery contains it. */
	function ofChannel({ id, phone }: BusinessNumber): BusinessNumber {
		return { id: number.id ?? id, phone };
	}
}

function message(raw: IDataObject): Reading {
	const known = knownOf(raw);
	return {
		...known,
		event: eventIn(raw),
		key: [known.messageId ?? digestOf(raw)],
		message: contentOf(raw),
	};
}

/** Returns what entries of any kind contain. `groupId` is `null` for a one-to-one chat. */
function knownOf(raw: IDataObject) {
	const chat = textIn(raw.chatId) ?? '';
	return {
		groupId: isGroupChat(chat) ? plainId(chat) : null,
		sender: personOf({
			ids: [plainPerson(raw.author), raw.authorBsuid],
			name: raw.senderName,
			username: raw.authorUserName,
		}),
		messageId: textIn(raw.id),
		timestamp: timeIn(raw.time),
	};
}

function eventIn({ fromMe, self, type }: IDataObject): EventName {
	if (isOn(fromMe) || isOn(self)) return 'message.sent';
	return type === 'reaction' ? 'message.reaction' : 'message.received';
}

/** `15550002222@c.us`, or `US.1234@lid` for a user id. */
function plainPerson(author: unknown): string | undefined {
	return textIn(author)?.split('@')[0];
}

/** `chat` is text; for files, `body` is a link and `caption` the caption or the file's name. */
function contentOf(raw: IDataObject): Message {
	const type = textIn(raw.type) ?? 'unknown';
	const body = textIn(raw.body);
	const replyTo = textIn(raw.quotedMsgId);
	const fileType = FILE_TYPES.get(type);
	if (fileType !== undefined) {
		const voice = fileType === 'audio' ? type === 'ptt' : null;
		const caption = textIn(raw.caption);
		return messageOf({ type: fileType, caption, replyTo, media: { url: body, voice } });
	}
	const location = type === 'location' ? locationIn(body ?? '') : undefined;
	return messageOf({
		type: type === 'chat' ? 'text' : type,
		text: location ? null : body,
		caption: textIn(raw.caption),
		replyTo,
		...(location && { location }),
		...(type === 'button' && { button: { text: body, payload: null, description: null } }),
		...(type === 'reaction' && { reaction: { emoji: body, messageId: replyTo } }),
	});
}

/** `51.5;-0.1` */
function locationIn(body: string): Location | undefined {
	const [, latitude, longitude] = /^\s*(-?[\d.]+)\s*[;,]\s*(-?[\d.]+)/.exec(body) ?? [];
	if (latitude === undefined || longitude === undefined) return undefined;
	const place = { name: null, address: null, url: null };
	return { latitude: Number(latitude), longitude: Number(longitude), ...place };
}

/** Inferred from one-to-one messages: `phone` and `bsuid` identify the participant of a group. */
function status(raw: IDataObject, groupId: string): Reading {
	const messageId = textIn(raw.id);
	const value = textIn(raw.status) ?? 'unknown';
	const known = personOf({ ids: [plainPerson(raw.phone), raw.bsuid], username: raw.userName });
	const person = known.id === null ? null : known;
	return {
		event: 'message.status',
		key: [messageId ?? digestOf(raw), value, keyOf([person])],
		groupId,
		messageId,
		status: {
			value,
			participant: known.id,
			person,
			pricing: null,
			...failureIn(raw.error),
		},
		timestamp: timeIn(raw.time),
	};
}

/** Reads the reason, which is a text or an error object in Meta's form. */
function failureIn(error: unknown): Pick<MessageStatus, 'errors' | 'explanation' | 'advice'> {
	if (Array.isArray(error) || isObject(error)) {
		const errors = eventErrors([error].flat());
		return { errors, ...inOurWords(errors) };
	}
	const message = textIn(error);
	if (message === null) return { errors: [], explanation: null, advice: null };
	const known = explanationOfText(message);
	return {
		errors: [{ code: null, message, details: null }],
		explanation: known?.message ?? null,
		advice: known?.advice ?? null,
	};
}
