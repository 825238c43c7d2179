import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import type { Delivery } from '../../../nodes/WhatsAppGroups/contract/webhooks';
import { endpointFor, newSecret, refusalOf } from '../../../nodes/WhatsAppGroups/trigger/proof';

const SECRET = 'correct-horse';
const URL_OF_TRIGGER = 'https://n8n.example/webhook/1/whatsapp-groups';

/** A delivery to the address as it was registered: the provider sends back what it was given. */
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

function refusal(provider: Provider, given: string, secret: string | undefined = SECRET) {
	const { delivery, query } = delivered(provider, given);
	return refusalOf(provider, delivery, query, secret, { apiSecret: 'api-secret' });
}

describe.each([dialog360, oneMsg, a1Base])('$displayName', (provider) => {
	it('believes a delivery with the secret of the registration', () => {
		expect(refusal(provider, SECRET)).toBeUndefined();
	});

	it.each(['', 'wrong', 'correct-horse2', 'correct-hors', 'Correct-horse'])(
		'does not believe “%s”, and tells neither it nor the secret',
		(given) => {
			const reason = refusal(provider, given);

			expect(reason).toMatch(/secret/);
			expect(reason).not.toContain(SECRET);
			expect(reason).not.toMatch(/correct|Correct|wrong2/);
		},
	);

	it('does not believe a delivery without any secret', () => {
		const delivery: Delivery = { rawBody: Buffer.from('{}'), headers: {} };

		expect(refusalOf(provider, delivery, {}, SECRET, {})).toMatch(/missing/);
	});

	it('believes nothing while no secret is set up', () => {
		expect(refusal(provider, '', '')).toBeDefined();
		expect(refusal(provider, 'undefined', undefined as unknown as string)).toBeDefined();
	});
});

it('360dialog has the secret in a header, where no log shows it', () => {
	const { url, headers } = endpointFor(dialog360, URL_OF_TRIGGER, SECRET);

	expect(url).toBe(URL_OF_TRIGGER);
	expect(Object.values(headers ?? {})).toEqual([SECRET]);
});

it('1MSG has the secret in the query, beside what is there, as it sends no headers', () => {
	const { url, headers } = endpointFor(oneMsg, `${URL_OF_TRIGGER}?a=b`, SECRET);

	expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ a: 'b', secret: SECRET });
	expect(headers).toBeUndefined();
});

it('a secret twice in the query is no proof', () => {
	const { delivery } = delivered(oneMsg, SECRET);

	expect(refusalOf(oneMsg, delivery, { secret: [SECRET, SECRET] }, SECRET, {})).toBeDefined();
});

it('secrets are long, different each time, and fit for a header and a query', () => {
	const secrets = Array.from({ length: 20 }, newSecret);

	expect(new Set(secrets).size).toBe(20);
	for (const secret of secrets) expect(secret).toMatch(/^[\w-]{32,}$/);
});
