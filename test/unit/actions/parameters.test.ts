import type { IExecuteFunctions } from 'n8n-workflow';

import { Parameters } from '../../../nodes/WhatsAppGroups/actions/helpers/Parameters';
import { GroupLookup } from '../../../nodes/WhatsAppGroups/editor/GroupLookup';
import { TemplateLookup } from '../../../nodes/WhatsAppGroups/editor/TemplateLookup';
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { fakeRequest } from '../support/request';

const parametersOf = (context: IExecuteFunctions) =>
	new Parameters(context, 0, a1Base, {
		request: fakeRequest({}),
		groups: new GroupLookup(a1Base),
		templates: new TemplateLookup(a1Base),
	});

/** The parameters of an item of which one is set. */
function withValue(value: unknown): Parameters {
	const getNodeParameter = (name: string, _item: number, fallback: unknown) =>
		name === 'field' || name === 'limit' ? value : fallback;
	return parametersOf({ getNodeParameter } as unknown as IExecuteFunctions);
}

const refusal = (read: () => unknown): FieldError => {
	try {
		read();
	} catch (error) {
		expect(error).toBeInstanceOf(FieldError);
		return error as FieldError;
	}
	throw new Error('Nothing was refused');
};

describe('people', () => {
	const read = (value: unknown) => withValue(value).people('field', 'Members');
	const ANA = '14155552671';
	const BEN = '4917112345678';
	const USER_ID = 'US.13491208655302741918';

	it.each([
		['an array', [`+${ANA}`, `+${BEN}`]],
		['an array of numbers', [Number(ANA), Number(BEN)]],
		['text', ` +${ANA} ;+${BEN},\r\n`],
		['text in JSON', `["+${ANA}", "+${BEN}"]`],
		['chat ids and links', `${ANA}@c.us, https://wa.me/${BEN}`],
		['objects with a number', [{ phone: `+${ANA}` }, { phone: `+${BEN}` }]],
		['texts and objects', [`+${ANA}`, { phone: `+${BEN}` }]],
		[
			'people of an event',
			[
				{ id: ANA, name: 'Ana', userId: USER_ID, username: null, phone: ANA },
				{ id: BEN, name: null, userId: null, username: null, phone: BEN },
			],
		],
		['results of Get Many', [ANA, BEN].map((participantId) => ({ participantId, name: null }))],
		['the same person twice', [`+${ANA}`, `00${BEN}`, ANA, `+1 (415) 555-2671`]],
	])('are read from %s', (_form, value) => {
		expect(read(value)).toEqual([ANA, BEN]);
	});

	it.each([
		['a text', USER_ID],
		['a chat id', `${USER_ID}@lid`],
		['a person without a number', { id: USER_ID, name: 'Ana', userId: USER_ID, phone: null }],
		['a person with an empty number', { id: USER_ID, userId: USER_ID, phone: '' }],
	])('are read by their user id from %s', (_form, value) => {
		expect(read(value)).toEqual([USER_ID]);
		expect(read([value, BEN])).toEqual([USER_ID, BEN]);
	});

	it('of an event are read with short numbers, too', () => {
		const dane = '4512345678';
		const person = { id: dane, name: null, userId: null, username: null, phone: dane };

		expect(read([person, { participantId: dane, groupId: 'G', name: null }])).toEqual([dane]);
		expect(refusal(() => read([{ phone: dane }])).message).toMatch(/may have no country code/);
	});

	it.each([
		['nobody', null, /“null” in “Members”/],
		['an empty cell', '', /“” in “Members”/],
		['a flag', true, /“true” in “Members”/],
		['an empty object', {}, /“{}” in “Members”/],
		[
			'a person without any id',
			{ name: 'Ana', phone: null },
			/“{"name":"Ana".* in “Members” has no/,
		],
		['a name', 'Ana', /“Ana” in “Members” isn't a phone number/],
		['a number that may be national', 2025550123, /“2025550123” in “Members” may have no country/],
		['a national number', '0171 1234567', /“0171 1234567” in “Members” has no country code/],
		[
			'a number that lost digits',
			Number('120363042345678901'),
			/in “Members” may have lost digits/,
		],
		['an exponent', '4.91711E+12', /“4.91711E\+12” in “Members” has lost digits/],
		['a group', '120363042345678901@g.us', /@g.us” in “Members” isn't a phone number/],
	])('with %s among them are refused', (_what, value, says) => {
		expect(refusal(() => read([`+${ANA}`, value, `+${BEN}`])).message).toMatch(says);
	});

	it.each([[''], [' , \n'], [[]], [null], [undefined]])('are missing in %j', (value) => {
		expect(refusal(() => read(value)).message).toBe('“Members” is empty');
		expect(withValue(value).optionalPeople('field', 'Members')).toEqual([]);
	});
});

describe('join request ids', () => {
	const read = (value: unknown) => {
		const getNodeParameter = () => value;
		return parametersOf({ getNodeParameter } as unknown as IExecuteFunctions).joinRequestIds();
	};

	it.each([
		['text', 'A, B;A'],
		['an array', ['A', 'B']],
		['results of Get Many', [{ joinRequestId: 'A', groupId: 'G' }, { joinRequestId: 'B' }]],
		['JSON', '[{"joinRequestId":"A"},"B"]'],
	])('are read from %s', (_form, value) => {
		expect(read(value)).toEqual(['A', 'B']);
	});

	it('are read from a number', () => {
		expect(read(123)).toEqual(['123']);
	});

	it.each([
		[['A', null], /entry 2” is empty/],
		[['A', {}], /entry 2” is empty/],
		[['A', { id: 1 }], /entry 2” is an object/],
		[['A', Number('120363042345678901')], /may have lost digits/],
		['1.2036E+17', /may have lost digits/],
		[[], /“Join Request IDs” is empty/],
		[undefined, /“Join Request IDs” is empty/],
		[null, /“Join Request IDs” is empty/],
		['', /“Join Request IDs” is empty/],
	])('%j are refused', (value, says) => {
		expect(refusal(() => read(value)).message).toMatch(says);
	});
});

describe('an option of a menu', () => {
	const read = (value: unknown) => withValue(value).oneOf('field', 'Fruit', ['apple', 'pear']);

	it('is one of its values', () => {
		expect(read('pear')).toBe('pear');
	});

	it.each(['Pear', 'plum', 'constructor', 1, true])('is not %j', (value) => {
		const { message, advice } = refusal(() => read(value));
		expect(message).toBe(`“${String(value)}” isn't an option of “Fruit”`);
		expect(advice).toMatch(/apple, pear/);
	});

	it.each([[undefined], [null], [''], [[]]])('is missing in %j', (value) => {
		expect(refusal(() => read(value)).message).toBe('“Fruit” is empty');
	});
});

describe('whole numbers', () => {
	const read = (value: unknown) => withValue(value).wholeNumber('field', 'Days', 1, 30);

	it.each([
		[1, 1],
		[30, 30],
		['7', 7],
		[' 7 ', 7],
	])('%j', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	it.each([[0], [31], [-1], [1.5], ['1.5'], ['a week'], [''], [null], [undefined], [NaN], [{}]])(
		'%j is none from 1 to 30',
		(value) => {
			expect(() => read(value)).toThrow(FieldError);
			expect(() => read(value)).toThrow(/Days.*1.*30/);
		},
	);
});

describe('texts', () => {
	it.each([[''], ['  '], [null], [undefined], [{}], [[]]])('%j is empty', (value) => {
		expect(() => withValue(value).requiredText('field', 'Text')).toThrow(/Text.*empty/);
		expect(withValue(value).optionalText('field', 'Text')).toBeUndefined();
	});

	it.each([
		['Hello', 'Hello'],
		[0, '0'],
		['Two\nlines', 'Two\nlines'],
		[true, 'true'],
		[false, 'false'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
		[{ toJSON: () => '2026-01-31T09:00:00.000+01:00' }, '2026-01-31T09:00:00.000+01:00'],
	])('%j', (value, expected) => {
		expect(withValue(value).requiredText('field', 'Text')).toBe(expected);
		expect(withValue(value).optionalText('field', 'Text')).toBe(expected);
	});
});

it.each([
	[['Hello'], /“Text” is a list/],
	[{ text: 'Hello' }, /“Text” is an object/],
	[Number('120363042345678901'), /may have lost digits/],
])('%j is not a text', (value, says) => {
	expect(refusal(() => withValue(value).requiredText('field', 'Text')).message).toMatch(says);
	expect(refusal(() => withValue(value).optionalText('field', 'Text')).message).toMatch(says);
});

it('an id loses the invisible marks of copying', () => {
	expect(withValue('\u200ewamid.A\u200b').requiredId('field', 'Message ID')).toBe('wamid.A');
});

describe('the limit', () => {
	const limit = (parameters: Record<string, unknown>) => {
		const getNodeParameter = (name: string, _item: number, fallback: unknown) =>
			parameters[name] ?? fallback;
		const context = { getNodeParameter } as unknown as IExecuteFunctions;
		return parametersOf(context).limit();
	};

	it('is the number given, or none at all', () => {
		expect(limit({ returnAll: false, limit: 50 })).toBe(50);
		expect(limit({ returnAll: true, limit: 50 })).toBe(Infinity);
	});

	it.each([0, -1, 2.5])('is not %d', (value) => {
		expect(() => limit({ returnAll: false, limit: value })).toThrow(FieldError);
	});
});
