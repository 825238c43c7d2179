import { createHmac } from 'node:crypto';

import type { IncomingCall } from '../support/trigger';
import { useSandbox } from './support/sandbox';
import { asCall, liveTrigger, newestDelivery, ownSecret, useN8n } from './support/liveTrigger';
import { triggerOf } from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();

describe('A1Base, signed', () => {
	const signed = async () => {
		const control = sandbox.control('a1Base');
		await control.set({ signDeliveries: true });
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, 'a1Base');
		await control.write(group, 'Signed by them');
		return { trigger, items: await server.n8n.items(1) };
	};

	test('a delivery with the right signature is accepted', async () => {
		const { trigger, items } = await signed();

		expect(items).toMatchObject([{ message: { text: 'Signed by them' } }]);
		expect(trigger.warnings).toEqual([]);
	});

	test.each([
		['another body', (call: IncomingCall) => ({ ...call, body: { message_type: 'forged' } })],
		[
			'another time',
			(call: IncomingCall) => ({
				...call,
				headers: { ...call.headers, 'x-timestamp': String(Date.now() / 1000 - 10) },
			}),
		],
		[
			'a signature of another form',
			(call: IncomingCall) => ({ ...call, headers: { ...call.headers, 'x-signature': 'zz' } }),
		],
	])('%s is rejected even with the secret', async (_what, forge) => {
		const { trigger } = await signed();
		const call = asCall(await newestDelivery(sandbox, 'a1Base'));
		expect(call.headers).toHaveProperty('x-signature');

		const answer = await trigger.receive(forge(call));

		expect(answer).toEqual({ status: 401, body: expect.objectContaining({ success: false }) });
		expect(trigger.warnings).toEqual([expect.stringMatching(/signature/)]);
	});

	test.each([
		['five minutes ago', -299, 200],
		['longer ago', -310, 401],
		['by a clock that is a little ahead', 55, 200],
		['by a clock that is far ahead', 70, 401],
	])('signed %s: %i seconds, %i', async (_when, seconds, status) => {
		const { trigger } = await signed();
		const call = asCall(await newestDelivery(sandbox, 'a1Base'));
		const body = { ...(call.body as object), message_id: `msg_${seconds}` };
		const rawBody = Buffer.from(JSON.stringify(body));
		const timestamp = String(Math.round(Date.now() / 1000) + seconds);
		const { apiSecret } = sandbox.accounts.a1Base;
		const hmac = createHmac('sha256', apiSecret).update(timestamp).update(rawBody);
		const headers = { 'x-timestamp': timestamp, 'x-signature': hmac.digest('hex') };

		expect(await trigger.receive({ ...call, body, rawBody, headers })).toMatchObject({ status });
	});

	test('a signature of another form is accepted with the secret, if the credential ignores signatures', async () => {
		await signed();
		const call = asCall(await newestDelivery(sandbox, 'a1Base'));
		const ignoring = triggerOf(
			sandbox,
			'a1Base',
			{},
			{},
			{ webhookSecret: ownSecret, variants: ['ignoreSignature'] },
		);
		const headers = { ...call.headers, 'x-signature': 'of another form' };

		expect((await ignoring.receive({ ...call, headers, query: {} })).status).toBe(401);
		expect((await ignoring.receive({ ...call, headers })).items).toHaveLength(1);
	});

	test('a delivery without a signature is accepted, unless one is required', async () => {
		const { trigger } = await signed();
		const call = asCall(await newestDelivery(sandbox, 'a1Base'));
		const unsigned = { ...call, headers: {} };
		const strict = triggerOf(
			sandbox,
			'a1Base',
			{ options: { requireSignature: true, dedupe: false } },
			{},
			{ webhookSecret: ownSecret },
		);

		expect((await trigger.receive(unsigned)).status).toBe(200);
		expect((await strict.receive(unsigned)).status).toBe(401);
		expect(strict.warnings).toEqual([expect.stringMatching(/signature is missing/)]);
		expect((await strict.receive(call)).items).toHaveLength(1);
	});
});
