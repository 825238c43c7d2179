import { checkedGroupId } from '../../../nodes/WhatsAppGroups/actions/helpers/checkedGroupId';
import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';

function refusal(...given: Parameters<typeof checkedGroupId>): FieldError {
	let refused: unknown;
	try {
		checkedGroupId(...given);
	} catch (error) {
		refused = error;
	}
	expect(refused).toBeInstanceOf(FieldError);
	return refused as FieldError;
}

describe.each(providers)('$displayName', (provider) => {
	it.each([
		'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
		'Y2Fw/aV9+ncm=',
		'+/=abc',
		'chat_000',
		'group-thread-id-123',
		'<GROUP_ID>',
		'120363046942338209',
		'120363046942338209@g.us',
	])('accepts %s', (id) => {
		expect(checkedGroupId(id, provider)).toBe(id);
		expect(checkedGroupId(` ${id}\n`, provider)).toBe(id);
	});

	it.each([
		'https://chat.whatsapp.com/Ab12Cd34',
		'chat.whatsapp.com/Ab12Cd34',
		'HTTPS://CHAT.WHATSAPP.COM/Ab12Cd34',
	])('explains that %s is an invite link', (link) => {
		const { message, advice } = refusal(link, provider);

		expect(message).toContain('invite link');
		expect(advice).toMatch(/list/);
	});

	it.each([
		'+14155552671',
		'+1 415 555-2671',
		'+1 (415) 555.2671',
		'14155552671@c.us',
		'14155552671@s.whatsapp.net',
	])('explains that %s is a phone number', (number) => {
		const { message, advice } = refusal(number, provider);

		expect(message).toContain('phone number');
		expect(advice).toMatch(/list/);
	});

	it.each([
		['491711234567:2@s.whatsapp.net', 'phone number'],
		['whatsapp:+491711234567', 'phone number'],
		['tel:+491711234567', 'phone number'],
		['https://wa.me/491711234567', 'phone number'],
		['123456789012345@lid', "person's ID"],
		['120363046942338209@newsletter', 'channel'],
		['status@broadcast', 'broadcast list'],
	])('explains what %s is', (id, what) => {
		expect(refusal(id, provider).message).toContain(what);
	});

	it.each([
		Number('120363042345678901'),
		Number('1203630423456789012345'),
		'1.20363E+17',
		'120363042345678901.0',
	])('refuses %j, which may have lost digits', (id) => {
		const { message, advice } = refusal(id, provider);
		expect(message).toMatch(/lost digits/);
		expect(advice).toMatch(/text/);
	});

	it('removes invisible marks', () => {
		expect(checkedGroupId('\u200eY2FwaV9\ufeff', provider)).toBe('Y2FwaV9');
	});

	it('says what a list or an object is', () => {
		expect(refusal(['G'], provider).message).toMatch(/“Group” is a list/);
		expect(refusal({ groupId: 'G' }, provider).message).toMatch(/“Group” is an object/);
	});

	it.each(['', '  ', null, undefined, {}, []])('explains that %j is not a choice', (value) => {
		expect(refusal(value, provider).message).toMatch(/no group/i);
	});
});

describe('digits', () => {
	it.each(['14155552671', '1 415 555 2671', '1-415-555-2671', '0049 171 1234567'])(
		'%s is more likely a phone number where ids are opaque',
		(number) => {
			expect(refusal(number, dialog360).message).toContain('phone number');
			expect(refusal(number, oneMsg).message).toContain('phone number');
		},
	);

	// A1Base's own sample of a thread id is `123123`.
	it.each(['123123', '14155552671'])('%s may be a thread of A1Base', (id) => {
		expect(checkedGroupId(id, a1Base)).toBe(id);
	});

	it('come as a number, too', () => {
		expect(checkedGroupId(123123, a1Base)).toBe('123123');
	});
});
