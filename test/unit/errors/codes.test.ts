/** Meta's codes, each with a word that its meaning has, as its page words it. */
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';

const MEANINGS: Array<[code: number, status: number, word: RegExp]> = [
	[131020, 400, /no other participant|single member/i],
	[131041, 400, /unknown/i],
	[131059, 400, /list/i],
	[131202, 400, /twice|duplicate/i],
	[131203, 400, /terms/i],
	[131204, 400, /too many/i],
	[131207, 403, /suspended/i],
	[131208, 429, /too many/i],
	[131209, 400, /square/i],
	[131210, 400, /small/i],
	[131211, 400, /create/i],
	[131212, 400, /not in the group/i],
	[131213, 400, /join request/i],
	[131214, 400, /paused/i],
	[131215, 400, /may not use|not eligible/i],
	[131009, 400, /value/i],
	[131047, 400, /24/],
	[130429, 429, /faster|too many/i],
	[131000, 500, /could not/i],
];

const bodyOf = (code: number) => ({
	error: {
		message: '(#1) Their words',
		type: 'OAuthException',
		code,
		error_data: { messaging_product: 'whatsapp', details: 'Their details' },
		fbtrace_id: 'trace',
	},
});

describe.each([
	['360dialog', dialog360],
	['1MSG, which passes them on', oneMsg],
])('%s', (_name, { explain }) => {
	it.each(MEANINGS)('%i', (code, status, word) => {
		// 1MSG has no text of its own for 403.
		const problem = explain(status === 403 ? 400 : status, bodyOf(code));

		expect(problem?.message).toMatch(word);
		expect(problem?.message).not.toContain('Their');
		expect(problem?.advice).toMatch(/\w{3,}/);
		expect(problem?.code).toBe(String(code));
		expect(problem?.text).toContain('(#1) Their words');
		expect(problem?.text).toContain('Their details');
	});

	it('an unknown code keeps the words of the provider', () => {
		const problem = explain(400, bodyOf(199999));

		expect(problem?.message).toContain('Their words');
		expect(problem?.code).toBe('199999');
		expect(problem?.text).toContain('Their details');
	});

	it.each([131208, 130429, 131056])('%i: nothing was done, for now', (code) => {
		expect(explain(429, bodyOf(code))?.rateLimited).toBe(true);
	});
});
