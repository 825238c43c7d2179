/** Meta's codes, each with a word that its meaning has, as its page words it. */
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { explanationOf } from '../../../nodes/WhatsAppGroups/providers/shared/cloudApi/explanations';
import { errorFor } from '../support/provider';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';

const MEANINGS: Array<[code: number, status: number, word: RegExp]> = [
	[131020, 400, /nobody has joined|single member/i],
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
	[131026, 400, /delivered/i],
	[131049, 400, /held .* back/i],
	[130472, 400, /experiment/i],
	[131052, 400, /download/i],
	[131053, 400, /file/i],
	[4, 400, /limit/i],
	[80007, 400, /limit/i],
	[613, 400, /too often/i],
	[131056, 400, /same recipient/i],
	[131048, 400, /spam/i],
	[131042, 400, /payment/i],
	[141006, 400, /payment/i],
	[131031, 403, /locked/i],
	[368, 403, /policy/i],
	[130497, 403, /country/i],
	[133010, 400, /not registered/i],
	[131045, 500, /not registered/i],
	[131057, 500, /maintenance/i],
	[132000, 400, /number of values/i],
	[132001, 404, /language/i],
	[132005, 400, /too long/i],
	[132007, 400, /policy/i],
	[132012, 400, /format/i],
	[132015, 400, /paused/i],
	[132016, 400, /disabled/i],
	[132018, 400, /character/i],
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
		const problem = explain(status, bodyOf(code));

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

	it.each([131208, 130429, 131056, 4, 80007, 613])('%i: nothing was done, for now', (code) => {
		expect(explain(429, bodyOf(code))?.rateLimited).toBeDefined();
	});
});

/** Advice that fits one cause only. */
const OF_ONE_CAUSE: Array<[advice: RegExp, codes: number[]]> = [
	[/credential/i, []],
	[/values of the fields/i, [131009]],
	[/Base URL/i, []],
	[/payment/i, [131042, 141006]],
];

describe.each([
	['360dialog', dialog360],
	['Meta', metaCloud],
])('%s', (_name, provider) => {
	it.each(MEANINGS)('%i: the advice fits the cause', async (code, status) => {
		const error = await errorFor(provider, status, bodyOf(code));

		expect(explanationOf(String(code))?.advice).toBeTruthy();
		expect(error?.description).toContain(explanationOf(String(code))?.advice);
		for (const [advice, codes] of OF_ONE_CAUSE) {
			if (!codes.includes(code)) expect(error?.description).not.toMatch(advice);
		}
		expect(/may or may not have taken effect/.test(error?.message ?? '')).toBe(code === 131000);
	});

	it('leads to the list of codes for an unknown one, and not to the credential', async () => {
		const error = await errorFor(provider, 403, bodyOf(199999));

		expect(error?.description).toMatch(/code 199999 in Meta/);
		expect(error?.description).not.toMatch(/credential/);
	});
});

describe.each(providers)('$displayName', (provider) => {
	it.each(['', '<html><body>Blocked by Squid</body></html>'])(
		'does not blame the key for the 403 of a proxy: “%s”',
		async (page) => {
			const error = await errorFor(provider, 403, page);

			expect(error?.message).toMatch(/blocked/);
			expect(error?.description).toMatch(/proxy or firewall/);
			expect(`${error?.message} ${error?.description}`).not.toMatch(/\bkey\b|credential/);
		},
	);
});
