/** Responses of no documented form are explained, too. */
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { errorFor } from '../support/provider';

const STATUSES = [400, 401, 403, 404, 422, 429, 500, 502];

describe.each(providers)('$displayName fails with something odd', (provider) => {
	it.each<[unknown]>([
		[{}],
		[{ error: {} }],
		[{ error: { code: { a: 1 } } }],
		[{ error: [{ a: 1 }] }],
		[{ errors: [{}] }],
		[{ response: { error: {} } }],
		[{ detail: { a: 1 } }],
		[{ detail: [{}] }],
		[{ message: { a: 1 } }],
		[{ meta: 'x' }],
		[[{ a: 1 }]],
		[''],
		['<html>Bad gateway</html>'],
		[null],
		[undefined],
	])('%j', async (body) => {
		for (const status of STATUSES) {
			const error = await errorFor(provider, status, body);

			expect(error?.message).toMatch(/\w{3,}/);
			expect(`${error?.message}\n${error?.description}`).not.toMatch(
				/\[object|\bundefined\b|code null/,
			);
		}
	});
});

describe.each(providers)('$displayName succeeds with something odd', (provider) => {
	it.each([[''], ['<html>Welcome</html>'], [[]], [null]])('%j', async (body) => {
		expect(await errorFor(provider, 200, body)).toBeDefined();
	});
});
