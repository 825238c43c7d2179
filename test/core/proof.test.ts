/** Which deliveries are accepted as genuine. */
import { providerNames, type ProviderName } from '../../sandbox/providers';
import type { IncomingCall, TestTrigger } from '../support/trigger';
import { useSandbox } from './support/sandbox';
import {
	asCall,
	asNewMessage,
	everyEvent,
	liveTrigger,
	newestDelivery,
	useN8n,
	withBody,
} from './support/liveTrigger';
import { second, triggerOf } from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();

interface Genuine {
	trigger: TestTrigger;
	/** A genuine delivery of a new message, not yet received. */
	call: IncomingCall;
	/** The secret, or Meta's signature. */
	proof: string;
}

async function genuine(provider: ProviderName): Promise<Genuine> {
	const control = sandbox.control(provider);
	const group = await control.seed(1);
	const trigger = await liveTrigger(sandbox, server.n8n, provider);
	await control.write(group, 'Known already');
	await server.n8n.items(1);
	const call = asNewMessage(sandbox, asCall(await newestDelivery(sandbox, provider)));
	const { in: place, name } = proofPlaces[provider];
	const proof = call[place]?.[name] ?? '';
	expect(proof.length).toBeGreaterThan(20);
	return { trigger, call, proof };
}

const proofPlaces: Record<ProviderName, { in: 'headers' | 'query'; name: string }> = {
	dialog360: { in: 'headers', name: 'x-webhook-secret' },
	oneMsg: { in: 'query', name: 'secret' },
	a1Base: { in: 'query', name: 'secret' },
	metaCloud: { in: 'headers', name: 'x-hub-signature-256' },
};

/** The same call with another proof, or without one. */
function withProof(provider: ProviderName, call: IncomingCall, proof?: unknown): IncomingCall {
	const { in: place, name } = proofPlaces[provider];
	return { ...call, [place]: { ...call[place], [name]: proof } };
}

describe.each(providerNames)('%s', (provider) => {
	test('a genuine delivery starts a run', async () => {
		const { trigger, call } = await genuine(provider);

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
		['too long by a letter', (proof: string) => `${proof}x`],
		['cut short', (proof: string) => proof.slice(0, -1)],
		['given twice', (proof: string) => [proof, proof]],
	])('a proof that is %s: 401, no run, one warning without any secret', async (_how, change) => {
		const { trigger, call, proof } = await genuine(provider);

		const answer = await trigger.receive(withProof(provider, call, change(proof)));

		expect(answer).toEqual({
			status: 401,
			body: { success: false, message: expect.any(String) },
		});
		expect(trigger.warnings).toHaveLength(1);
		expect(trigger.warnings[0]).toMatch(
			provider === 'metaCloud' ? /401.*signature/ : /401.*secret/,
		);
		for (const text of [proof.slice(0, -1), 'guessed-by-a-stranger']) {
			expect(trigger.warnings[0] + JSON.stringify(answer)).not.toContain(text);
		}
		// It doesn't count as seen, so the genuine one isn't a duplicate.
		expect((await trigger.receive(call)).items).toHaveLength(1);
	});

	test.each([
		['an array', [{ event: 'x' }]],
		['a text', 'hello'],
		['a number', 42],
		['null', null],
		['nothing', undefined],
	])('%s with the right proof: 400, no run, one warning', async (_what, body) => {
		const { trigger, call } = await genuine(provider);

		const answer = await trigger.receive(withBody(sandbox, call, body));

		expect(answer).toEqual({
			status: 400,
			body: { success: false, message: expect.stringMatching(/JSON object/) },
		});
		expect(trigger.warnings).toEqual([expect.stringMatching(/400.*JSON object/)]);
	});

	test('an array without a proof: 401, as the proof is checked first', async () => {
		const { trigger, call } = await genuine(provider);

		const answer = await trigger.receive(withProof(provider, withBody(sandbox, call, [])));

		expect(answer.status).toBe(401);
	});

	test.each([
		['an empty object', {}],
		['an object of an unknown kind', { weather: 'sunny', entries: [1, 'two'] }],
	])('%s is an event “other”, in its own form', async (_what, body) => {
		const { trigger, call } = await genuine(provider);

		const answer = await trigger.receive(withBody(sandbox, call, body));

		expect(answer).toMatchObject({
			status: 200,
			items: [{ event: 'other', provider, groupId: null, messageId: null, raw: body }],
		});
	});

	test('a trigger that has no secret accepts nothing', async () => {
		const { call } = await genuine(provider);
		// The sandbox's account of Meta already has the secret.
		const account = { appSecret: '' };
		const other = triggerOf(sandbox, provider, { events: everyEvent }, second, account);

		const answer = await other.receive(call);

		expect(answer.status).toBe(401);
		expect(answer.items).toBeUndefined();
		expect(other.warnings).toHaveLength(1);
	});
});

test.each(['dialog360', 'oneMsg', 'metaCloud'] as const)(
	'%s: a delivery on its way is accepted while the workflow is published again',
	async (provider) => {
		const { trigger, call } = await genuine(provider);
		await trigger.deactivate();
		expect((await trigger.receive(call)).status).toBe(200);

		await trigger.activate();

		expect((await trigger.receive(call)).status).toBe(200);
	},
);

// A1Base is always set by hand, and Meta signs instead of sending a secret.
test.each(['dialog360', 'oneMsg'] as const)(
	'%s, set by hand: the Webhook Secret is the proof',
	async (provider) => {
		const { call } = await genuine(provider);
		const trigger = triggerOf(
			sandbox,
			provider,
			{ events: everyEvent, registration: 'manual' },
			{},
			{ webhookSecret: ' a-word-of-my-own ' },
		);

		expect((await trigger.receive(call)).status).toBe(401);
		expect((await trigger.receive(withProof(provider, call, 'a-word-of-my-own'))).status).toBe(200);
	},
);
