/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import fc from 'fast-check';

import { matcherOf, PatternError } from '../../../nodes/WhatsAppGroups/trigger/receiving/pattern';

describe('finds what JavaScript finds', () => {
	it.each([
		['', '', ['', 'x']],
		['order', 'i', ['My ORDER', 'ordr', 'ordeR 12']],
		['^stop$', 'i', ['STOP', 'please stop', 'stop\nnow']],
		['^stop$', 'im', ['a\nstop\nb']],
		['\\bref(?:und|erence)?\\b', '', ['my ref', 'refund', 'referee', 'preference']],
		['#\\d{3,5}\\b', '', ['#12', '#123', '#123456', 'x #12345']],
		['[€$£]\\s?\\d+(?:[.,]\\d{2})?', '', ['€ 12,50', '$3', '12']],
		['a.c', 's', ['a\nc', 'abc', 'ac']],
		['^.$', 'u', ['👍', '👍👍', 'a']],
		['👍+', '', ['👍', 'no']],
		['\\u0041|\\x42|\\t', '', ['A', 'B', '\t', 'C']],
		['\\p{Lu}{2}', 'u', ['ÄÖ', 'Äö']],
		['x{2}y{0,1}z{1,}', '', ['xxz', 'xxyzz', 'xyz']],
		['a{x}', '', ['a{x}', 'ax']],
		['(?<year>\\d{4})-\\d\\d', '', ['2026-01', '26-01']],
		['\\0', '', ['\0', '0']],
		['\\cA\\ca', '', ['\x01\x01', 'cA']],
		['[\\01\\c]', '', ['\x01', '\\', 'c', '0']],
		['\\u{1f600}', 'u', ['😀', 'u']],
		['\\ud83d\\ude00', '', ['😀', '😁']],
		['[\\ud83d\\ude00]', 'u', ['😀', '😁']],
		['\\bß\\b', 'iu', ['ß', 'aß']],
		['[\\]\\-^]', '', [']', '-', '^', '\\']],
		['', 'gy', ['anything']],
	])('/%s/%s', (source, flags, texts) => {
		const native = new RegExp(source, flags.replace(/[gy]/g, ''));
		for (const text of texts) {
			expect([text, matcherOf(source, flags)(text)]).toEqual([text, native.test(text)]);
		}
	});

	it('for any expression of the kind, and any text', () => {
		const atom = fc.constantFrom('a', 'b', '.', '\\w', '[ab]', '[^a]', '\\d', '^', '$', '\\b', ' ');
		const { source } = fc.letrec<{ source: string }>((tie) => ({
			source: fc.oneof(
				{ maxDepth: 4, withCrossShrink: true },
				atom,
				fc.tuple(tie('source'), tie('source')).map(([one, other]) => one + other),
				fc.tuple(tie('source'), tie('source')).map(([one, other]) => `(${one}|${other})`),
				fc
					.tuple(tie('source'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?'))
					.map(([one, times]) => `(?:${one})${times}`),
			),
		}));
		const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', ' ', '\n'), maxLength: 8 });
		const flags = fc.constantFrom('', 'i', 'm', 's', 'u', 'im');
		fc.assert(
			fc.property(source, flags, text, (pattern, flag, subject) => {
				let matches;
				try {
					matches = matcherOf(pattern, flag);
				} catch (error) {
					return error instanceof PatternError;
				}
				return matches(subject) === new RegExp(pattern, flag).test(subject);
			}),
			{ numRuns: 5000 },
		);
	});
});

/** In CPU time, as other work on the machine says nothing about the engine. */
it.each([
	['a{0,149}b', 'a'.repeat(4096)],
	['(?:a|b)*a(?:a|b){60}c', Array.from({ length: 4096 }, (_, at) => 'ab'[(at * at) % 2]).join('')],
	['(.*.*.*.*)*x', 'a'.repeat(4096)],
	['(?:\\b\\w){0,50}!', 'a '.repeat(2048)],
	['(x+x+)+y', 'x'.repeat(4096)],
	['\\w{0,140}!', distinct(4096)],
	[`(?:${Array.from(distinct(100), (one) => `[^${one}]`).join('|')})*!`, distinct(4096)],
])('/%.30s/ needs at most 100 ms for 4,096 characters', (source, text) => {
	// The process also collects garbage and compiles: the least of three times is the engine's own.
	const times = [1, 2, 3].map(() => {
		const matches = matcherOf(source, '');
		const before = process.cpuUsage().user;
		matches(text);
		return (process.cpuUsage().user - before) / 1000;
	});

	expect(Math.min(...times)).toBeLessThan(100);
});

it('many texts need little more time than one', () => {
	const matches = matcherOf('a{0,149}b', '');
	const before = process.cpuUsage().user;

	for (let message = 0; message < 1000; message++) matches('a'.repeat(4096));

	expect((process.cpuUsage().user - before) / 1000).toBeLessThan(500);
});

function distinct(count: number): string {
	return Array.from({ length: count }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
}

it.each(['(a+)+$', '(a|a)*$', '(.*)*x', '(.*.*.*.*)*x', '(\\w+\\s?)*$', 'a{1,40}a{1,40}a{1,40}!'])(
	'/%s/ is done with a long text in no time',
	(source) => {
		const matches = matcherOf(source, '');
		const started = performance.now();

		matches(`${'a'.repeat(100_000)}!`);

		expect(performance.now() - started).toBeLessThan(2000);
	},
);

it.each([
	['(a)\\1', '', /refers back/],
	['(?=a)b', '', /looks around/],
	['(?<!a)b', '', /looks around/],
	['(a', '', /group/i],
	['a{2}{3}', '', /repeat/i],
	['(?:a{100}){100}', '', /repeats too much/],
	['((((a{99}){99}){99}){99}){99}', '', /repeats too much/],
	['(?:){1000000000}', '', /repeats too much/],
	['a'.repeat(1001), '', /longer than 1000/],
	['a', 'q', /flags “q”/],
	['a\\01', '', /octal/],
	['\\08', '', /octal/],
	['\\c', '', /\\c without a letter/],
	['x\\c1?', '', /\\c without a letter/],
	['\\p{Lu}', 'i', /flag u/],
	['\\P{L}?', '', /flag u/],
	['\\u{61}', '', /flag u/],
	['\\ud83d\\ude00', 'u', /one character/],
	['(?:\\uD83D\\uDE00)?', 'iu', /one character/],
])('/%.20s/%s is refused, with the reason', (source, flags, reason) => {
	expect(() => matcherOf(source, flags)).toThrow(reason);
	expect(() => matcherOf(source, flags)).toThrow(PatternError);
});
