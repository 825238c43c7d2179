/** People, who have a phone number, a user id, or both. */
import { textIn, trimmedIn } from './values';

/**
 * A person in a group. WhatsApp can omit the phone number of people who have a username, so the same
 * person can have a number in one event and none in the next. The user id stays the same.
 */
export interface Person {
	/** The phone number if known, else the user id. */
	id: string | null;
	/** The name of the profile, else the username. */
	name: string | null;
	/** WhatsApp's business-scoped user id, for example `US.13491208655302741918`. */
	userId: string | null;
	/** As the provider writes it, with or without `@`. */
	username: string | null;
	/** Digits with country code, without `+`. */
	phone: string | null;
}

/**
 * What a delivery says about one person. Each member may be missing, empty or of another type. An id
 * that isn't a phone number is a user id, in whichever field it is.
 */
export interface KnownOfPerson {
	/** In order of preference. */
	ids: unknown[];
	name?: unknown;
	username?: unknown;
}

export function personOf({ ids, name, username }: KnownOfPerson): Person {
	const known = ids.map(trimmedIn).filter((id) => id !== null);
	const phone = known.map(phoneIn).find((number) => number !== null) ?? null;
	const userId = known.find((id) => /\w/.test(id) && phoneIn(id) === null) ?? null;
	return {
		id: phone ?? userId,
		name: trimmedIn(name) ?? trimmedIn(username),
		userId,
		username: trimmedIn(username),
		phone,
	};
}

/** Returns the digits of a phone number, however it is written; `null` for anything else. */
export function phoneIn(value: unknown): string | null {
	const text = textIn(value);
	if (text === null || !/^\s*\+?[\d\s().\-/]*$/.test(text)) return null;
	return textIn(text.replace(/\D/g, ''));
}

/** Returns whether the person has this phone number, however it is written, or this user id. */
export function isSamePerson({ id, userId, phone }: Person, written: string): boolean {
	const number = phoneIn(written);
	if (number !== null && phone !== null) return isSamePhone(phone, number);
	return [id, userId].includes(number ?? written.trim());
}

/** Returns whether both are the same person, even if only one of them has a phone number. */
export function areSame(one: Person, other: Person): boolean {
	const ids = [other.phone, other.userId, other.id].filter((id) => id !== null);
	return ids.some((id) => isSamePerson(one, id));
}

/** Compares two numbers in digits. */
export function isSamePhone(one: string, other: string): boolean {
	return withoutExtraDigit(one) === withoutExtraDigit(other);
}

/**
 * The extra digit that mobile numbers of some countries may have: a 9 after Brazil's area code, a 1
 * after Mexico's country code, a 9 after Argentina's. WhatsApp uses both forms for the same person.
 * Source: WhatsApp Help Center, “How to add an international phone number”.
 */
const EXTRA_DIGITS: Array<[RegExp, string]> = [
	[/^55(\d\d)9(\d{8})$/, '55$1$2'],
	[/^521(\d{10})$/, '52$1'],
	[/^549(\d{10})$/, '54$1'],
];

function withoutExtraDigit(phone: string): string {
	return EXTRA_DIGITS.reduce((number, [long, short]) => number.replace(long, short), phone);
}
