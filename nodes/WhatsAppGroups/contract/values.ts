/** Small readers for responses and deliveries whose members may be missing or of another type. */
import type { IDataObject } from 'n8n-workflow';

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the JSON value of a text; `undefined` if it isn't JSON. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

export function objectIn(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** Returns the objects of a list, and skips anything else in it. */
export function objectsIn(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Returns text, or a number as text; `null` for anything else and for an empty text. */
export function textIn(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** Like `textIn`, without spaces and line breaks around the text, which pasted values often have. */
export function trimmedIn(value: unknown): string | null {
	return textIn(textIn(value)?.trim());
}

/** Commas, also of Arabic, Chinese and Japanese keyboards, and new lines. */
const SEPARATORS = /[,،，、\n]/;

/** Returns the entries of a list: an array, or text separated by commas or new lines. */
export function listIn(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : (textIn(value) ?? '').split(SEPARATORS);
	return entries.map((entry) => (textIn(entry) ?? '').trim()).filter((entry) => entry !== '');
}

export function numberIn(value: unknown): number | null {
	const text = textIn(value);
	return text !== null && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** Returns whether a flag is on: a boolean, a number or text. */
export function isOn(value: unknown): boolean {
	return value === true || value === 1 || value === '1' || value === 'true';
}

/** Unix times above this are in milliseconds: in seconds, this is the year 5138. */
const LATEST_SECONDS = 1e11;

/**
 * Converts Unix seconds, as number or text, or a time in text form to ISO 8601 in UTC. Recognizes
 * milliseconds by their size: A1Base uses them for SMS, and 1MSG's guide says to check the unit.
 */
export function timeIn(value: unknown): string | null {
	const unix = numberIn(value);
	const factor = unix !== null && Math.abs(unix) > LATEST_SECONDS ? 1 : 1000;
	const time = unix === null ? new Date(textIn(value) ?? NaN) : new Date(unix * factor);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** Returns a phone number in digits, without `+`. Other ids are returned unchanged. */
export function personIdIn(value: unknown): string | null {
	const id = textIn(value);
	return id !== null && /^\+\d+$/.test(id) ? id.slice(1) : id;
}
