import { listIn, textIn } from '../../contract/values';
import { FieldError } from '../../contract/errors';
import { matcherOf, PatternError, type Matcher } from './pattern';

/**
 * Keywords, of which one must occur: one per line or separated by commas. A line (or an entry of a
 * list) between slashes is a regular expression; anything else is found in any letter case.
 */
export function keywordsIn(value: unknown): Matcher[] {
	const lines = Array.isArray(value) ? value : (textIn(value) ?? '').split('\n');
	return lines.flatMap((line) => {
		const written = (textIn(line) ?? '').trim();
		const [, source, flags = ''] = /^\/(.+)\/([a-z]*)$/is.exec(written) ?? [];
		if (source !== undefined) return [expression(written, source, flags)];
		return (Array.isArray(value) ? [written] : listIn(written)).filter(Boolean).map(plain);
	});
}

function plain(keyword: string): Matcher {
	const comparable = (text: string) => text.normalize('NFC').toLowerCase();
	const wanted = comparable(keyword);
	return (text) => comparable(text).includes(wanted);
}

function expression(written: string, source: string, flags: string): Matcher {
	try {
		return matcherOf(source, flags);
	} catch (error) {
		throw unusable(written, error as Error);
	}
}

function unusable(written: string, error: Error): Error {
	if (!(error instanceof PatternError)) return error;
	return new FieldError(
		'Keywords',
		`The keyword ${written} is a regular expression that cannot be used: ${error.message}`,
		'Write it in a simpler way, or as plain words without slashes.',
	);
}
