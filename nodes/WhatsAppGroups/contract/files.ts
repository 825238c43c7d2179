import type { FileInput } from './http';

/** The whole content, held in memory once, with room for what goes around it. */
export async function bytesOf(
	{ size, chunks }: FileInput,
	before = Buffer.alloc(0),
	after = Buffer.alloc(0),
): Promise<Buffer> {
	const bytes = Buffer.allocUnsafe(before.length + size + after.length);
	let at = before.copy(bytes);
	for await (const chunk of chunks()) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	after.copy(bytes, at);
	return bytes;
}

export function fileOfBytes(bytes: Buffer, fileName: string, mimeType: string): FileInput {
	return {
		fileName,
		mimeType,
		size: bytes.length,
		async *chunks() {
			yield bytes;
		},
	};
}
