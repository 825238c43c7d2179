import { FieldError } from './errors';
import type { FileInput } from './http';

/**
 * Returns the whole content as one buffer, between `before` and `after`. Throws a FieldError if the
 * content isn't as long as the file says: the rest of the buffer would be old memory of the process.
 */
export async function bytesOf(
	file: FileInput,
	before = Buffer.alloc(0),
	after = Buffer.alloc(0),
): Promise<Buffer> {
	const bytes = Buffer.allocUnsafe(before.length + file.size + after.length);
	const end = before.length + file.size;
	let at = before.copy(bytes);
	for await (const chunk of file.chunks()) {
		if (at + chunk.length > end) throw resized(file);
		bytes.set(chunk, at);
		at += chunk.length;
	}
	if (at < end) throw resized(file);
	after.copy(bytes, at);
	return bytes;
}

function resized({ fileName }: FileInput): FieldError {
	return new FieldError(
		'Input Data Field Name',
		`“${fileName}” could not be read: its size has changed`,
		'Run the node that creates the file again.',
	);
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

/** Returns at least the first `length` bytes of a file, or all of a shorter one. */
export async function beginningOf({ chunks }: FileInput, length: number): Promise<Buffer> {
	const read: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunks()) {
		read.push(chunk.subarray(0, length));
		size += chunk.length;
		if (size >= length) break;
	}
	return Buffer.concat(read);
}

/** Bytes encoded at a time: a multiple of 3, so that there is padding only at the end. */
const CODED_AT_A_TIME = 3 * 16_384;

/** Returns the file in base64, encoded piece by piece. Each piece overwrites the one before. */
export function base64Of(file: FileInput): FileInput {
	return {
		...file,
		size: Math.ceil(file.size / 3) * 4,
		async *chunks() {
			// One buffer for all pieces: a new one for each would stay in memory for a while.
			const coded = Buffer.alloc((CODED_AT_A_TIME / 3 + 1) * 4);
			let rest: Buffer = Buffer.alloc(0);
			for await (const chunk of file.chunks()) {
				for (let at = 0; at < chunk.length; at += CODED_AT_A_TIME) {
					const piece = chunk.subarray(at, at + CODED_AT_A_TIME);
					const bytes =
						rest.length > 0
							? Buffer.concat([rest, piece])
							: Buffer.from(piece.buffer, piece.byteOffset, piece.length);
					const whole = bytes.length - (bytes.length % 3);
					yield coded.subarray(0, coded.write(bytes.toString('base64', 0, whole), 'latin1'));
					rest = bytes.subarray(whole);
				}
			}
			yield Buffer.from(rest.toString('base64'), 'latin1');
		},
	};
}
