/** A number in any form is read as that number, or rejected. */
import fc from 'fast-check';

import { entriesIn } from '../../../nodes/WhatsAppGroups/contract/lists';
import { readPhoneNumber } from '../../../nodes/WhatsAppGroups/contract/phoneNumbers';

const digits = (minLength: number, maxLength: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const oneOf = fc.constantFrom<string[]>;

/** A country code and a number in the country, without its trunk zero. */
const numbers = fc
	.tuple(
		oneOf('1', '7', '20', '33', '39', '44', '45', '49', '51', '55', '65', '81', '91', '225', '351'),
		oneOf(...'123456789'),
		digits(6, 11),
	)
	.map(([code, first, rest]) => ({ code, national: first + rest }))
	.filter(({ code, national }) => (code + national).length <= 15);

const separators = oneOf('', '', '', ' ', '-', '.', '\u00a0', '\u2011', ' - ', '\u200b');

/** Puts separators between digits. */
const spaced = (text: string) =>
	fc
		.array(separators, { minLength: text.length, maxLength: text.length })
		.map((between) => [...text].map((digit, at) => digit + between[at]).join(''));

/** The writing of a number, with its country code or, if `isNational`, without. */
const writings = numbers.chain(({ code, national }) =>
	fc.tuple(
		oneOf('+', '00', '', '(+', 'tel:', 'whatsapp:+', 'https://wa.me/'),
		oneOf('', ' ', '(0)', ' (0) ', '0'),
		spaced(national),
		oneOf('', ' ', '.0', '.00', '/', "'", '\u202c', '@c.us', '?text=1', ' ext 2', ';1', '²'),
		fc.constant(code + national),
		fc.constant(code),
	),
);

it('with its country code: that number, or none', () => {
	fc.assert(
		fc.property(writings, ([before, zero, written, after, number, code]) => {
			const text = `${before}${code}${before === '(+' ? ')' : ''}${zero}${written}${after}`;
			const reading = readPhoneNumber(text);

			// `+33 6.12.34.56.00` is written with dots, and not a decimal.
			fc.pre(!(written.includes('.') && after === '.00'));
			// Italian and other numbers may have the zero that was written.
			const withZero = zero === '0' && number.replace(code, `${code}0`);
			if ('digits' in reading) expect([number, withZero]).toContain(reading.digits);
		}),
		{ numRuns: 5000 },
	);
});

it('the usual writing is read', () => {
	fc.assert(
		fc.property(numbers, oneOf('+', '00', 'https://wa.me/'), ({ code, national }, before) => {
			const isOfFixedLength = code === '1' || code === '7';
			fc.pre(!isOfFixedLength || (national.length === 10 && !/^1/.test(national)));

			expect(readPhoneNumber(before + code + national)).toEqual({ digits: code + national });
		}),
	);
});

it('without its country code: never read, up to 10 digits', () => {
	const nationals = digits(1, 10).chain((national) =>
		fc.tuple(oneOf('', '0', '(0)', '(', 'tel:', "'"), spaced(national), oneOf('', '.0', ' ')),
	);
	fc.assert(
		fc.property(nationals, ([before, written, after]) => {
			fc.pre(!`${before}${written}`.replace(/\D/g, '').startsWith('00'));

			expect(readPhoneNumber(before + written + after)).toHaveProperty('problem');
		}),
		{ numRuns: 5000 },
	);
});

it('any text: only the digits that it has, in their order', () => {
	const marks = oneOf(...'0123456789', ...'+-./() ,:;@e²٣\u202e\u200e', 'wa.me/', 'tel:', '.0');
	fc.assert(
		fc.property(fc.array(marks, { maxLength: 24 }), (parts) => {
			const text = parts.join('');
			const reading = readPhoneNumber(text);

			if (!('digits' in reading)) return;
			const kept = text
				.replace(/٣/g, '3')
				.replace(/\(\s*0\s*\)/, '')
				.replace(/(?::\d+)?@.*$/, '')
				.replace(/^(\D*\d+)\.00?(?=\D*$)/, '$1')
				.replace(/\D/g, '')
				.replace(/^00/, '');
			expect(reading.digits).toBe(kept);
		}),
		{ numRuns: 20_000 },
	);
});

it('a list: everybody in it, and nobody else', () => {
	const usual = numbers.filter(({ code }) => !['1', '7'].includes(code));
	const lists = fc.tuple(
		fc.array(usual, { minLength: 1, maxLength: 8 }),
		oneOf(',', ', ', ';', '\n', '\r\n', '\t', ' ', ',\n'),
	);
	fc.assert(
		fc.property(lists, ([people, separator]) => {
			const all = people.map(({ code, national }) => code + national);
			const written = all.map((number) => `+${number}`);

			for (const list of [written, written.join(separator), JSON.stringify(written)]) {
				const read = entriesIn(list).map((entry) => readPhoneNumber(String(entry)));
				expect(read).toEqual(all.map((number) => ({ digits: number })));
			}
		}),
	);
});

it.each(['1', '(0)', ' +', ' ', '/1', '&phone=', 'https://wa.me/', '- ', '"'])(
	'a long text of %j is rejected immediately',
	(part) => {
		const begun = performance.now();
		const read = entriesIn(part.repeat(20_000)).map((entry) => readPhoneNumber(String(entry)));

		expect(read.filter((reading) => 'digits' in reading)).toEqual([]);
		expect(performance.now() - begun).toBeLessThan(1000);
	},
);
