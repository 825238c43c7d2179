import { FieldError } from '../../contract/errors';
import { isObject, textIn } from '../../contract/values';

const AS_TEXT = 'Keep it as text: format the column as text, or put quotes around it in the JSON.';

/**
 * Returns the text of a parameter; `undefined` if it is empty. Dates and booleans become text.
 *
 * @throws FieldError for a list, an object, and a number that can't be exact
 */
export function readText(value: unknown, label: string): string | undefined {
	if (typeof value === 'boolean') return String(value);
	if (isLossy(value)) throw digitsLost(String(value), label);
	const date = isObject(value) ? dateIn(value) : undefined;
	if (date !== undefined) return date;
	if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
		throw new FieldError(
			label,
			`“${label}” is ${Array.isArray(value) ? 'a list' : 'an object'}, not a text`,
			`Choose one value of it in the expression of “${label}”.`,
		);
	}
	return textIn(value)?.trim() || undefined;
}

/**
 * Returns the text of an id; `undefined` if it is empty. Removes invisible characters from copying.
 *
 * @throws FieldError for what `readText` rejects, and for a number that a spreadsheet has changed
 */
export function readId(value: unknown, label: string): string | undefined {
	const id = readText(value, label)
		?.replace(/\p{Cf}/gu, '')
		.trim();
	if (id && /^\d+(?:\.\d+)?e\+?\d+$|^\d+\.0+$/i.test(id)) throw digitsLost(id, label);
	return id || undefined;
}

/** Whether JavaScript has rounded the number. */
export function isLossy(value: unknown): boolean {
	return typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

function digitsLost(value: string, label: string): FieldError {
	return new FieldError(
		label,
		`“${value}” in “${label}” may have lost digits, because it was stored as a number`,
		AS_TEXT,
	);
}

/** Both n8n's and JavaScript's dates have a `toJSON` that returns ISO 8601. */
function dateIn(value: { toJSON?: unknown }): string | undefined {
	const json: unknown = typeof value.toJSON === 'function' ? value.toJSON() : undefined;
	return typeof json === 'string' ? json : undefined;
}
