import { newMediaId, sha256, type StoredFile } from '../../world/files';
import type { MediaType } from '../../world/model';
import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import { refuse } from './errors';
import type { CloudNumber } from './state';

const MEGABYTE = 1024 * 1024;

/** meta-groups.md#section-4 (meta-groups.md#t4). Any other file is a document. */
const KINDS = {
	image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * MEGABYTE },
	audio: {
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/opus'],
		maxBytes: 16 * MEGABYTE,
	},
	video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MEGABYTE },
};
const DOCUMENT_MAX_BYTES = 100 * MEGABYTE;

/** Five minutes: common knowledge of the Cloud API. */
const LINK_SECONDS = 300;

/** Any file may be sent as a document. The other kinds accept their own types only. */
export function mayBe(kind: MediaType, { mimeType }: StoredFile): boolean {
	return kind === 'document' || KINDS[kind].types.includes(mimeType);
}

/** 360dialog.md#p4. 360dialog passes on Meta's own. */
export function mediaOperations({ world, differences }: CloudNumber): Record<string, Operation> {
	const media = world.files;
	const fileOf = (id: string | number | undefined) => {
		const file = media.get(String(id));
		if (!file) throw refuse(131009, `No media ${id}`);
		return file;
	};

	return {
		uploadMedia: ({ body, files: { file } }: VendorRequest<{ type: string }>) => {
			if (!file) throw refuse(131009, 'file is required');
			// Inferred: both must be the same. 360dialog.md#p4 requires a file with its type.
			if (file.mimeType !== body.type) throw refuse(131009, `file is ${file.mimeType}`);
			const [family = ''] = body.type.split('/');
			const kind = family in KINDS ? KINDS[family as keyof typeof KINDS] : undefined;
			if (kind && !kind.types.includes(body.type)) throw refuse(131009, `type: ${body.type}`);
			const maxBytes = kind?.maxBytes ?? DOCUMENT_MAX_BYTES;
			if (file.bytes.length > maxBytes) throw refuse(131009, `file: more than ${maxBytes} bytes`);
			const id = newMediaId();
			media.set(id, file);
			return ok({ id });
		},

		getMedia: ({ params, baseUrl }) => {
			const id = String(params.media_id);
			const { mimeType, bytes } = fileOf(id);
			const hash = sha256(bytes);
			const path = `/whatsapp_business/attachments/?${new URLSearchParams({
				mid: id,
				ext: String(Math.floor(Date.now() / 1000) + LINK_SECONDS),
				hash: hash.slice(0, 20),
			}).toString()}`;
			return ok({
				messaging_product: 'whatsapp',
				url: differences.mediaUrl(baseUrl, path),
				mime_type: mimeType,
				sha256: hash,
				file_size: String(bytes.length), // it may be a string (360dialog.md#p4), which is the harder case
				id,
			});
		},

		downloadMedia: ({ query: { mid, ext, hash } }) => {
			const { mimeType, bytes } = fileOf(mid);
			if (hash !== sha256(bytes).slice(0, 20) || Number(ext) * 1000 < Date.now()) {
				throw new Refusal({ status: 404, body: { error: 'The link is broken or too old' } });
			}
			return { status: 200, body: bytes, headers: { 'content-type': mimeType } };
		},

		deleteMedia: ({ params }) => {
			const id = String(params.media_id);
			fileOf(id);
			media.delete(id);
			return ok({ success: true });
		},
	};
}
