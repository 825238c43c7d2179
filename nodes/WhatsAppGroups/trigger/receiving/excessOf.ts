/** Providers nest about 10 levels deep. Much deeper bodies would overflow the stack of a recursion. */
const DEPTH_LIMIT = 100;
/** Members and entries. Meta's largest deliveries, 3 MB, have well under half as many. */
const VALUE_LIMIT = 250_000;

const [QUOTE, BACKSLASH, COMMA] = codesOf('"\\,');
const OPENING = new Set(codesOf('[{'));
const CLOSING = new Set(codesOf(']}'));

/**
 * Returns how a JSON text exceeds what providers send; `undefined` if it doesn't. Only counts brackets
 * and commas, because parsing millions of values lasts seconds.
 */
export function excessOf(json: string): string | undefined {
	let depth = 0;
	let values = 0;
	let isText = false;
	for (let at = 0; at < json.length; at++) {
		const code = json.charCodeAt(at);
		if (code === QUOTE) isText = !isText;
		else if (isText) at += code === BACKSLASH ? 1 : 0;
		else if (code === COMMA) values += 1;
		else if (OPENING.has(code)) {
			depth += 1;
			values += 1;
		} else if (CLOSING.has(code)) depth -= 1;
		if (depth > DEPTH_LIMIT) return 'the body is nested too deeply';
		if (values > VALUE_LIMIT) return 'the body contains too many values';
	}
	return undefined;
}

function codesOf(characters: string): number[] {
	return Array.from(characters, (character) => character.charCodeAt(0));
}
