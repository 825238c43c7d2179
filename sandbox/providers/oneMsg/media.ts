import { newMediaId, sha256, type StoredFile } from '../../world/files';
import { fromDataUri, mimeTypeOf } from '../../server/mimeTypes';
import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import { plainError } from './errors';
import type { Channel } from './state';

/** Files by id (1msg.md#section-3). */
export function mediaOperations({ world: { files } }: Channel): Record<string, Operation> {
	const fileOf = (id: string) => {
		const file = files.get(id);
		if (!file) throw new Refusal(plainError(400, `mediaId: no media ${id}`));
		return file;
	};

	return {
		uploadMedia: ({ body: { body, url } }: VendorRequest<{ body?: string; url?: string }>) => {
			const mediaId = newMediaId();
			files.set(mediaId, fileFrom((body ?? url) as string, 'upload'));
			return ok({ mediaId });
		},

		retrieveMedia: ({ query, baseUrl }) => {
			const id = String(query.mediaId);
			const { mimeType, bytes } = fileOf(id);
			const url = mediaLink(baseUrl, id);
			return ok({ url, mimeType, sha256: sha256(bytes), fileSize: bytes.length, id });
		},

		deleteMedia: ({ params }) => {
			const mediaId = String(params.mediaId);
			fileOf(mediaId);
			files.delete(mediaId);
			return ok({ success: true });
		},
	};
}

/** A data URI holds the file. An address isn't fetched, so the sandbox has no file. */
export function fileFrom(text: string, name: string): StoredFile {
	if (!text.startsWith('data:')) return { name, mimeType: typeByName(name, text), bytes: NOTHING };
	const file = fromDataUri(text, name);
	if (!file) throw new Refusal(plainError(400, 'body: not a data URI in base64'));
	return file;
}

const NOTHING = Buffer.alloc(0);

const typeByName = (name: string, address: string) =>
	mimeTypeOf(name.includes('.') ? name : address);

/** 1MSG publishes neither the host of the real link nor whether it requires the key. This one does not. */
export const mediaLink = (baseUrl: string, id: string) =>
	`${new URL(baseUrl).origin}/sandbox/oneMsg/media/${id}`;
