/**
 * The content of a message in Meta's webhooks. Source: Meta “Webhooks › messages” reference, one page
 * per type. Meta doesn't document for every type whether it occurs in groups.
 */
import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, Media, Message } from '../../../contract/events';
import { isSamePhone, phoneIn } from '../../../contract/people';
import { isObject, numberIn, objectIn, objectsIn, textIn } from '../../../contract/values';
import { messageOf } from '../messageOf';
import { orderIn } from './order';

type Content = Partial<Omit<Message, 'type' | 'media'>> & { type?: string; media?: Partial<Media> };

const FILES = new Set(['image', 'video', 'audio', 'voice', 'document', 'sticker']);

export function contentOf(message: IDataObject, number: BusinessNumber): Message {
	const type = textIn(message.type) ?? 'unknown';
	return messageOf({ type, ...quoted(message.context, number), ...contentIn(type, message) });
}

function quoted(context: unknown, { phone }: BusinessNumber): Content {
	const { id, from, from_user_id: userId } = objectIn(context);
	const author = textIn(from) ?? textIn(userId);
	const replyTo = textIn(id);
	if (replyTo === null || author === null || phone === null) return { replyTo };
	return { replyTo, repliesToMe: isSamePhone(phoneIn(author) ?? author, phone) };
}

function contentIn(type: string, message: IDataObject): Content {
	const list = Object.hasOwn(message, type) ? message[type] : undefined;
	const content = objectIn(list);
	if (FILES.has(type)) return fileIn(type, content);
	switch (type) {
		case 'button':
			return choice(content.text, content.payload);
		case 'interactive':
			return chosenIn(content);
		case 'location':
			return { location: locationIn(content) };
		case 'contacts':
			return { contacts: objectsIn(list).map(cardIn) };
		case 'reaction':
			return reactionIn(content);
		case 'order':
			return orderIn(content);
		case 'edit':
			return editIn(content);
		case 'revoke':
			return { replyTo: textIn(content.original_message_id) };
		case 'unsupported':
			return { unsupportedKind: textIn(content.type) };
		default:
			return { text: textIn(content.body) ?? textIn(content.text) };
	}
}

function fileIn(type: string, content: IDataObject): Content {
	const isAudio = type === 'audio' || type === 'voice';
	const voice = type === 'voice' || (typeof content.voice === 'boolean' ? content.voice : null);
	return {
		type: isAudio ? 'audio' : type,
		caption: textIn(content.caption),
		media: {
			id: textIn(content.id),
			url: textIn(content.url),
			mimeType: textIn(content.mime_type),
			fileName: textIn(content.filename),
			voice: isAudio ? voice : null,
		},
	};
}

/** `{type: "list_reply", list_reply: {id, title, description}}`, and the like for buttons and forms. */
function chosenIn(content: IDataObject): Content {
	const kind = textIn(content.type) ?? '';
	const chosen = objectIn(Object.hasOwn(content, kind) ? content[kind] : undefined);
	// A kind that no document names is handed on whole.
	const answers = chosen.response_json ?? chosen;
	return choice(
		textIn(chosen.title) ?? chosen.body,
		textIn(chosen.id) ?? (isObject(answers) ? JSON.stringify(answers) : answers),
		chosen.description,
	);
}

function choice(said: unknown, payload: unknown, description?: unknown): Content {
	const text = textIn(said);
	return { text, button: { text, payload: textIn(payload), description: textIn(description) } };
}

export function locationIn(content: IDataObject): Message['location'] {
	return {
		latitude: numberIn(content.latitude),
		longitude: numberIn(content.longitude),
		name: textIn(content.name),
		address: textIn(content.address),
		url: textIn(content.url),
	};
}

function cardIn({ name, org, phones }: IDataObject) {
	const { formatted_name: whole, first_name: first, last_name: last } = objectIn(name);
	const parts = [textIn(first), textIn(last)].filter((part) => part !== null);
	return {
		name: textIn(whole) ?? textIn(parts.join(' ')) ?? textIn(objectIn(org).company),
		phones: objectsIn(phones)
			.map(({ wa_id, phone }) => phoneIn(wa_id) ?? phoneIn(phone))
			.filter((phone) => phone !== null),
	};
}

function reactionIn(content: IDataObject): Content {
	const emoji = textIn(content.emoji);
	const messageId = textIn(content.message_id);
	return { text: emoji, replyTo: messageId, reaction: { emoji, messageId } };
}

/** Returns the content after the edit. */
function editIn({ original_message_id: original, message }: IDataObject): Content {
	const edited = objectIn(message);
	const type = textIn(edited.type) ?? 'unknown';
	// An edit of an edit isn't documented. Following it could recurse without end in a forged delivery.
	const content = type === 'edit' ? {} : contentIn(type, edited);
	return { type, ...content, replyTo: textIn(original) };
}
