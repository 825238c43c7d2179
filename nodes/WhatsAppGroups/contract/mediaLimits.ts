import { FieldError } from './errors';
import { bareType, isUnknown } from './fileTypes';
import type { FileInput } from './http';
import type { MediaType } from './operations';

const MB = 1024 * 1024;

/**
 * What WhatsApp accepts, by media type. Source: the general Cloud API table as copied by AWS End User
 * Messaging Social and VTEX; field reports add audio/opus. A1Base's “Create Group Messages” has the
 * same sizes. Documents may be of any type that has a name.
 */
const LIMITS: Record<MediaType, { size: number; types?: string[] }> = {
	image: { size: 5 * MB, types: ['image/jpeg', 'image/png'] },
	video: { size: 16 * MB, types: ['video/mp4', 'video/3gpp'] },
	audio: {
		size: 16 * MB,
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus'],
	},
	document: { size: 100 * MB },
};

/** Rejects files larger than any WhatsApp message can carry. */
export function checkReceived(size: number): void {
	const { size: limit } = LIMITS.document;
	if (size > limit) throw new Error(`The file is larger than ${limit / MB} MB`);
}

/** Returns the media type that shows a file of this type best. */
export function mediaTypeOf(mimeType: string): MediaType {
	const type = bareType(mimeType);
	const shown = (['image', 'video', 'audio'] as const).find((kind) =>
		LIMITS[kind].types?.includes(type),
	);
	return shown ?? 'document';
}

/** Throws a FieldError for a file that WhatsApp would reject, before it is sent. */
export function checkMedia(mediaType: MediaType, { size, mimeType, fileName }: FileInput): void {
	const limit = LIMITS[mediaType];
	const type = bareType(mimeType);
	if (isUnknown(type)) {
		throw new FieldError(
			'Input Data Field Name',
			`The type of “${fileName}” is unknown, and WhatsApp needs it`,
			'Give the file a name with its extension, for example report.pdf.',
		);
	}
	if (limit.types && !limit.types.includes(type)) {
		throw new FieldError(
			'Media Type',
			`WhatsApp does not accept ${type} as ${mediaType} (“${fileName}”)`,
			`Convert it to one of ${limit.types.join(', ')}, or send it as a document.`,
		);
	}
	if (size > limit.size) {
		throw new FieldError(
			'Input Data Field Name',
			`“${fileName}” is ${(size / MB).toFixed(1)} MB. WhatsApp allows at most ${limit.size / MB} MB for ${article(mediaType)}`,
			mediaType === 'document'
				? 'Send a smaller file.'
				: 'Send a smaller file, or send it as a document.',
		);
	}
}

function article(mediaType: MediaType): string {
	return `${/^[aeiou]/.test(mediaType) ? 'an' : 'a'} ${mediaType === 'audio' ? 'audio file' : mediaType}`;
}
