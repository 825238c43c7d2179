import { FieldError } from '../../../contract/errors';
import { bytesOf, fileOfBytes } from '../../../contract/files';
import type { FileInput } from '../../../contract/http';

/** Rules of a group picture: bytes, and pixels of a side. Source: Meta “Groups › Group management”. */
export const PICTURE_LIMIT = 5 * 1024 * 1024;
const SMALLEST = 192;

/** Rejects what WhatsApp would reject: anything but a square JPEG of at least 192 × 192 pixels, up to 5 MB. */
export async function checkedPicture(file: FileInput): Promise<FileInput> {
	if (file.size > PICTURE_LIMIT) {
		throw refused('is larger than 5 MB', 'Save it with more compression.');
	}
	const bytes = await bytesOf(file);
	const size = jpegSize(bytes);
	if (size === undefined) throw refused('is not a JPEG', 'Convert it to JPEG.');
	const { width, height } = size;
	if (width !== height) {
		throw refused(`is not square (${width} × ${height})`, 'Crop it to the same width and height.');
	}
	if (width < SMALLEST) {
		throw refused(
			`is too small (${width} × ${height})`,
			`Use one of at least ${SMALLEST} × ${SMALLEST} pixels.`,
		);
	}
	return fileOfBytes(bytes, file.fileName, 'image/jpeg');
}

function refused(what: string, advice: string): FieldError {
	return new FieldError('Picture', `The group picture ${what}`, advice);
}

/** Width and height are in the frame header, after any number of other segments. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	let at = 2;
	while (at + 9 < bytes.length && bytes[at] === 0xff) {
		const marker = bytes.readUInt8(at + 1);
		const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}
