/** Reads phone numbers as people write them, and recognizes the ids of people without one. */

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
	const number = withoutWrapping(text);
	const problem = problemOf(number);
	if (problem !== undefined) return { problem };
	const digits = number
		.replace(SPREADSHEET_NUMBER, '$1')
		.replace(TRUNK_ZERO, '')
		.replace(/\D/g, '')
		.replace(/^00/, '');
	const impossible = impossibilityOf(digits);
	return impossible === undefined ? { digits } : { problem: impossible };
}

/** `4917112345678.0`: a number that became a decimal on its way. */
const SPREADSHEET_NUMBER = /^(\+?\d+)\.0{1,2}$/;

/** The `(0)` in `+49 (0)171 1234567`: dialed inside the country only. */
const TRUNK_ZERO = /(?<=\d[\s).-]*)\(\s*0\s*\)/;

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
	const link = LINK.exec(plain)?.groups?.number?.replace(/%2B/gi, '+');
	return (link ?? plain)
		.replace(/^(?:tel|whatsapp|phone|sms):(?:\/\/)?/i, '')
		.replace(/(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i, '')
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
	return isNational(number) ? 'has no country code' : undefined;
}

/** `….5`, and also `….000`, which may be the last digits of the number. */
function hasDecimals(number: string): boolean {
	if (SPREADSHEET_NUMBER.test(number)) return false;
	return /^[^.]*\.\d{1,2}$/.test(number) || /^\+?\d{7,}\.0+$/.test(number);
}

/** A slash separates area code and number, or two numbers or endings: `…67/68`. */
function mayBeTwo(number: string): boolean {
	const [before = '', ...after] = number.split('/').map((part) => part.replace(/\D/g, ''));
	return after.length > 1 || (after[0] !== undefined && (after[0].length < 5 || before.length > 7));
}

/** Written as inside a country: `0171 1234567`, `(415) 555-2671`, `415-555-2671`, `8 (916) 1234567`. */
function isNational(number: string): boolean {
	if (/^\s*\(?\s*(?:\+|00)/.test(number)) return false;
	return (
		/^\(?\s*0/.test(number) ||
		/^\(/.test(number) ||
		/^[2-9]\d{2}[\s.-]+\d{3}[\s.-]+\d{4}$/.test(number) ||
		/^[^17]\s*\(/.test(number)
	);
}

/** Country codes in use (ITU E.164). None is the beginning of another. */
const COUNTRY_CODE =
	/^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d)/;

/** Countries whose numbers may begin with 0 after the country code: Italy, Ivory Coast, Gabon, …. */
const WITH_ZERO = ['39', '225', '226', '227', '229', '241', '242', '378'];

/** Returns why the digits can't be a phone number; `undefined` if they can. */
function impossibilityOf(digits: string): string | undefined {
	const [code] = COUNTRY_CODE.exec(digits) ?? [];
	if (digits.length < 7) return 'is too short for a phone number with country code';
	if (digits.length > 15) return 'is too long for a phone number';
	if (code === undefined) return "doesn't begin with a country code";
	// Numbers of North America have 10 digits.
	if (code === '1' && digits.length !== 11)
		return 'has no country code, or a digit too many or too few';
	if (digits[code.length] === '0' && !WITH_ZERO.includes(code)) {
		return `has a 0 after the country code ${code}, which is only dialed inside the country`;
	}
	return undefined;
}
