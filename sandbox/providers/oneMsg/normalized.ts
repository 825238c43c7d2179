import type { WorldEvent } from '../../world/events';
import type { Message } from '../../world/model';
import { userIdOf } from '../../world/people';
import { unixSeconds } from '../../server/provider';

export type MessageEvent = Extract<WorldEvent, { kind: 'messageReceived' | 'messageSent' }>;

export type NormalizedMessage = ReturnType<typeof normalizedMessage>;

/** A message in 1MSG's webhooks (1msg.md#section-5.1) and, inferred, in its history. */
export function normalizedMessage(event: MessageEvent, messageNumber: number) {
	const { group, message } = event;
	const partner = event.kind === 'messageSent' ? event.to : message.from.id;
	return {
		id: message.id,
		body: bodyOf(message),
		fromMe: message.fromBusiness,
		self: message.fromBusiness ? 1 : 0,
		isForwarded: 0,
		author: message.from.hidesNumber ? null : `${message.from.id}@c.us`,
		...(message.from.username !== undefined && {
			authorBsuid: userIdOf(message.from),
			authorUserName: message.from.username,
		}),
		time: unixSeconds(message.time),
		chatId: group ? `${group.id}@g.us` : `${partner}@c.us`,
		type: typeOf(message),
		senderName: message.from.name,
		caption: message.media?.caption ?? null,
		quotedMsgId: message.replyTo,
		chatName: group ? group.subject : message.from.name,
		messageNumber,
		metadata: {},
	};
}

/** A download link for files, "lat;lon" for places (1msg.md#s2). */
function bodyOf({ text, media, location, emoji }: Message): string {
	if (emoji) return emoji;
	if (location) return `${location.latitude};${location.longitude}`;
	return media?.link ?? text;
}

/** 1msg.md#s2. It does not say the type of a sent template. */
function typeOf({ type, media }: Message): string {
	if (media) return media.voice ? 'ptt' : type;
	return ['location', 'reaction', 'button'].includes(type) ? type : 'chat';
}
