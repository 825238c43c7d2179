/** Deliveries that n8n doesn't accept are repeated, and deliveries in an unusual form are read. */
import { randomUUID } from 'node:crypto';

import { sleep } from 'n8n-workflow';

import { providerNames, type ProviderName } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { samples } from '../unit/deliveries';
import { signedCall, triggerWithSecret } from './support/signedCalls';

const accepted = { status: 200, body: { success: true } };
const broken = async () => await Promise.reject(new Error('The database is locked'));

function setup(provider: ProviderName) {
	const { body } = firstOf(samples[provider].filter(({ events }) => events.length > 0));
	const text = JSON.stringify(body);
	return {
		text,
		call: signedCall(provider, text),
		trigger: triggerWithSecret(provider, randomUUID()),
	};
}

/** An execution that n8n is still creating. */
function slow() {
	let end: (error?: Error) => void = () => {};
	const creating = new Promise<void>((resolve, reject) => {
		end = (error) => (error ? reject(error) : resolve());
	});
	return { create: async () => await creating, end };
}

describe.each(providerNames)('%s', (provider) => {
	test('an event whose run could not start starts one when it is repeated', async () => {
		const { trigger, call } = setup(provider);
		expect(await trigger.receive(call, { create: broken })).toMatchObject({ status: 500 });

		expect((await trigger.receive(call)).items).toHaveLength(1);
		expect(await trigger.receive(call)).toEqual(accepted);
	});

	test('the same, if the provider hung up before the answer', async () => {
		const { trigger, call } = setup(provider);
		await trigger.receive(call, { create: broken, hangsUp: true });

		expect((await trigger.receive(call, { hangsUp: true })).items).toHaveLength(1);
		expect(await trigger.receive(call)).toEqual(accepted);
	});

	test.each([
		['fails', new Error('The queue is full'), [500, 200], 1],
		['is created', undefined, [200, 200], 1],
	])(
		'a repeat waits for the first run, which %s, and one run starts',
		async (_outcome, error, statuses, runs) => {
			const { trigger, call } = setup(provider);
			const { create, end } = slow();

			const both = [trigger.receive(call, { create }), trigger.receive(call)];
			void sleep(50).then(() => end(error));

			const receptions = await Promise.all(both);
			expect(receptions.map(({ status }) => status)).toEqual(statuses);
			expect(receptions.filter(({ items }) => items !== undefined)).toHaveLength(runs);
		},
	);

	test('a repeat of a run that n8n does not get to start is asked to come later', async () => {
		const { trigger, call } = setup(provider);
		const { create, end } = slow();
		const first = trigger.receive(call, { create });

		expect(await trigger.receive(call)).toMatchObject({ status: 503 });
		end();
		expect(await first).toMatchObject({ status: 200 });
		expect(await trigger.receive(call)).toEqual(accepted);
	});

	test.each([
		['text/plain', '{"unread":true}'],
		['application/vnd.api+json; charset=utf-8', {}],
		['application/x-www-form-urlencoded', { '{"a":': '1}' }],
		['application/xml', {}],
		[undefined, {}],
	])('JSON that came as %s is read from its bytes', async (type, parsed) => {
		const { trigger, call } = setup(provider);
		const headers = { ...call.headers, ...(type ? { 'content-type': type } : {}) };

		const reception = await trigger.receive({ ...call, headers, body: parsed });

		expect(reception).toMatchObject({ status: 200, items: [{ provider }] });
		expect(reception.items).not.toMatchObject([{ event: 'other' }]);
	});

	test('JSON with a byte order mark is read', async () => {
		const { trigger, text } = setup(provider);
		const call = signedCallBytes(provider, Buffer.from(`\uFEFF${text}`));

		expect((await trigger.receive(call)).items).toHaveLength(1);
	});

	test.each([
		['utf-16le', Buffer.from('{"weather":"Grüße"}', 'utf16le')],
		['ISO-8859-1', Buffer.from('{"weather":"Grüße"}', 'latin1')],
		['"utf-8"', Buffer.from('{"weather":"Grüße"}')],
	])('JSON in the charset %s is read', async (charset, rawBody) => {
		const { trigger } = setup(provider);
		const { headers, ...call } = signedCallBytes(provider, rawBody);
		const type = { 'content-type': `application/json; charset=${charset}` };

		const { items } = await trigger.receive({ ...call, headers: { ...headers, ...type } });

		expect(items).toMatchObject([{ event: 'other', raw: { weather: 'Grüße' } }]);
	});

	test.each([
		['a form', 'application/x-www-form-urlencoded', 'a=1&b=2', { a: '1', b: '2' }],
		['XML', 'application/xml', '<a>1</a>', { a: '1' }],
		['an unknown charset', 'application/json; charset=klingon', '{}', {}],
	])('%s is answered 400', async (_what, type, raw, body) => {
		const { trigger } = setup(provider);
		const { headers, ...call } = signedCallBytes(provider, Buffer.from(raw));

		const reception = await trigger.receive({
			...call,
			body,
			headers: { ...headers, 'content-type': type },
		});

		expect(reception).toMatchObject({
			status: 400,
			body: { message: expect.stringMatching(/JSON object/) },
		});
		expect(reception.items).toBeUndefined();
	});

	test.each([
		['wide', `{"a":[${'[],'.repeat(5_000_000)}1]}`],
		['wide and shallow', `{"a":[${'1,'.repeat(7_000_000)}1]}`],
		['deep', `{"a":${'['.repeat(5_000_000)}1${']'.repeat(5_000_000)}}`],
		['deep and narrow', `{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)}}`],
		['wide in each of its levels', `{"a":${'[[],[],[],'.repeat(90)}1${']'.repeat(90)}}`],
	])('a body that is %s costs little time', async (shape, raw) => {
		const { trigger } = setup(provider);
		const call = signedCallBytes(provider, Buffer.from(raw));

		const started = performance.now();
		const { status } = await trigger.receive(call);

		expect(performance.now() - started).toBeLessThan(1000);
		expect(status).toBe(shape.includes('each') ? 200 : 400);
	});

	// Each of these characters has the byte of a quote in one of the two encodings.
	test.each(['utf-16le', 'utf-16be'])('a deep body in %s is recognized, too', async (charset) => {
		const { trigger } = setup(provider);
		const rawBody = Buffer.from(
			`{"\u2200\u0122":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
			'utf16le',
		);
		if (charset === 'utf-16be') rawBody.swap16();
		const { headers, ...call } = signedCallBytes(provider, rawBody);
		const type = { 'content-type': `application/json; charset=${charset}` };

		const { status, body } = await trigger.receive({ ...call, headers: { ...headers, ...type } });

		expect(status).toBe(400);
		expect(body).toMatchObject({ message: expect.stringContaining('nested') });
	});

	test('only a builder who listens in the editor sees the reason of a rejection', async () => {
		const { trigger, call } = setup(provider);
		const forged = { ...call, headers: {}, query: {} };

		expect(await trigger.receive(forged)).toMatchObject({
			status: 401,
			body: { message: 'Unauthorized' },
		});
		expect(await trigger.receive(forged, { mode: 'manual' })).toMatchObject({
			status: 401,
			body: { message: expect.stringMatching(/^Unauthorized: the (secret|signature) is missing/) },
		});
		expect(trigger.warnings).toHaveLength(2);
	});
});

/** As `signedCall`, for bytes that are not JSON in UTF-8. */
function signedCallBytes(provider: ProviderName, rawBody: Buffer<ArrayBuffer>) {
	return { ...signedCall(provider, '{}', rawBody), body: {} };
}
