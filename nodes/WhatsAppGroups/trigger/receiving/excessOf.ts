/** Providers nest about 10 levels deep. Much deeper bodies would overflow the stack of a recursion. */
const DEPTH_LIMIT = 100;
/** Members and entries. Meta's largest deliveries, 3 MB, have well under half as many. */
const VALUE_LIMIT = 250_000;

const [QUOTE, BACKSLASH, COMMA] = Buffer.from('"\\,');
const OPENING = new Set(Buffer.from('[{'));
const CLOSING = new Set(Buffer.from(']}'));

/**
 * Returns how a JSON text exceeds what providers send; `undefined` if it doesn't. Only counts brackets
 * and commas, because parsing millions of values lasts seconds.
 */
export function excessOf(json: Uint8Array): string | undefined {
	let depth = 0;
	let values = 0;
	let isText = false;
	for (let at = 0; at < json.length; at++) {
		const byte = json[at] ?? 0;
		if (byte === QUOTE) isText = !isText;
		else if (isText) at += byte === BACKSLASH ? 1 : 0;
		else if (byte === COMMA) values += 1;
		else if (OPENING.has(byte)) {
			depth += 1;
			values += 1;
		} else if (CLOSING.has(byte)) depth -= 1;
		if (depth > DEPTH_LIMIT) return 'the body is nested too deeply';
		if (values > VALUE_LIMIT) return 'the body contains too many values';
	}
	return undefined;
}
