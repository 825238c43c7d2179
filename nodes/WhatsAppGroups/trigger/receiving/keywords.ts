import { listIn, textIn } from '../../contract/values';
import { FieldError } from '../../contract/errors';
import { matcherOf, PatternError, type Matcher } from './pattern';

/**
 * Reads keywords: one per line, or separated by commas. A line (or an entry of a list) between slashes
 * is a regular expression. Letter case is ignored in everything else. Throws `FieldError`.
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

/** Returns the text without differences of letter case and of how accents are encoded. */
export const comparable = (text: string) => text.normalize('NFC').toLowerCase();

function plain(keyword: string): Matcher {
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
		`The keyword ${written} can't be used as a regular expression: ${error.message}`,
		'Simplify it, or enter plain words without slashes.',
	);
}
