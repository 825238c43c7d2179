import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import type { Account } from '../../../nodes/WhatsAppGroups/contract/http';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import type { Delivery } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import {
	digestOf,
	endpointFor,
	rejectionReason,
	webhookSecret,
} from '../../../nodes/WhatsAppGroups/trigger/proof';

const SECRET = 'correct-horse';
const URL_OF_TRIGGER = 'https://n8n.example/webhook/1/whatsapp-groups';

/** A delivery to the registered address, with the registered secret. */
function delivered(provider: Provider, secret: string) {
	const { url, headers = {} } = endpointFor(provider, URL_OF_TRIGGER, secret);
	const query = Object.fromEntries(new URL(url).searchParams);
	const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	const delivery: Delivery = {
		rawBody: Buffer.from('{}'),
		headers: Object.fromEntries(lowerCase) as Delivery['headers'],
	};
	return { delivery, query };
}

function refusal(provider: Provider, given: string, secret = SECRET) {
	const { delivery, query } = delivered(provider, given);
	return rejectionReason(provider, delivery, query, [digestOf(secret)], {
		apiSecret: 'api-secret',
	});
}

// Meta signs instead of sending a secret: test/core/proof.test.ts.
describe.each([dialog360, oneMsg, a1Base])('$displayName', (provider) => {
	it('accepts a delivery with the registered secret', () => {
		expect(refusal(provider, SECRET)).toBeUndefined();
	});

	it.each(['', 'wrong', 'correct-horse2', 'correct-hors', 'Correct-horse'])(
		'rejects “%s”, with neither it nor the secret in the reason',
		(given) => {
			const reason = refusal(provider, given);

			expect(reason).toMatch(/secret/);
			expect(reason).not.toContain(SECRET);
			expect(reason).not.toMatch(/correct|Correct|wrong2/);
		},
	);

	it('rejects a delivery without any secret', () => {
		const delivery: Delivery = { rawBody: Buffer.from('{}'), headers: {} };

		expect(rejectionReason(provider, delivery, {}, [digestOf(SECRET)], {})).toMatch(/missing/);
	});

	it('rejects everything until a secret is set up', () => {
		const { delivery, query } = delivered(provider, 'undefined');

		expect(rejectionReason(provider, delivery, query, [], {})).toMatch(/no secret/);
	});
});

it('360dialog gets the secret in a header, which no log shows', () => {
	const { url, headers } = endpointFor(dialog360, URL_OF_TRIGGER, SECRET);

	expect(url).toBe(URL_OF_TRIGGER);
	expect(Object.values(headers ?? {})).toEqual([SECRET]);
});

it('1MSG gets the secret in the query, because it sends no headers', () => {
	const { url, headers } = endpointFor(oneMsg, `${URL_OF_TRIGGER}?a=b`, SECRET);

	expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ a: 'b', secret: SECRET });
	expect(headers).toBeUndefined();
});

it('a secret twice in the query is rejected', () => {
	const { delivery } = delivered(oneMsg, SECRET);

	const query = { secret: [SECRET, SECRET] };
	expect(rejectionReason(oneMsg, delivery, query, [digestOf(SECRET)], {})).toBeDefined();
});

// A1Base's webhook is set by hand, and Meta signs.
describe.each([dialog360, oneMsg])('$displayName: the secret that a node registers', (provider) => {
	const account = { apiKey: 'the-key' };
	const secret = webhookSecret(provider, account, 'node-1/whatsapp-groups');

	it('is the same each time, long, and fits a header and a query', () => {
		expect(webhookSecret(provider, { ...account }, 'node-1/whatsapp-groups')).toBe(secret);
		expect(secret).toMatch(/^[\w-]{43}$/);
		expect(secret).not.toContain('the-key');
	});

	it('differs by node and by key', () => {
		const others = [
			webhookSecret(provider, account, 'node-2/whatsapp-groups'),
			webhookSecret(provider, { apiKey: 'another-key' }, 'node-1/whatsapp-groups'),
		];

		expect(new Set([secret, ...others]).size).toBe(3);
	});

	it('is the Webhook Secret of the credential if there is one', () => {
		const own = { ...account, webhookSecret: ' my own ' };

		expect(webhookSecret(provider, own, 'node-1/whatsapp-groups')).toBe('my own');
	});

	it.each([undefined, '', ' '])('is missing without a key (%p)', (apiKey) => {
		const bare: Account = apiKey === undefined ? {} : { apiKey };
		expect(webhookSecret(provider, bare, 'node-1/whatsapp-groups')).toBeUndefined();
	});
});
