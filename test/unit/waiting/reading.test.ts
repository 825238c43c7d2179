import { sideOf, WORDS } from '../../../nodes/WhatsAppGroups/waiting/reading';

const approval = {
	responseType: 'approval' as const,
	approveWords: WORDS.approve,
	declineWords: WORDS.decline,
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

it('as free text, accepts any reply and nothing else', () => {
	const freeText = { responseType: 'freeText' as const, approveWords: [], declineWords: [] };

	expect(sideOf({ text: 'Pizza', quotes: true }, freeText)).toBe('approve');
	expect(sideOf({ text: 'Pizza', quotes: false }, freeText)).toBeUndefined();
	expect(sideOf({ text: ' ', quotes: true }, freeText)).toBeUndefined();
});
