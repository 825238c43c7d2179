import { FieldError } from '../../contract/errors';
import type { Account, Call } from '../../contract/http';
import type { OutgoingMessage } from '../../contract/operations';
import { nameOfUrl } from '../../contract/urls';
import { accountOf, agentOf, PATHS, sendsUniversally } from './account';

/**
 * Returns the path and the body for a message. Source: A1Base “Create Group Messages”: `attachment_uri`
 * has neither type nor caption, so the caption becomes the text; the universal form has both. A text
 * must not be empty (Node SDK), so a file without a caption is sent with its name.
 */
export function outgoing(account: Account, message: OutgoingMessage): Pick<Call, 'path' | 'body'> {
	const common = { from: agentOf(account), thread_id: message.groupId, service: 'whatsapp' };
	const path = PATHS.send(accountOf(account));
	switch (message.type) {
		case 'text':
			return { path, body: { content: message.text, ...common } };
		case 'media': {
			const { mediaType, caption } = message;
			const url = publicUrl(message);
			if (!sendsUniversally(account)) {
				return {
					path,
					body: { content: caption ?? (nameOfUrl(url) || url), attachment_uri: url, ...common },
				};
			}
			const content = { type: 'media', media_url: url, media_type: mediaType, caption };
			return {
				path: PATHS.universal(accountOf(account)),
				body: { ...common, type: 'group', content },
			};
		}
		case 'template':
			throw new FieldError(
				'Message Type',
				'A1Base does not send templates',
				'Send a text instead: an A1Base number needs no template.',
			);
	}
}

function publicUrl({ source }: Extract<OutgoingMessage, { type: 'media' }>): string {
	if ('url' in source) return source.url;
	throw new FieldError(
		'Media Source',
		'A1Base only accepts files by public URL',
		'Upload the file to a place with a public URL first, and set “Media Source” to “URL”.',
	);
}
