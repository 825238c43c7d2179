import { startSandbox, type Sandbox } from '../../sandbox';
import { type ProviderName, providerNames } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { client, controlOf, type Json, startReceiver, until } from './support';

jest.setTimeout(30_000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
}, 60_000);
afterAll(async () => await sandbox.close());

/** A call of each provider that only reads. */
const reading: Record<ProviderName, () => Promise<{ status: number; data: Json }>> = {
	dialog360: async () => {
		const { baseUrl, apiKey } = sandbox.accounts.dialog360;
		return await client(baseUrl, { 'D360-API-KEY': apiKey }).get('/groups');
	},
	metaCloud: async () => {
		const { baseUrl, accessToken, phoneNumberId } = sandbox.accounts.metaCloud;
		const headers = { Authorization: `Bearer ${accessToken}` };
		return await client(baseUrl, headers).get(`/${phoneNumberId}/groups`);
	},
	oneMsg: async () => {
		const { baseUrl, apiKey, channelId } = sandbox.accounts.oneMsg;
		const headers = { Authorization: `Bearer ${apiKey}` };
		return await client(baseUrl, headers).get(`/${channelId}/status`);
	},
	a1Base: async () => {
		const { baseUrl, apiKey, apiSecret, accountId } = sandbox.accounts.a1Base;
		const headers = { 'X-API-Key': apiKey, 'X-API-Secret': apiSecret };
		return await client(baseUrl, headers).get(`/messages/threads/${accountId}/get-recent`);
	},
};

const metaCode = (code: number) => ({ error: expect.objectContaining({ code }) });

/** The members of an error, from the section on errors of each provider's documents. */
const forms: Record<ProviderName, Record<429 | 500, object>> = {
	dialog360: { 429: metaCode(130429), 500: metaCode(131000) },
	metaCloud: { 429: metaCode(130429), 500: metaCode(131000) },
	oneMsg: { 429: { error: expect.any(String) }, 500: { error: expect.any(String) } },
	a1Base: {
		429: { status: 'error', message: expect.any(String) },
		500: { status: 'error', message: expect.any(String) },
	},
};

describe.each(providerNames)('failures of %s', (provider) => {
	const control = () => controlOf(sandbox, provider);
	const call = reading[provider];
	const whole = { answerDelayMs: 0, tooManyRequests: false, serverError: false };
	afterEach(async () => await control().set(whole));

	it.each([
		['tooManyRequests', 429],
		['serverError', 500],
	] as const)('%s: every call is answered %i in the form of its errors', async (fault, status) => {
		const before = await call();
		await control().set({ [fault]: true });
		for (let index = 0; index < 2; index++) {
			expect(await call()).toMatchObject({ status, data: forms[provider][status] });
		}
		await control().set({ [fault]: false });
		expect((await call()).status).toBe(before.status);
	});

	it('answers later if it is slow', async () => {
		await control().set({ answerDelayMs: 300 });
		const before = Date.now();
		await call();
		expect(Date.now() - before).toBeGreaterThanOrEqual(290);
	});
});

describe('webhooks', () => {
	const control = () => controlOf(sandbox, 'dialog360');
	let receiver: Awaited<ReturnType<typeof startReceiver>>;
	beforeEach(async () => {
		await client(sandbox.url).post('/sandbox/reset');
		receiver = await startReceiver();
		const { baseUrl, apiKey } = sandbox.accounts.dialog360;
		const api = client(baseUrl, { 'D360-API-KEY': apiKey });
		await api.post('/v1/configs/webhook', { url: receiver.url });
		await control().set({ redeliveryBaseMs: 20 });
	});
	afterEach(async () => await receiver.close());

	it('that get lost do not arrive, and are repeated until they do', async () => {
		await control().set({ loseWebhooks: true });
		await control().write(await control().seed(1), 'Hi');
		await until(async () => firstOf(await control().deliveries()).attempts.length >= 2);
		expect(receiver.received).toEqual([]);

		await control().set({ loseWebhooks: false });
		const delivery = await until(async () => {
			return (await control().deliveries()).find(({ state }) => state === 'delivered');
		});
		expect(receiver.received).toHaveLength(1);
		const outcomes = delivery.attempts.map(({ status, error }) => status ?? error);
		expect(outcomes.slice(0, 2)).toEqual(['lost on the way', 'lost on the way']);
		expect(outcomes.at(-1)).toBe(200);
	});

	it('that come twice are on record as one, with both attempts', async () => {
		await control().set({ repeatWebhooks: true });
		await control().write(await control().seed(1), 'Hi');
		await until(() => receiver.received.length === 2);
		expect(receiver.received[1]!.raw).toBe(firstOf(receiver.received).raw);
		const delivery = await until(async () => {
			return (await control().deliveries()).find(({ attempts }) => attempts.length === 2);
		});
		expect(delivery).toMatchObject({ about: 'messageReceived', state: 'delivered' });
	});
});

it('returns only the newest entries on request', async () => {
	const { http } = controlOf(sandbox, 'dialog360');
	await client(sandbox.url).post('/sandbox/reset');
	for (let index = 0; index < 3; index++) await reading.dialog360();
	const calls = async (query: string) => (await http.get<Json[]>(`/calls${query}`)).data;
	expect(await calls('')).toHaveLength(3);
	expect(await calls('?newest=2')).toEqual((await calls('')).slice(1));
	expect((await http.get('/calls?newest=all')).status).toBe(400);
});
