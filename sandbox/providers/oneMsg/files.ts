import { newMediaId, type StoredFile } from '../../world/files';
import { mediaTypeOf } from '../../server/mimeTypes';
import type { Content, MediaType } from '../../world/model';
import type { World } from '../../world/World';
import { mayBe } from '../cloudApi/media';
import { fileFrom, mediaLink } from './media';

/** The file that `sendFile` sends: an address, a data URI or an ID. */
export interface FileBody {
	body?: string;
	filename?: string;
	mediaId?: string;
	mediaType?: MediaType;
	caption?: string;
	voice?: boolean;
}

/** The message, or why it can't be sent. The wording of failures is inferred. */
export function fileContent(world: World, request: FileBody, baseUrl: string): Content | string {
	const { body, filename = '', mediaId, caption, voice } = request;
	const file = body === undefined ? world.files.get(mediaId ?? '') : fileFrom(body, filename);
	if (!file) return `No media ${mediaId}`;
	const { mimeType } = file;
	if (voice && mimeType !== 'audio/ogg') return 'A voice note must be ogg audio';
	const type = request.mediaType ?? mediaTypeOf(mimeType);
	if (!mayBe(type, file)) return `${mimeType} is not sent as ${type}`;
	const isAddress = body !== undefined && !body.startsWith('data:');
	const kept = isAddress ? { link: body } : keptFile(world, file, baseUrl, mediaId);
	return { type, media: { ...kept, mimeType, caption, filename: file.name, voice } };
}

function keptFile(world: World, file: StoredFile, baseUrl: string, id = newMediaId()) {
	world.files.set(id, file);
	return { id, link: mediaLink(baseUrl, id) };
}
