import type { IExecuteFunctions } from 'n8n-workflow';

import { Parameters } from '../../../nodes/WhatsAppGroups/actions/helpers/Parameters';
import { TemplateLookup } from '../../../nodes/WhatsAppGroups/editor/TemplateLookup';
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { fakeRequest } from '../support/request';

const parametersOf = (context: IExecuteFunctions) =>
	new Parameters(context, 0, a1Base, fakeRequest({}), new TemplateLookup(a1Base));

/** The parameters of an item of which one is set. */
function withValue(value: unknown): Parameters {
	const getNodeParameter = (name: string, _item: number, fallback: unknown) =>
		name === 'field' || name === 'limit' ? value : fallback;
	return parametersOf({ getNodeParameter } as unknown as IExecuteFunctions);
}

describe('phone numbers', () => {
	const read = (value: unknown) => withValue(value).phoneNumbers('field', 'Participants');
	const BOTH = ['14155552671', '4917112345678'];

	it.each([
		['an array', ['+14155552671', '+4917112345678']],
		['an array of numbers', [14155552671, 4917112345678]],
		['commas', '+14155552671,+4917112345678'],
		['commas and spaces', ' +14155552671 , +4917112345678 '],
		['new lines', '+14155552671\n+4917112345678\n'],
		['new lines of Windows', '+14155552671\r\n+4917112345678\r\n'],
		['commas and new lines, some of them needless', '+14155552671,\n\n,+4917112345678,'],
		['spaces, dashes and brackets', '+1 (415) 555-2671, +49 171 1234.5678'],
		['no plus', '14155552671, 4917112345678'],
	])('as %s', (_form, value) => {
		expect(read(value)).toEqual(BOTH);
	});

	it('as one number', () => {
		expect(read(14155552671)).toEqual(['14155552671']);
	});

	it.each([[''], [' , \n'], [[]], [null], [undefined]])('none in %j', (value) => {
		expect(read(value)).toEqual([]);
	});

	it.each(['Ada', '+1415555267x', '12', '+1234567890123456', 'https://wa.me/14155552671'])(
		'“%s” is none, and is named',
		(entry) => {
			expect(() => read(`+14155552671, ${entry}`)).toThrow(FieldError);
			expect(() => read(`+14155552671, ${entry}`)).toThrow(entry);
		},
	);
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
		expect(withValue(value).optionalText('field')).toBeUndefined();
	});

	it.each([
		['Hello', 'Hello'],
		[0, '0'],
		['Two\nlines', 'Two\nlines'],
	])('%j', (value, expected) => {
		expect(withValue(value).requiredText('field', 'Text')).toBe(expected);
		expect(withValue(value).optionalText('field')).toBe(expected);
	});
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
