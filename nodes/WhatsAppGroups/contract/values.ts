/** Small readers for answers and deliveries whose members may be missing or of another type. */
import type { IDataObject } from 'n8n-workflow';

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** The objects of a list; anything else in it is passed over. */
export function objectsIn(value: unknown): IDataObject[] {
	return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Text, or a number as text; `null` for anything else and for the empty text. */
export function textIn(value: unknown): string | null {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** As `textIn`, without spaces and line breaks around it, which pasted values often have. */
export function trimmedIn(value: unknown): string | null {
	return textIn(textIn(value)?.trim());
}

/** A list as an array, or as text separated by commas or new lines. */
export function listIn(value: unknown): string[] {
	const entries = Array.isArray(value) ? value : (textIn(value) ?? '').split(/[,\n]/);
	return entries.map((entry) => (textIn(entry) ?? '').trim()).filter((entry) => entry !== '');
}

export function numberIn(value: unknown): number | null {
	const text = textIn(value);
	return text !== null && Number.isFinite(Number(text)) ? Number(text) : null;
}

/** A flag that comes as boolean, number or text. */
export function isOn(value: unknown): boolean {
	return value === true || value === 1 || value === '1' || value === 'true';
}

/** Unix times above this are in milliseconds: in seconds it is the year 5138. */
const LATEST_SECONDS = 1e11;

/**
 * Unix seconds, as number or text, or a time in text form → ISO 8601 in UTC. Milliseconds are told
 * by their size: A1Base has them for SMS, and 1MSG's guide warns to check the unit.
 */
export function timeIn(value: unknown): string | null {
	const unix = numberIn(value);
	const factor = unix !== null && Math.abs(unix) > LATEST_SECONDS ? 1 : 1000;
	const time = unix === null ? new Date(textIn(value) ?? NaN) : new Date(unix * factor);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** A phone number in digits, without `+`; ids that are no phone number stay as they are. */
export function personIdIn(value: unknown): string | null {
	const id = textIn(value);
	return id !== null && /^\+\d+$/.test(id) ? id.slice(1) : id;
}
