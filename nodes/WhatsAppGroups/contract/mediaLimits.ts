import { FieldError } from './errors';
import type { FileInput } from './http';
import type { MediaType } from './operations';

const MB = 1024 * 1024;

/**
 * What WhatsApp takes, by kind. Source: the general Cloud API table as copied by AWS End User
 * Messaging Social and VTEX; A1Base's “Create Group Messages” has the same sizes. Documents may be
 * of any type.
 */
const LIMITS: Record<MediaType, { size: number; types?: string[] }> = {
	image: { size: 5 * MB, types: ['image/jpeg', 'image/png'] },
	video: { size: 16 * MB, types: ['video/mp4', 'video/3gpp', 'video/3gp'] },
	audio: {
		size: 16 * MB,
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp3', 'audio/mp4', 'audio/ogg'],
	},
	document: { size: 100 * MB },
};

/** Refuses more than any message brings: who says so is not WhatsApp, or not in its right mind. */
export function checkReceived(size: number): void {
	const { size: limit } = LIMITS.document;
	if (size > limit) throw new Error(`The file is larger than ${limit / MB} MB`);
}

/** Refuses a file that WhatsApp would refuse, before it is sent. */
export function checkMedia(mediaType: MediaType, { size, mimeType, fileName }: FileInput): void {
	const limit = LIMITS[mediaType];
	const type = mimeType.replace(/;.*/s, '').trim().toLowerCase();
	if (limit.types && !limit.types.includes(type)) {
		throw new FieldError(
			'Media Type',
			`WhatsApp does not take ${type} as ${mediaType} (“${fileName}”)`,
			`Convert it to one of ${limit.types.join(', ')}, or send it as a document.`,
		);
	}
	if (size > limit.size) {
		throw new FieldError(
			'Input Data Field Name',
			`“${fileName}” has ${(size / MB).toFixed(1)} MB, and WhatsApp takes at most ${limit.size / MB} MB as ${mediaType}`,
			mediaType === 'document'
				? 'Send a smaller file.'
				: 'Send a smaller file, or send it as a document.',
		);
	}
}
