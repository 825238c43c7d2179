import type { StoredFile } from '../world/files';
import type { MediaType } from '../world/model';

const TYPES: Record<string, string> = {
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	mp4: 'video/mp4',
	mp3: 'audio/mpeg',
	ogg: 'audio/ogg',
	pdf: 'application/pdf',
};

const KINDS: Record<string, MediaType> = { image: 'image', video: 'video', audio: 'audio' };

/** The type of a file by the ending of its name or address. */
export function mimeTypeOf(name: string): string {
	const [path = ''] = name.split('?');
	return TYPES[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** How WhatsApp shows a file. Any other type is a document. */
export function mediaTypeOf(mimeType: string): MediaType {
	const [family = ''] = mimeType.split('/');
	return KINDS[family] ?? 'document';
}

/** The file inside a data URI; `undefined` for any other text. */
export function fromDataUri(uri: string, name: string): StoredFile | undefined {
	const [, mimeType, base64 = ''] = /^data:([\w/.+-]+);base64,([\w+/]+={0,2})$/.exec(uri) ?? [];
	return mimeType ? { name, mimeType, bytes: Buffer.from(base64, 'base64') } : undefined;
}
