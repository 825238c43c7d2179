/** Reads phone numbers as people write them, and recognizes the ids of people without one. */
import { countryCodeOf, impossibilityOf, mayBeginWithZero } from './countryCodes';

/** The number in digits with its country code, or why the text isn't one. */
export type PhoneReading = { digits: string } | { problem: string };

/** Returns whether this is Meta's business-scoped user id: `US.1349…`, or `US.ENT.…` of a parent business. */
export function isUserId(id: string): boolean {
	return /^[A-Z]{2}\.(?:ENT\.)?(?=[A-Za-z]*\d)[A-Za-z0-9]{1,128}$/.test(id);
}

/**
 * Reads a phone number written with its country code: `+49 171 1234567`, `0049…`, `49171…`,
 * `tel:`, `whatsapp:`, a wa.me link, `…@s.whatsapp.net`, `….0` from a spreadsheet. Rejects a text that
 * could be more than one number, because a guess could reach another person.
 */
export function readPhoneNumber(text: string): PhoneReading {
	if (text.length > LONGEST || MISLEADING.test(text)) return { problem: "isn't a phone number" };
	const number = withoutWrapping(text).replace(SPREADSHEET_NUMBER, '$1');
	const digits = number.replace(TRUNK_ZERO, '').replace(/\D/g, '').replace(/^00/, '');
	const problem =
		problemOf(number) ??
		problemOfLength(digits) ??
		problemOfCode(number) ??
		problemOfTrunkZero(number) ??
		impossibilityOf(digits);
	return problem === undefined ? { digits } : { problem };
}

/** Characters, of a link with a text for the chat. */
const LONGEST = 2000;

/** Raised digits of a footnote, and the mark that shows digits in reverse order. */
const MISLEADING = /[\p{No}\u202e]/u;

/** `4917112345678.0`: a number that became a decimal on its way. */
const SPREADSHEET_NUMBER = /^(\+?\d+)\.0{1,2}$/;

/** The `(0)` in `+49 (0)171 1234567`: dialed inside the country only. */
const TRUNK_ZERO = /\(\s*0\s*\)/;

const LINK =
	/^(?:(?:https?:\/\/)?(?:www\.)?wa\.me\/|(?:whatsapp:\/\/|(?:https?:\/\/)?(?:(?:api|web|www)\.)?whatsapp\.com\/)send\/?\?(?:.*&)?phone=)(?<number>[^/?&#]*)/i;

/** Removes what is around the number: invisible marks, quotes, `tel:`, links, the ending of a chat id. */
function withoutWrapping(text: string): string {
	const plain = text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replace(/\p{Pd}|\u2212/gu, '-')
		.trim()
		.replace(/^(['"“”‘’`])(.*?)['"“”‘’`]?$/su, '$2')
		.trim();
	// Links and chat IDs always have the country code, with or without a plus sign.
	const link = LINK.exec(plain)?.groups?.number?.replace(/%2B/gi, '+');
	return (link ?? plain)
		.replace(/^(?:tel|whatsapp|phone|sms):(?:\/\/)?/i, '')
		.replace(/^\+?(\d+)(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i, '+$1')
		.replace(/^(?=\d)/, link === undefined ? '' : '+')
		.trim();
}

/** Returns why the text isn't one complete number; `undefined` if it is. */
function problemOf(number: string): string | undefined {
	if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(number)) {
		return 'has lost digits: a spreadsheet has shortened it. Format the column as text';
	}
	if (/@lid$/i.test(number))
		return "is a hidden ID of WhatsApp, and the person's number isn't in it";
	if (/@/.test(number)) return "isn't a phone number";
	if (!/^[+(\d][\d\s().+/-]*$/.test(number)) return "isn't a phone number";
	if (/\d.*\+/s.test(number))
		return 'looks like more than one number. Separate numbers with commas';
	if (/\+.*\+/s.test(number)) return "isn't a phone number";
	if (hasDecimals(number)) return 'has decimals. Format the column as text';
	if (mayBeTwo(number)) return 'looks like more than one number. Separate numbers with commas';
	return undefined;
}

/** `….5`, and also `….000`, which may be the last digits of the number. */
function hasDecimals(number: string): boolean {
	return /^[^.]*\.\d{1,2}$|\.\d$/.test(number) || /^\+?\d{7,}\.0+$/.test(number);
}

/** A slash separates area code and number, or two numbers or endings: `…67/68`. */
function mayBeTwo(number: string): boolean {
	const [before = '', ...after] = number.split('/').map((part) => part.replace(/\D/g, ''));
	return after.length > 1 || (after[0] !== undefined && (after[0].length < 5 || before.length > 7));
}

function problemOfLength({ length }: string): string | undefined {
	if (length < 7) return 'is too short for a phone number with country code';
	return length > 15 ? 'is too long for a phone number' : undefined;
}

/** Digits that a number without its country code has in the US, India, Mexico and many others. */
const NATIONAL_LENGTH = 10;

/** Returns why the number may lack its country code: then it could be another person's in another country. */
function problemOfCode(number: string): string | undefined {
	if (/^\(?\s*(?:\+|00)/.test(number)) return undefined;
	if (/^[(0]/.test(number)) return 'has no country code';
	const [first = '', ...others] = number.split(/\D+/).filter(Boolean);
	// `49 171 1234567` begins with a country code, `151 12345678` doesn't.
	const begins = others.length === 0 || countryCodeOf(first) === first;
	const length = number.replace(/\D/g, '').length;
	return begins && length > NATIONAL_LENGTH
		? undefined
		: 'may have no country code. If it has one, write a + before it';
}

/** Returns a problem for a `(0)` that isn't behind the country code, or of a country that keeps the zero. */
function problemOfTrunkZero(number: string): string | undefined {
	const [before = '', after] = number.split(TRUNK_ZERO);
	if (after === undefined) return undefined;
	const code = before.replace(/\D/g, '').replace(/^00/, '');
	return code === countryCodeOf(code) && !mayBeginWithZero(code)
		? undefined
		: 'has a (0). Write the number as it is dialed from abroad';
}
