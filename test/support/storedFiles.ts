/** Files that n8n keeps outside of items, as in its file system and database modes. */
/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';

import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

/** n8n-core has an @n8n/di of its own. */
const { Container } = createRequire(require.resolve('n8n-core'))('@n8n/di') as {
	Container: { get(type: typeof BinaryDataService): BinaryDataService };
};

interface StoredFile {
	/** Absent if n8n has deleted the file. */
	bytes?: Buffer;
	/** Size in bytes, as n8n has stored it. */
	size: number;
}

/** Size of a stream's parts, so small that they cut every encoding in two. */
const PART = 7;

const files = new Map<string, StoredFile>();

const manager = {
	getMetadata: async (id: string) => ({ fileSize: files.get(id)?.size }),
	getAsStream: async (id: string) => {
		const { bytes } = files.get(id) ?? {};
		if (bytes === undefined) throw new Error('ENOENT: no such file');
		const parts = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, index) =>
			bytes.subarray(index * PART, (index + 1) * PART),
		);
		return Readable.from(parts);
	},
};

/** Stores a file, and returns its entry in an item. */
export function storedFile(
	name: string,
	mimeType: string,
	bytes: Buffer | undefined,
	size = bytes?.length ?? 0,
): IBinaryData {
	Container.get(BinaryDataService).setManager('database', manager as never);
	files.set(name, { bytes, size });
	return { id: `database:${name}`, data: 'database', mimeType, fileName: name };
}
