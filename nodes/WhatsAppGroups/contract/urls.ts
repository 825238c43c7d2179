import { FieldError } from './errors';

/** Returns a URL with its spaces encoded. Throws a FieldError if it isn't a URL. */
export function checkedUrl(text: string, field: string): string {
	const url = text.trim().replace(/\s/g, encodeURIComponent);
	if (/^https?:\/\//i.test(url) && URL.canParse(url)) return url;
	throw new FieldError(
		field,
		`“${text}” isn't a valid URL`,
		'Enter the full URL, for example https://example.com/report.pdf.',
	);
}

/** Returns the last part of a URL's path, decoded; empty if there is none. */
export function nameOfUrl(url: string): string {
	const name = new URL(url).pathname.split('/').pop() ?? '';
	return name.replace(/(?:%[\da-f]{2})+/gi, (coded) => {
		try {
			return decodeURIComponent(coded);
		} catch {
			return coded;
		}
	});
}
