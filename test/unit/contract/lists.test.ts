import { entriesIn } from '../../../nodes/WhatsAppGroups/contract/lists';

it.each([
	['commas', 'a,b'],
	['semicolons', 'a; b'],
	['an Arabic comma', 'a، b'],
	['a Chinese comma', 'a，b'],
	['a Japanese comma', 'a、b'],
	['tabs', 'a\tb'],
	['lines', '\na\r\nb\n'],
	['separators without an entry between', 'a,, ;b,\n'],
	['an array', ['a', 'b']],
	['an array of texts with separators', ['a,b']],
	['arrays in an array', [['a'], ['b']]],
	['an array in JSON', '["a", "b"]'],
	['an array in JSON twice', '"[\\"a\\",\\"b\\"]"'],
])('reads %s', (_form, value) => {
	expect(entriesIn(value)).toEqual(['a', 'b']);
});

it('separates numbers where each begins with a plus', () => {
	expect(entriesIn('+1 415 +49 171')).toEqual(['+1 415', '+49 171']);
});

it('keeps what is not a text', () => {
	const person = { id: '1' };

	expect(entriesIn(person)).toEqual([person]);
	expect(entriesIn([1, null, '', true, person])).toEqual([1, null, '', true, person]);
	expect(entriesIn('{"id":"1"}')).toEqual([person]);
});

it.each([[null], [undefined], [''], [' \n'], [[]]])('has nothing in %j', (value) => {
	expect(entriesIn(value)).toEqual([]);
});
