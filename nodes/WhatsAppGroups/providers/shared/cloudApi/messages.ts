/**
 * Message bodies of Meta's Cloud API, which its resellers use unchanged.
 * Source: Meta “Groups › Groups messaging”; 360dialog “Messaging API” (groups).
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../../contract/errors';
import { refuseLonger } from '../limits';
import type { Answer, OutgoingMessage, SentMessage, Template } from '../../../contract/operations';
import { objectsIn, textIn } from '../../../contract/values';
import { templateContent } from './filledTemplate';

/** Characters. */
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

function toGroup(groupId: string, type: string, content: IDataObject): IDataObject {
	return {
		messaging_product: 'whatsapp',
		recipient_type: 'group',
		to: groupId,
		type,
		[type]: content,
	};
}

/** Returns the body of a message to a group. Files of the workflow are uploaded first: see `uploads.ts`. */
export function messageBody(message: OutgoingMessage, mediaId?: string): IDataObject {
	return {
		...toGroup(message.groupId, ...contentOf(message, mediaId)),
		// Features of the Cloud API in general. Its pages about groups don't mention them.
		...('trace' in message && message.trace ? { biz_opaque_callback_data: message.trace } : {}),
		...(message.replyTo ? { context: { message_id: message.replyTo } } : {}),
	};
}

function contentOf(message: OutgoingMessage, mediaId?: string): [string, IDataObject] {
	switch (message.type) {
		case 'text':
			refuseLonger('Text', message.text, TEXT_LIMIT);
			return ['text', { body: message.text, preview_url: message.previewUrl }];
		case 'media':
			return [message.mediaType, mediaContent(message, mediaId)];
		case 'template':
			return ['template', templateContent(message.template)];
	}
}

function mediaContent(
	{ mediaType, source, caption, fileName }: Extract<OutgoingMessage, { type: 'media' }>,
	mediaId?: string,
): IDataObject {
	if (caption !== undefined && mediaType === 'audio') {
		throw new FieldError(
			'Caption',
			"Audio files can't have a caption",
			'Remove the caption, or send it as a separate text message.',
		);
	}
	refuseLonger('Caption', caption ?? '', CAPTION_LIMIT);
	return {
		...('url' in source ? { link: source.url } : { id: mediaId }),
		caption,
		filename: mediaType === 'document' ? fileName : undefined,
	};
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

/** Meta checks the quality of some templates before it delivers them. */
const HELD = 'held_for_quality_assessment';

/** The response to a send doesn't contain a time. */
export function sentMessage(groupId: string, raw: IDataObject): Answer<SentMessage> {
	const [message] = objectsIn(raw.messages);
	const status = message?.message_status === HELD ? 'queued' : 'sent';
	return {
		result: { groupId, messageId: textIn(message?.id), status, timestamp: null },
		raw,
	};
}

/** Returns an invitation to one person. Meta replaces the group id with the link on delivery. */
export function inviteMessage(groupId: string, to: string, template: Template): IDataObject {
	return {
		messaging_product: 'whatsapp',
		to,
		type: 'template',
		template: {
			name: template.name,
			language: { code: template.language },
			components: [{ type: 'body', parameters: [{ type: 'group_id', group_id: groupId }] }],
		},
	};
}
