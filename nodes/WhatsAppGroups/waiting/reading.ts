/** Decides which answers are a yes or a no. Doesn't guess if an answer is unclear. */
import { plainEmoji } from '../contract/plainEmoji';
import type { Question, Reading, Vote } from './Question';

type Side = 'approve' | 'decline';

const APPROVING_EMOJIS = ['👍', '✅'];
const DECLINING_EMOJIS = ['👎', '❌'];

/** The words for yes and no if the builder doesn't enter any. */
export const WORDS = {
	approve: ['yes', 'y', 'approve', 'approved'],
	decline: ['no', 'n', 'decline', 'declined', 'reject', 'rejected'],
};

/** Words, and single signs such as emojis. */
const PARTS = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*|\p{S}/gu;

const QUESTION = /[?؟❓❔🤔]/u;

const EMOJI = /^\p{Extended_Pictographic}$/u;

/** As WhatsApp writes it in a text. Without a quote, the message may be for the mentioned person. */
const MENTION = /@\d{5,}/g;

/** Separates a yes or no from its explanation. */
const PAUSE =
	/^[\s*_]*(?![?؟❓❔🤔])(?:\p{Terminal_Punctuation}|[–—(\n]|-\s|\p{Extended_Pictographic})/u;

/**
 * Returns the form in which answers are compared: without differences in letter case, accents, and
 * characters that look the same. Phones often write “Não” as “nao”. Upper case comes first, because
 * Turkish has two letters that become I.
 */
function plain(text: string): string {
	return plainEmoji(text)
		.replace(/[‘’ʼ´\x60]/g, "'")
		.normalize('NFKD')
		.replace(/[\p{Cf}\u0300-\u036F]/gu, '')
		.toUpperCase()
		.toLowerCase();
}

/** The words and signs of a text, with where each ends. */
const partsOf = (text: string) =>
	[...text.matchAll(PARTS)].map(({ 0: part, index }) => ({ part, end: index + part.length }));

/** Returns what answers are compared with; empty for a text without words and signs. */
export const comparable = (text: string) =>
	partsOf(plain(text))
		.map(({ part }) => part)
		.join(' ');

/** Returns the part of a question that a trigger needs to read answers. */
export function readingOf({ responseType, approveWords, declineWords, inChat }: Reading): Reading {
	return { responseType, approveWords, declineWords, inChat };
}

/** Returns a word for yes that is also one for no; `undefined` if there is none. */
export function wordOnBothSides({
	approveWords,
	declineWords,
}: Pick<Reading, 'approveWords' | 'declineWords'>): string | undefined {
	const declining = [...declineWords, ...DECLINING_EMOJIS].map(comparable);
	const approving = [...approveWords, ...APPROVING_EMOJIS];
	return approving.find((word) => declining.includes(comparable(word)));
}

/** Returns whether the vote approves or declines; `undefined` if it is unclear. Free text always approves. */
export function sideOf(
	{ text, quotes, isReaction }: Pick<Vote, 'text' | 'quotes' | 'isReaction'>,
	reading: Reading,
): Side | undefined {
	if (text === null || text.trim() === '') return undefined;
	if (reading.responseType === 'freeText') return quotes && !isReaction ? 'approve' : undefined;
	const said = plain(quotes ? text.replace(MENTION, '') : text);
	const parts = partsOf(said);
	const words = wordsAmong(
		parts.map(({ part }) => part),
		reading,
	);
	const [first] = words;
	if (first === undefined || words.some(({ side }) => side !== first.side)) return undefined;
	const length = words.reduce((end, word) => (word.at === end ? end + word.length : end), 0);
	const hasOnlyEmojisAfter = parts.slice(length).every(({ part }) => EMOJI.test(part));
	if (length > 0 && hasOnlyEmojisAfter) return QUESTION.test(said) ? undefined : first.side;
	// A reply may explain itself after the word.
	const explains = length > 0 && PAUSE.test(said.slice(parts[length - 1]?.end));
	return quotes && explains ? first.side : undefined;
}

/** Finds words for yes and no, the longest at each place: “not OK” contains “OK”. */
function wordsAmong(parts: string[], { approveWords, declineWords }: Reading) {
	const known = [
		...wordsFor('approve', [...approveWords, ...APPROVING_EMOJIS]),
		...wordsFor('decline', [...declineWords, ...DECLINING_EMOJIS]),
	].sort((one, other) => other.length - one.length);
	const found: Array<{ side: Side; at: number; length: number }> = [];
	for (let at = 0; at < parts.length; at++) {
		const word = known.find(({ text, length }) => parts.slice(at, at + length).join(' ') === text);
		if (word === undefined) continue;
		found.push({ ...word, at });
		at += word.length - 1;
	}
	return found;
}

const wordsFor = (side: Side, words: string[]) =>
	words.map(comparable).map((text) => ({ side, text, length: text.split(' ').length }));

/**
 * Returns the line of the question that shows its words. With emojis only if a reaction can answer,
 * because people react with what they see.
 */
export function wordsLine(
	{ responseType, approveWords: [yes], declineWords: [no] }: Reading,
	canReact: boolean,
): string[] {
	if (responseType === 'freeText') return [];
	if (!canReact) return [`*${yes}* / *${no}*`];
	return [`${APPROVING_EMOJIS[0]} *${yes}*   ${DECLINING_EMOJIS[0]} *${no}*`];
}

/** Returns `*yes*` or `*no*`, for the result in the group. */
export function resultWord(approved: boolean, { approveWords, declineWords }: Question): string {
	const [word] = approved ? approveWords : declineWords;
	return `${approved ? '✅' : '❌'} *${word}*`;
}
