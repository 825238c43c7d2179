/** Encrypts what static data stores, because everybody who can read or export the workflow gets it. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const cipherKey = (key: string) => createHash('sha256').update(`static data ${key}`).digest();

/** Returns base64: initialization vector, tag, and the encrypted JSON. */
export function sealed(value: object, key: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, cipherKey(key), iv);
	const content = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
	return Buffer.concat([iv, cipher.getAuthTag(), ...content]).toString('base64');
}

/** Returns `undefined` if it was sealed with another key, or changed. */
export function unsealed(text: string, key: string): unknown {
	const bytes = Buffer.from(text, 'base64');
	const content = bytes.subarray(IV_BYTES + TAG_BYTES);
	try {
		const decipher = createDecipheriv(CIPHER, cipherKey(key), bytes.subarray(0, IV_BYTES));
		decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		return JSON.parse(
			Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8'),
		) as unknown;
	} catch {
		return undefined;
	}
}
