import { sideOf, WORDS } from '../../../nodes/WhatsAppGroups/waiting/reading';

const approval = {
	responseType: 'approval' as const,
	approveWords: WORDS.approve,
	declineWords: WORDS.decline,
	inChat: true,
};
const german = { ...approval, approveWords: ['Ja', 'Mach das!'], declineWords: ['Nein'] };

describe('a yes or a no, quoted or not', () => {
	it.each([
		['yes', 'approve'],
		[' YES! ', 'approve'],
		['Yes 👍🏽', 'approve'],
		['yes yes yes', 'approve'],
		['👍', 'approve'],
		['✅', 'approve'],
		['*approved*', 'approve'],
		['no', 'decline'],
		['No.', 'decline'],
		['👎🏿', 'decline'],
		['❌', 'decline'],
		['✅\uFE0E', 'approve'],
		['\u200FYes\u200F', 'approve'],
		['ＹＥＳ', 'approve'],
		['no。', 'decline'],
		['❌ no 👎🏻👎🏿', 'decline'],
		['Yes 🎉😊', 'approve'],
	])('%s: %s', (text, side) => {
		expect(sideOf({ text, quotes: true }, approval)).toBe(side);
		expect(sideOf({ text, quotes: false }, approval)).toBe(side);
	});
});

describe('a reply may say why', () => {
	it.each([
		['no, because it is Friday', 'decline'],
		['No – it is Friday', 'decline'],
		['No.\nIt is Friday', 'decline'],
		['yes, go ahead', 'approve'],
		['👍 , go ahead', 'approve'],
		['*No*, it is Friday', 'decline'],
		['No (it is Friday)', 'decline'],
		['no，今天是星期五', 'decline'],
		['Yes 🎉 at last', 'approve'],
		['@15550001111 yes, go ahead', 'approve'],
		['@15550001111 no', 'decline'],
		['Yes 👍, what is left?', 'approve'],
	])('%s: %s', (text, side) => {
		expect(sideOf({ text, quotes: true }, approval)).toBe(side);
		expect(sideOf({ text, quotes: false }, approval)).toBeUndefined();
	});
});

describe('is not guessed', () => {
	it.each([
		'no problem',
		'yes and no',
		'yes, no',
		'no, yes',
		'yes, but no',
		'👍👎',
		'yesterday',
		'not yet',
		'nobody',
		'yes?no',
		'maybe',
		'Is that a yes?',
		'yes?',
		'No？',
		'yes ❓',
		'yes 🤔',
		'no? why',
		'yes 👎',
		'~yes~',
		'ok',
		'...',
		'',
		' ',
	])('“%s”', (text) => {
		expect(sideOf({ text, quotes: true }, approval)).toBeUndefined();
	});
});

it("reads the builder's words in place of yes and no", () => {
	const read = (text: string) => sideOf({ text, quotes: true }, german);

	expect(read('ja')).toBe('approve');
	expect(read('mach das')).toBe('approve');
	expect(read('NEIN, erst morgen')).toBe('decline');
	expect(read('yes')).toBeUndefined();
	expect(read('👍')).toBe('approve');
});

it.each([
	['não', 'Nao', 'decline'],
	['sí', 'SI', 'approve'],
	['όχι', 'ΟΧΙ', 'decline'],
	['hayır', 'HAYIR', 'decline'],
	['iyi', 'İYİ', 'approve'],
	["d'accord", 'D’accord', 'approve'],
	['نعم', 'نعم، غدا', 'approve'],
	['हाँ', 'हाँ।', 'approve'],
	['नहीं', 'नहीं। कल', 'decline'],
	['いいえ', 'いいえ、明日', 'decline'],
	['+1', '+1', 'approve'],
	['🚀', '🚀🚀', 'approve'],
])('recognizes the word “%s” in “%s”', (word, text, side) => {
	const [words, others] = [[word], ['something else']];
	const reading =
		side === 'approve'
			? { ...approval, approveWords: words, declineWords: others }
			: { ...approval, approveWords: others, declineWords: words };

	expect(sideOf({ text, quotes: true }, reading)).toBe(side);
});

it.each([
	['ok not', 'decline'],
	['OK, not!', 'decline'],
	['ok', 'approve'],
	['ok, go ahead', 'approve'],
	['ok, but auf keinen Fall', undefined],
	['ok not, auf keinen Fall', 'decline'],
	['auf keinen Fall 👎', 'decline'],
	['not ok', undefined],
])('of words that contain each other, reads “%s” as %s', (text, side) => {
	const overlapping = {
		...approval,
		approveWords: ['ok'],
		declineWords: ['ok not', 'auf keinen Fall'],
	};

	expect(sideOf({ text, quotes: true }, overlapping)).toBe(side);
});

it('as free text, accepts any reply and nothing else', () => {
	const freeText = {
		responseType: 'freeText' as const,
		approveWords: [],
		declineWords: [],
		inChat: true,
	};

	expect(sideOf({ text: 'Pizza', quotes: true }, freeText)).toBe('approve');
	expect(sideOf({ text: 'Pizza', quotes: false }, freeText)).toBeUndefined();
	expect(sideOf({ text: ' ', quotes: true }, freeText)).toBeUndefined();
	expect(sideOf({ text: '👍', quotes: true, isReaction: true }, freeText)).toBeUndefined();
});
