import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../contract/errors';
import { filledComponents } from '../shared/cloudApi/templates';
import { bytesOf } from '../../contract/files';
import { refuseLonger } from '../shared/limits';
import { checkMedia } from '../../contract/mediaLimits';
import type { Call } from '../../contract/http';
import type { OutgoingMessage } from '../../contract/operations';
import { chatId } from './groupId';

/** Characters. */
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;

type Media = Extract<OutgoingMessage, { type: 'media' }>;

/**
 * Which of the three sends a message takes, and its body. Source: 1MSG MCP tool list. Link previews
 * are not offered.
 */
export async function outgoing(message: OutgoingMessage): Promise<Pick<Call, 'path' | 'body'>> {
	const common = { chatId: chatId(message.groupId), quotedMsgId: message.replyTo };
	switch (message.type) {
		case 'text':
			refuseLonger('Text', message.text, TEXT_LIMIT);
			return { path: '/sendMessage', body: { ...common, body: message.text } };
		case 'media':
			refuseLonger('Caption', message.caption ?? '', CAPTION_LIMIT);
			return { path: '/sendFile', body: { ...common, ...(await fileFields(message)) } };
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

/** A missing namespace is left out rather than invented. */
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

/** A link or the file itself, with a name; or the id of an earlier upload, with its kind. */
async function fileFields({ source, mediaType, caption, fileName }: Media): Promise<IDataObject> {
	if ('id' in source) return { mediaId: source.id, mediaType, caption };
	if ('url' in source) {
		return { body: source.url, filename: fileName ?? nameIn(source.url), caption };
	}
	const { file } = source;
	checkMedia(mediaType, file);
	return { body: await dataUri(source), filename: fileName ?? file.fileName, caption };
}

export async function dataUri({
	file,
}: Extract<Media['source'], { file: unknown }>): Promise<string> {
	return `data:${file.mimeType};base64,${(await bytesOf(file)).toString('base64')}`;
}

/** 1MSG wants a file name with every file. */
function nameIn(url: string): string {
	const name = decodeURIComponent(
		/\/([^/?#]+)(?:[?#]|$)/.exec(url.replace(/^https?:\/\//, ''))?.[1] ?? '',
	);
	if (name) return name;
	throw new FieldError(
		'File Name',
		'1MSG needs a file name, and the address has none',
		'Add the option “File Name”, such as report.pdf.',
	);
}
