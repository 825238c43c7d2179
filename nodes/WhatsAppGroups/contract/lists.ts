/**
 * The entries of a list as people and models give it: an array, one value, JSON text, or text separated
 * by commas, semicolons, tabs or new lines. Nothing that was in the list is left out: entries of other
 * types come as they are, for the reader to reject.
 */
export function entriesIn(value: unknown): unknown[] {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value))
		return value.flatMap((entry) => (isBlank(entry) ? [entry] : entriesIn(entry)));
	if (typeof value !== 'string') return [value];
	const parsed = jsonIn(value);
	if (parsed !== undefined) return entriesIn(parsed);
	return value
		.split(/[,;\n\r\t]|\s+(?=\+)/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/** An empty cell in a list stands for somebody, and must not vanish. */
function isBlank(entry: unknown): boolean {
	return (
		entry === null || entry === undefined || (typeof entry === 'string' && entry.trim() === '')
	);
}

/** An array, object or text in JSON, as models write them. */
function jsonIn(text: string): unknown {
	if (!/^\s*["[{]/.test(text)) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
