import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../contract/errors';
import { filledComponents } from '../shared/cloudApi/filledTemplate';
import { refuseLonger } from '../shared/limits';
import { nameOfUrl } from '../../contract/urls';
import { checkMedia } from '../../contract/mediaLimits';
import type { Call } from '../../contract/http';
import type { OutgoingMessage } from '../../contract/operations';
import { chatId } from './groupId';

/** Characters. */
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

type Media = Extract<OutgoingMessage, { type: 'media' }>;

/**
 * Returns the endpoint and the body for a message. Source: 1MSG MCP tool list. Link previews can't be
 * chosen.
 */
export function outgoing(message: OutgoingMessage): Pick<Call, 'path' | 'body' | 'inline'> {
	const common = { chatId: chatId(message.groupId), quotedMsgId: message.replyTo };
	switch (message.type) {
		case 'text':
			refuseLonger('Text', message.text, TEXT_LIMIT);
			return { path: '/sendMessage', body: { ...common, body: message.text } };
		case 'media':
			refuseLonger('Caption', message.caption ?? '', CAPTION_LIMIT);
			return { path: '/sendFile', ...fileFields(message, common) };
		case 'template': {
			const { name, language, namespace } = message.template;
			const params = filledComponents(message.template);
			return {
				path: '/sendTemplate',
				body: { ...common, ...templateFields(name, language, namespace), params },
			};
		}
	}
}

/** Omits a missing namespace instead of inventing one. */
export function templateFields(
	template: string,
	language: string,
	namespace: string | null,
): IDataObject {
	return {
		template,
		language: { policy: 'deterministic', code: language },
		namespace: namespace ?? undefined,
	};
}

/** Returns a link or the file itself with a name, or the ID of an earlier upload with its type. */
function fileFields(
	{ source, mediaType, caption, fileName }: Media,
	common: IDataObject,
): Pick<Call, 'body' | 'inline'> {
	if ('id' in source) return { body: { ...common, mediaId: source.id, mediaType, caption } };
	if ('url' in source) {
		const filename = fileName ?? nameIn(source.url);
		return { body: { ...common, body: source.url, filename, caption } };
	}
	const { file } = source;
	checkMedia(mediaType, file);
	const filename = fileName ?? file.fileName;
	return { body: { ...common, filename, caption }, inline: { field: 'body', file } };
}

/** 1MSG requires a file name with every file. */
function nameIn(url: string): string {
	const name = nameOfUrl(url);
	if (name) return name;
	throw new FieldError(
		'File Name',
		'1MSG requires a file name, and the URL has none',
		'Fill in “File Name”, for example report.pdf.',
	);
}
