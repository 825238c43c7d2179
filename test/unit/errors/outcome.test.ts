/** The outcome of a failed call: done, not done, or unknown. */
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { errorAfter, errorFor } from '../support/provider';

const ANSWERS: Array<{ provider: Provider; status: number; body: unknown; unknown: boolean }> = [
	{ provider: dialog360, status: 500, body: 'Oops', unknown: true },
	{ provider: dialog360, status: 502, body: { error: 'Oops' }, unknown: true },
	{ provider: dialog360, status: 500, body: { error: { code: 131000 } }, unknown: true },
	{ provider: dialog360, status: 200, body: '<html>', unknown: true },
	{ provider: dialog360, status: 400, body: { error: 'No' }, unknown: false },
	{ provider: dialog360, status: 401, body: { error: 'No' }, unknown: false },
	{ provider: dialog360, status: 429, body: { error: { code: 131208 } }, unknown: false },
	// The code says that nothing was done, whatever status it travels with.
	{ provider: dialog360, status: 503, body: { error: { code: 131208 } }, unknown: false },
	{ provider: dialog360, status: 302, body: '', unknown: false },
	{ provider: oneMsg, status: 200, body: { sent: false, message: 'No' }, unknown: false },
	{ provider: oneMsg, status: 200, body: { error: 'No' }, unknown: false },
];

it.each(ANSWERS)(
	'$provider.displayName answers $status $body to a POST: unknown is $unknown',
	async ({ provider, status, body, unknown }) => {
		expect((await errorFor(provider, status, body))?.outcome === 'unknown').toBe(unknown);
	},
);

it.each(ANSWERS)('a GET changes nothing: $status $body', async ({ provider, status, body }) => {
	expect((await errorFor(provider, status, body, 'GET'))?.outcome).not.toBe('unknown');
});

it.each([
	['ECONNREFUSED', false],
	['ENOTFOUND', false],
	['ECONNRESET', true],
	['ECONNABORTED', true],
	['ETIMEDOUT', true],
])('%s in place of an answer: unknown is %s', async (code, unknown) => {
	const fail = () => {
		throw Object.assign(new Error(`Failed: ${code}`), { code });
	};

	const error = await errorAfter(dialog360, fail);

	expect(error?.outcome === 'unknown').toBe(unknown);
	expect(error?.description).toContain(code);
});

const because = (cause: object) => Object.assign(new Error('Failed'), { cause });

it.each<[string, object]>([
	['no route, two causes deep', because(because({ message: '', code: 'EHOSTUNREACH' }))],
	['connect', because({ message: '', code: 'ETIMEDOUT', syscall: 'connect' })],
	['every address', because({ message: '', errors: [{ message: '', code: 'ENETUNREACH' }] })],
])('nothing was sent: %s', async (_name, rejection) => {
	const error = await errorAfter(dialog360, () => {
		throw rejection as Error;
	});

	expect(error?.outcome).toBe('notSent');
});
