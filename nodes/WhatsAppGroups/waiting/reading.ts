/** Decides which answers are a yes or a no. Doesn't guess if an answer is unclear. */
import { plainEmoji } from '../contract/plainEmoji';
import type { Question, Reading, Vote } from './Question';

const APPROVING_EMOJIS = ['👍', '✅'];
const DECLINING_EMOJIS = ['👎', '❌'];

/** The words for yes and no if the builder doesn't enter any. */
export const WORDS = {
	approve: ['yes', 'y', 'approve', 'approved'],
	decline: ['no', 'n', 'decline', 'declined', 'reject', 'rejected'],
};

/** Separates a yes or no from its explanation. */
const PAUSE = /^\s*(?:[,;:.!–—\n]|-\s)/;

/** The form in which answers are compared. */
const plain = (text: string) => plainEmoji(text).normalize('NFC').toLowerCase().trim();

/** The form in which words are compared: without anything around them. */
export function comparable(text: string): string {
	return plain(text).replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
}

/** Returns whether the vote approves or declines; `undefined` if it is unclear. Free text always approves. */
export function sideOf(
	{ text, quotes }: Pick<Vote, 'text' | 'quotes'>,
	{ responseType, approveWords, declineWords }: Reading,
): 'approve' | 'decline' | undefined {
	if (text === null || text.trim() === '') return undefined;
	if (responseType === 'freeText') return quotes ? 'approve' : undefined;
	const approving = [...approveWords.map(comparable), ...APPROVING_EMOJIS];
	const declining = [...declineWords.map(comparable), ...DECLINING_EMOJIS];
	const said = plain(text);
	if (says(said, approving, declining, quotes)) return 'approve';
	return says(said, declining, approving, quotes) ? 'decline' : undefined;
}

/** A reply may explain itself after the word, unless the explanation has a word of the other side. */
function says(said: string, words: string[], others: string[], mayExplain: boolean): boolean {
	if (words.includes(comparable(said))) return true;
	const parts = partsOf(said);
	if (parts.length > 0 && parts.every((part) => words.includes(part))) return true;
	return words.some((word) => {
		const rest = said.startsWith(word) ? said.slice(word.length) : '';
		return mayExplain && PAUSE.test(rest) && !partsOf(rest).some((part) => others.includes(part));
	});
}

/** The words and the emojis. */
const partsOf = (text: string) =>
	text.match(/[\p{L}\p{M}\p{N}'’]+|\p{Extended_Pictographic}/gu) ?? [];

/** Returns the line of the question that shows its words. */
export function wordsLine({ responseType, approveWords, declineWords }: Reading): string[] {
	if (responseType === 'freeText') return [];
	return [
		`${APPROVING_EMOJIS[0]} *${approveWords[0]}*   ${DECLINING_EMOJIS[0]} *${declineWords[0]}*`,
	];
}

/** Returns `*yes*` or `*no*`, for the result in the group. */
export function resultWord(approved: boolean, { approveWords, declineWords }: Question): string {
	const [word] = approved ? approveWords : declineWords;
	return `${approved ? '✅' : '❌'} *${word}*`;
}
