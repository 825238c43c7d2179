/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { createHash, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as providers store and deliver it. */
export interface StoredFile {
	name: string;
	mimeType: string;
	bytes: Buffer;
}

/** Meta's media IDs are digits. Their length is not published. */
export const newMediaId = () => String(randomInt(1e14, 2e14));

export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function emptyPdf(): Buffer {
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
	];
	let text = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = text.length;
		text += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(offset).padStart(10, '0')} 00000 n \n`;
	});
	const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
	const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n`;
	return Buffer.from(`${text}${table}${trailer}startxref\n${text.length}\n%%EOF\n`);
}

const photo = readFileSync(join(__dirname, 'photo.jpg'));

/**
 * The files that participants send and `/sandbox/files/<name>` serves. The JPEG is 200×200. The voice
 * note and the clip are only the first bytes, by which such files are recognized.
 */
const sampleFiles: StoredFile[] = [
	{ name: 'photo.jpg', mimeType: 'image/jpeg', bytes: photo },
	{ name: 'paper.pdf', mimeType: 'application/pdf', bytes: emptyPdf() },
	{ name: 'voice.ogg', mimeType: 'audio/ogg', bytes: Buffer.from('OggS\0\x02', 'latin1') },
	{
		name: 'sticker.webp',
		mimeType: 'image/webp',
		bytes: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
	},
	{ name: 'clip.mp4', mimeType: 'video/mp4', bytes: Buffer.from('\0\0\0\x0cftypmp42', 'latin1') },
];

export function sampleFile(name: string): StoredFile | undefined {
	return sampleFiles.find((file) => file.name === name);
}

/** Width and height from a JPEG's frame header; `undefined` for any other file. */
export function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
	const notFrames = [0xc4, 0xc8, 0xcc];
	for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
		const marker = bytes.readUInt8(at + 1);
		if (marker >= 0xc0 && marker <= 0xcf && !notFrames.includes(marker)) {
			return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
		}
		at += 2 + bytes.readUInt16BE(at + 2);
	}
	return undefined;
}
