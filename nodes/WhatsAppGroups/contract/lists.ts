import { parsedJson } from './values';

/**
 * Returns the entries of a list in any form that people and models use: an array, one value, JSON text,
 * or text separated by commas, semicolons, tabs or new lines. Doesn't drop anything: entries of other
 * types are returned unchanged, for the caller to reject.
 */
export function entriesIn(value: unknown): unknown[] {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value))
		return value.flatMap((entry) => (isBlank(entry) ? [entry] : entriesIn(entry)));
	if (typeof value !== 'string') return [value];
	const parsed = jsonIn(value);
	if (parsed !== undefined) return entriesIn(parsed);
	return value
		.split(/[,،，、;\n\r\t]|\s(?=\+)/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/** An empty entry in an array may be a person whose number is missing, so it is kept. */
function isBlank(entry: unknown): boolean {
	return (
		entry === null || entry === undefined || (typeof entry === 'string' && entry.trim() === '')
	);
}

/** Reads an array, object or text in JSON, as models write them. */
function jsonIn(text: string): unknown {
	return /^\s*["[{]/.test(text) ? parsedJson(text) : undefined;
}
