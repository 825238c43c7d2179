/** Which deliveries are believed. */
import type { ProviderName } from '../../sandbox/providers';
import type { IncomingCall, TestTrigger } from '../support/trigger';
import { names, useSandbox } from './support/sandbox';
import { asCall, everyEvent, liveTrigger, newestDelivery, useN8n } from './support/liveTrigger';
import { second, triggerOf } from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();

interface Caught {
	trigger: TestTrigger;
	/** A genuine delivery of a new message, not yet received. */
	call: IncomingCall;
	secret: string;
}

async function caught(provider: ProviderName): Promise<Caught> {
	const control = sandbox.control(provider);
	const group = await control.seed(1);
	const trigger = await liveTrigger(sandbox, server.n8n, provider);
	await control.write(group, 'Known already');
	await server.n8n.items(1);
	const call = asCall(await newestDelivery(sandbox, provider));
	const secret = call.query?.secret ?? call.headers?.['x-webhook-secret'] ?? '';
	expect(secret.length).toBeGreaterThan(20);
	// As a message of its own: ids are the only difference.
	const body = JSON.parse(JSON.stringify(call.body).replaceAll(/(wamid\.|msg_)/g, '$1NEW'));
	return { trigger, call: { ...call, body }, secret };
}

/** The same call with another secret; `undefined` leaves it out. */
function withSecret(call: IncomingCall, secret: unknown): IncomingCall {
	const changed = { ...call, headers: { ...call.headers }, query: { ...call.query } };
	const place = 'secret' in changed.query ? changed.query : changed.headers;
	const name = place === changed.query ? 'secret' : 'x-webhook-secret';
	delete place[name];
	if (secret !== undefined) Object.assign(place, { [name]: secret });
	return changed;
}

describe.each(names)('%s', (provider) => {
	test('a delivery with the secret is believed', async () => {
		const { trigger, call } = await caught(provider);

		expect(await trigger.receive(call)).toMatchObject({
			status: 200,
			body: { success: true },
			items: [{ event: 'message.received' }],
		});
		expect(trigger.warnings).toEqual([]);
	});

	test.each([
		['missing', () => undefined],
		['empty', () => ''],
		['wrong', () => 'guessed-by-a-stranger'],
		['too long by a letter', (secret: string) => `${secret}x`],
		['cut short', (secret: string) => secret.slice(0, -1)],
		['given twice', (secret: string) => [secret, secret]],
	])('a secret that is %s: 401, no run, one warning without any secret', async (_how, change) => {
		const { trigger, call, secret } = await caught(provider);

		const answer = await trigger.receive(withSecret(call, change(secret)));

		expect(answer).toEqual({
			status: 401,
			body: { success: false, message: expect.any(String) },
		});
		expect(trigger.warnings).toHaveLength(1);
		expect(trigger.warnings[0]).toMatch(/401.*secret/);
		for (const text of [secret.slice(0, -1), 'guessed-by-a-stranger']) {
			expect(trigger.warnings[0] + JSON.stringify(answer)).not.toContain(text);
		}
		// It was not taken for a duplicate of what comes next.
		expect((await trigger.receive(call)).items).toHaveLength(1);
	});

	test.each([
		['an array', [{ event: 'x' }]],
		['a text', 'hello'],
		['a number', 42],
		['null', null],
		['nothing', undefined],
	])('%s with the right secret: 400, no run, one warning', async (_what, body) => {
		const { trigger, call } = await caught(provider);

		const answer = await trigger.receive({ ...call, body });

		expect(answer).toEqual({
			status: 400,
			body: { success: false, message: expect.stringMatching(/JSON object/) },
		});
		expect(trigger.warnings).toEqual([expect.stringMatching(/400.*JSON object/)]);
	});

	test('an array without the secret: 401, as the proof comes first', async () => {
		const { trigger, call } = await caught(provider);

		const answer = await trigger.receive({ ...withSecret(call, undefined), body: [] });

		expect(answer.status).toBe(401);
	});

	test.each([
		['an empty object', {}],
		['an object of an unknown kind', { weather: 'sunny', entries: [1, 'two'] }],
	])('%s is an event “other”, in its own form', async (_what, body) => {
		const { trigger, call } = await caught(provider);

		const answer = await trigger.receive({ ...call, body });

		expect(answer).toMatchObject({
			status: 200,
			items: [{ event: 'other', provider, groupId: null, messageId: null, raw: body }],
		});
	});

	test('a trigger that never registered believes nobody', async () => {
		const { call } = await caught(provider);
		const stranger = triggerOf(sandbox, provider, { events: everyEvent }, second);

		const answer = await stranger.receive(call);

		expect(answer.status).toBe(401);
		expect(answer.items).toBeUndefined();
		expect(stranger.warnings).toHaveLength(1);
	});
});

test.each(['dialog360', 'oneMsg'] as const)(
	'%s: a delivery on its way is accepted while the workflow is published again',
	async (provider) => {
		const { trigger, call } = await caught(provider);
		await trigger.deactivate();
		expect((await trigger.receive(call)).status).toBe(200);

		await trigger.activate();

		expect((await trigger.receive(call)).status).toBe(200);
	},
);

test.each(['dialog360', 'oneMsg'] as const)(
	'%s, set by hand: the Webhook Secret is the proof',
	async (provider) => {
		const { call } = await caught(provider);
		const trigger = triggerOf(
			sandbox,
			provider,
			{ events: everyEvent, registration: 'manual' },
			{},
			{ webhookSecret: ' a-word-of-my-own ' },
		);

		expect((await trigger.receive(call)).status).toBe(401);
		expect((await trigger.receive(withSecret(call, 'a-word-of-my-own'))).status).toBe(200);
	},
);
