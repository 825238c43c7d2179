import { isSamePerson, personOf, phoneIn } from '../../../nodes/WhatsAppGroups/contract/people';

it.each([
	['a phone number', { ids: ['+15550002222'] }, '15550002222', '15550002222', null],
	['a user id', { ids: ['US.1111'] }, 'US.1111', null, 'US.1111'],
	['both', { ids: ['15550002222', 'US.1111'] }, '15550002222', '15550002222', 'US.1111'],
	['both, the user id first', { ids: ['US.1', '1555'] }, '1555', '1555', 'US.1'],
	['an empty number', { ids: ['', 'US.1111'] }, 'US.1111', null, 'US.1111'],
	['a number in place of text', { ids: [15550002222] }, '15550002222', '15550002222', null],
	['spaces in place of a number', { ids: [' ', 'US.1111'] }, 'US.1111', null, 'US.1111'],
	['a plus sign alone', { ids: ['+', 'US.1111'] }, 'US.1111', null, 'US.1111'],
	['nothing', { ids: [undefined, null, '', ' ', '+', {}] }, null, null, null],
])('a person with %s', (_what, known, id, phone, userId) => {
	expect(personOf(known)).toEqual({ id, phone, userId, name: null, username: null });
});

it.each([
	['Ana', '@ana', 'Ana'],
	['', '@ana', '@ana'],
	[' ', '@ana', '@ana'],
	[undefined, undefined, null],
])('the name is the profile’s, else the username: %p, %p', (name, username, expected) => {
	expect(personOf({ ids: ['US.1'], name, username }).name).toBe(expected);
});

it.each([
	['+55 11 95555-0123', '5511955550123'],
	['(0)30 / 123.45', '03012345'],
	['US.1234', null],
	['+', null],
	['', null],
	[null, null],
])('the number in %p', (written, digits) => {
	expect(phoneIn(written)).toBe(digits);
});

const both = personOf({ ids: ['551155550123', 'BR.1111'] });

it.each([
	['the number', both, '551155550123', true],
	['with Brazil’s ninth digit, as people write it', both, '+55 11 95555-0123', true],
	['the user id', both, ' BR.1111 ', true],
	['another number', both, '551155550124', false],
	['another user id', both, 'BR.11112', false],
	['nothing', both, '', false],
	['the number of somebody without one', personOf({ ids: ['BR.1111'] }), '551155550123', false],
	['nothing, of somebody unknown', personOf({ ids: [] }), '', false],
	['Mexico’s 1 on WhatsApp', personOf({ ids: ['5215512345678'] }), '+52 55 1234 5678', true],
	['Mexico’s 1 written', personOf({ ids: ['525512345678'] }), '+52 1 55 1234 5678', true],
	['Argentina’s 9 on WhatsApp', personOf({ ids: ['5491123456789'] }), '+54 11 2345-6789', true],
	['Argentina’s 9 written', personOf({ ids: ['541123456789'] }), '+54 9 11 2345-6789', true],
	['a 9 elsewhere', personOf({ ids: ['4911955550123'] }), '491155550123', false],
])('%s', (_what, person, written, expected) => {
	expect(isSamePerson(person, written)).toBe(expected);
});
