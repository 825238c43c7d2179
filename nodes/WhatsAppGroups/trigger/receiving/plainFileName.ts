/** The longest name that common file systems accept, in bytes. */
const LONGEST = 255;

/** Control characters, and those that reverse the direction of text, which can hide a file's type. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Returns the name of a received file without folders and without what could hide its type.
 * Everybody in a group can choose it, and workflows save files with it. `undefined` if nothing is left.
 */
export function plainFileName(name: string | undefined): string | undefined {
	const last = name?.split(/[/\\]/).pop() ?? '';
	const plain = last.replace(INVISIBLE, '').trim();
	if (/^\.*$/.test(plain)) return undefined;
	const [extension = ''] = /\.[^.]{1,20}$/.exec(plain) ?? [];
	const stem = plain.slice(0, plain.length - extension.length);
	return cut(stem, LONGEST - Buffer.byteLength(extension)) + extension;
}

/** Cuts a text to a number of bytes in UTF-8, and doesn't halve a character. */
function cut(text: string, bytes: number): string {
	return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
}
