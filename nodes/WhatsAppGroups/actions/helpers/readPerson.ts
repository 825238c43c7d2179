import { FieldError } from '../../contract/errors';
import { personOf, type Person } from '../../contract/people';
import { isUserId, readPhoneNumber, type PhoneReading } from '../../contract/phoneNumbers';
import { isObject, textIn } from '../../contract/values';
import { isLossy } from './texts';

/** Characters of a rejected entry that an error shows. */
const SHOWN = 60;

/**
 * Reads a person in a list: a phone number, a user id, or an object with one of them, as in the events
 * and results of this node. Returns the number in digits, or the user id.
 *
 * @throws FieldError that names the entry
 */
export function readPerson(entry: unknown, label: string): string {
	const value = isObject(entry) ? idIn(entry) : entry;
	const userId = textIn(value)?.trim().replace(/@lid$/i, '') ?? '';
	if (isUserId(userId)) return userId;
	const reading = readNumber(value);
	if ('digits' in reading) return reading.digits;
	throw new FieldError(
		label,
		`“${shown(entry)}” in “${label}” ${reading.problem}`,
		'Enter phone numbers with country code, such as +14155552671, separated by commas. You can also use user IDs, or people from a trigger event.',
	);
}

/**
 * Like `readPerson`, but returns a person with each known ID: an event can lack the phone number that
 * another one had.
 */
export function readWholePerson(entry: unknown, label: string): Person {
	const userId = isObject(entry) ? textIn(entry.userId)?.trim() : undefined;
	const other = userId !== undefined && isUserId(userId) ? userId : undefined;
	return personOf({ ids: [readPerson(entry, label), other] });
}

/** Prefers the phone number, because every provider accepts it. An empty text counts as absent. */
function idIn(person: Record<string, unknown>): unknown {
	const { phone, userId, id, participantId } = person;
	const found = [phone, userId, id, participantId].find((value) => textIn(value) !== null);
	// Events and results of this node have the country code without a plus sign.
	const isOurs = 'userId' in person || 'participantId' in person;
	return isOurs && typeof found === 'string' ? found.replace(/^(?=\d+$)/, '+') : found;
}

function readNumber(value: unknown): PhoneReading {
	if (isLossy(value)) return { problem: 'may have lost digits. Keep phone numbers as text' };
	const text = textIn(value)?.trim();
	return text ? readPhoneNumber(text) : { problem: 'has no phone number or user ID' };
}

function shown(entry: unknown): string {
	const text = typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? String(entry));
	return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
