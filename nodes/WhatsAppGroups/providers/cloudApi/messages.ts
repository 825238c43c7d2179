/**
 * Message bodies of Meta's Cloud API, which its resellers take over.
 * Source: Meta “Groups › Groups messaging”; 360dialog “Messaging API” (groups).
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../transport/errors';
import type { Answer, SentMessage } from '../Provider';
import { objectsIn, textIn } from '../values';

/** Characters of a text message. */
const TEXT_LIMIT = 4096;

function toGroup(groupId: string, type: string, content: IDataObject): IDataObject {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'group',
		to: groupId,
		type,
		[type]: content,
	};
}

export function textMessage(groupId: string, text: string): IDataObject {
	if (text.length > TEXT_LIMIT) {
		throw new FieldError(
			'Text',
			`The text has ${text.length} characters, and WhatsApp takes at most ${TEXT_LIMIT}`,
			'Shorten the text, or send it as several messages.',
		);
	}
	return toGroup(groupId, 'text', { body: text });
}

/** `expiration_days` is an integer from 1 to 30. */
export function pinMessage(
	groupId: string,
	messageId: string,
	expirationDays: number,
): IDataObject {
	return toGroup(groupId, 'pin', {
		type: 'pin',
		message_id: messageId,
		expiration_days: expirationDays,
	});
}

export function unpinMessage(groupId: string, messageId: string): IDataObject {
	return toGroup(groupId, 'pin', { type: 'unpin', message_id: messageId });
}

/** The answer to every send: `messages[0].id`, and no time. */
export function sentMessage(groupId: string, raw: IDataObject): Answer<SentMessage> {
	const [message] = objectsIn(raw.messages);
	return {
		result: { groupId, messageId: textIn(message?.id), status: 'sent', timestamp: null },
		raw,
	};
}
