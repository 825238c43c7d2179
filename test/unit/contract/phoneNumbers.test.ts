import { isUserId, readPhoneNumber } from '../../../nodes/WhatsAppGroups/contract/phoneNumbers';

const PERSON = '491711234567';

it.each([
	'+49 171 1234567',
	'+49-171-1234567',
	'+49.171.123.45.67',
	'+49 171/1234567',
	'(+49) 171 1234567',
	'+49 (171) 1234567',
	'+49 (0)171 1234567',
	'+49(0) 171 1234567',
	'0049 171 1234567',
	'0049 (0)171 1234567',
	'(0049) 171 1234567',
	'49 (0)171 1234567',
	'491711234567',
	'491711234567.0',
	'491711234567.00',
	'+491711234567.0',
	' +491711234567 ',
	'\u202a+49 171 1234567\u202c',
	'\u200e+49\u00a0171\u202f1234567\ufeff',
	'+49\u2011171\u20131234567',
	'\uff0b\uff14\uff19 171 1234567',
	'+\u0664\u0669 171 1234567',
	"'+491711234567",
	'"+491711234567"',
	'“+491711234567”',
	'tel:+49-171-1234567',
	'TEL:+491711234567',
	'whatsapp:+491711234567',
	'491711234567@s.whatsapp.net',
	'491711234567:12@s.whatsapp.net',
	'491711234567@c.us',
	'https://wa.me/491711234567',
	'http://wa.me/+491711234567?text=Hi%20there',
	'wa.me/491711234567/',
	'https://api.whatsapp.com/send?phone=491711234567&text=Hi',
	'https://api.whatsapp.com/send/?text=Hi&phone=%2B491711234567',
	'whatsapp://send?phone=491711234567',
])('reads %j', (text) => {
	expect(readPhoneNumber(text)).toEqual({ digits: PERSON });
});

it.each([
	['+1 (415) 555-2671', '14155552671'],
	['1 (415) 555-2671', '14155552671'],
	['+1-415-555-2671', '14155552671'],
	['+39 06 1234567', '39061234567'],
	['+225 07 12 34 56 78', '2250712345678'],
	['+33 6.12.34.56.78', '33612345678'],
	['+55 (11) 98765-4321', '5511987654321'],
	['+7 (916) 123-45-67', '79161234567'],
	['+290 12345', '29012345'],
	['0039 06 1234567', '39061234567'],
])('reads %s as %s', (text, digits) => {
	expect(readPhoneNumber(text)).toEqual({ digits });
});

it.each([
	['0171 1234567', /no country code/],
	['(0)171 1234567', /no country code/],
	['(0171) 1234567', /no country code/],
	['011 49 171 1234567', /no country code/],
	['(415) 555-2671', /no country code/],
	['415-555-2671', /no country code/],
	['415.555.2671', /no country code/],
	['8 (916) 123-45-67', /no country code/],
	['8 916 123-45-67', /country code/],
	['1555000222', /country code/],
	['+49 0171 1234567', /0 after the country code 49/],
	['+4901711234567', /0 after the country code 49/],
	['wa.me/01711234567', /country code/],
	['+01711234567', /country code/],
	['4917112345678.5', /decimals/],
	['+49 171 1234567.0', /decimals/],
	['491711234567.000', /decimals/],
	['4.91711E+11', /lost digits/],
	['4.91711234567e11', /lost digits/],
	['+49 171 1234567/68', /more than one/],
	['+491711234567/+491711234568', /more than one/],
	['491711234567/491711234568', /more than one/],
	['+49171+1234567', /more than one/],
	['491711234567 491711234568', /too long/],
	['12', /too short/],
	['0', /no country code/],
	['+1234567890123456', /too long/],
	['Ada', /isn't a phone number/],
	['+1 800 FLOWERS', /isn't a phone number/],
	['+14155552671 ext. 5', /isn't a phone number/],
	['Ada +491711234567', /isn't a phone number/],
	['ada@example.com', /isn't a phone number/],
	['120363042345678901@g.us', /isn't a phone number/],
	['123456789012345@lid', /hidden ID/],
	['https://wa.me/message/ABC123', /isn't a phone number/],
	['https://example.com/491711234567', /isn't a phone number/],
	['-4917112345678', /isn't a phone number/],
	['', /isn't a phone number/],
])('does not read %j', (text, problem) => {
	expect(readPhoneNumber(text)).toEqual({ problem: expect.stringMatching(problem) });
});

it.each([
	['US.13491208655302741918', true],
	['DE.ENT.11815799212886844830', true],
	['US.abc1', true],
	['us.13491208655302741918', false],
	['DR.Smith', false],
	['US.', false],
	['4915112345678', false],
])('%s is a user ID: %s', (id, expected) => {
	expect(isUserId(id)).toBe(expected);
});
