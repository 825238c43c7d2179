/** Rules for the numbers of a country. Source: ITU-T E.164, list of assigned country codes. */

/** Codes of countries, without those of satellites and services. None is the beginning of another. */
const ASSIGNED =
	/^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[12368]|2[2-46]\d|25[0-8]|29[01789]|35\d|37[0-8]|38[0-35-79]|42[013]|50\d|59\d|67[02-9]|68[0-35-9]|69[0-2]|85[02356]|88[06]|96[0-8]|97[0-7]|99[2-68])/;

/** Countries whose numbers may begin with 0 after the country code, such as Italy and Ivory Coast. */
const WITH_ZERO = ['39', '225', '226', '227', '229', '241', '242', '378'];

/** Returns the country code that a number begins with; `undefined` if there is none. */
export function countryCodeOf(digits: string): string | undefined {
	return ASSIGNED.exec(digits)?.[0];
}

/** Returns whether numbers may begin with 0 after this country code. */
export function mayBeginWithZero(countryCode: string): boolean {
	return WITH_ZERO.includes(countryCode);
}

/** Returns why no phone can have this number, given in digits with country code; `undefined` if one can. */
export function impossibilityOf(digits: string): string | undefined {
	const code = countryCodeOf(digits);
	if (code === undefined) return "doesn't begin with a country code";
	// North America and Russia: always 10 digits. Area codes of North America begin with 2 to 9.
	if ((code === '1' || code === '7') && digits.length !== 11) {
		return 'has no country code, or a digit too many or too few';
	}
	if (/^1[01]/.test(digits)) return 'has no country code, or a wrong area code';
	if (digits[code.length] === '0' && !mayBeginWithZero(code)) {
		return `has a 0 after the country code ${code}, which is only dialed inside the country`;
	}
	return undefined;
}
