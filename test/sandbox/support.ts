/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import axios, { type AxiosInstance } from 'axios';
import fastify from 'fastify';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { Delivery } from '../../sandbox/server/deliveries';
import type { Call } from '../../sandbox/server/provider';
import { factories, type ProviderName } from '../../sandbox/providers';
import type { Group, Message } from '../../sandbox/world/model';

// The types of webhook bodies and responses are unknown: each test checks what it needs.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** Responses of any status are results, not exceptions. */
export const client = (baseURL: string, headers: Record<string, string> = {}): AxiosInstance =>
	axios.create({ baseURL, headers, validateStatus: null, proxy: false });

export async function until<Value>(
	what: () => Promise<Value> | Value,
): Promise<NonNullable<Value>> {
	const end = Date.now() + 20_000;
	for (;;) {
		const value = await what();
		if (value) return value;
		if (Date.now() > end) throw new Error(`Waited in vain for ${what.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/**
 * A URL that records its requests. `statuses` are its next responses, then 200. `pauses` is how long they
 * take, in milliseconds.
 */
export async function startReceiver() {
	const received: Array<{ path: string; headers: Record<string, Json>; raw: string; body: Json }> =
		[];
	const statuses: number[] = [];
	const pauses: number[] = [];
	const app = fastify({ forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.post('/*', async ({ url, headers, body }, reply) => {
		const raw = String(body);
		received.push({ path: url, headers, raw, body: JSON.parse(raw) });
		await new Promise((resolve) => setTimeout(resolve, pauses.shift() ?? 0));
		return await reply.code(statuses.shift() ?? 200).send();
	});
	const verified: Json[] = [];
	app.get<{ Querystring: Record<string, string> }>('/*', async ({ query }, reply) => {
		verified.push(query);
		return await reply.code(statuses.shift() ?? 200).send(query['hub.challenge']);
	});
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return {
		url: `${url}/hook`,
		received,
		/** Queries of GET requests. Their challenge is answered. */
		verified,
		statuses,
		pauses,
		close: async () => await app.close(),
	};
}

/** The control routes of one provider. */
export function controlOf({ url }: Sandbox, provider: ProviderName) {
	const http = client(`${url}/sandbox/${provider}`);
	const at = (group: Group | string) =>
		`/groups/${encodeURIComponent(typeof group === 'string' ? group : group.id)}`;
	const get = async <T>(path: string) => (await http.get<T>(path)).data;
	return {
		http,
		groups: async () => await get<Group[]>('/groups'),
		group: async (id: Group | string) => await get<Group>(at(id)),
		calls: async () => await get<Call[]>('/calls'),
		deliveries: async () => await get<Delivery[]>('/deliveries'),
		set: async (settings: object) => await http.patch('/settings', settings),
		seed: async (people = 1, subject = 'Launch crew'): Promise<Group> => {
			const participants = Array.from({ length: people }, (_, index) => person(index));
			return (await http.post<Group>('/groups', { subject, participants })).data;
		},
		write: async (group: Group, text: string, more: object = {}) =>
			await http.post<Message>(`${at(group)}/messages`, { from: person(0).id, text, ...more }),
		join: async (inviteLink: string, index: number) =>
			await http.post('/join', { inviteLink, participant: person(index) }),
		leave: async (group: Group, index: number) =>
			await http.post(`${at(group)}/leave`, { participant: person(index).id }),
		read: async (group: Group, index: number, messageId: string) =>
			await http.post(`${at(group)}/read`, { participant: person(index).id, messageId }),
	};
}

/** Meta's error object. */
export const metaError = (code: number) => ({
	error: {
		message: expect.any(String),
		type: expect.any(String),
		code,
		error_data: { messaging_product: 'whatsapp', details: expect.any(String) },
		fbtrace_id: expect.any(String),
	},
});

/** A multipart body. Files are JPEGs by default. */
export function form(
	fields: Record<string, string>,
	files: Record<string, Buffer>,
	type = 'image/jpeg',
): FormData {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	for (const [name, bytes] of Object.entries(files)) {
		body.append(name, new Blob([new Uint8Array(bytes)], { type }), 'file');
	}
	return body;
}

export const person = (index: number) => ({ id: `1555000222${index}`, name: `Person ${index}` });

/** The sandbox, a provider's control routes and a webhook receiver, reset before each test. */
export function useSandbox(provider: ProviderName) {
	jest.setTimeout(60_000); // a busy machine is slow
	const setup = {} as {
		sandbox: Sandbox;
		control: ReturnType<typeof controlOf>;
		receiver: Awaited<ReturnType<typeof startReceiver>>;
	};
	let contract: OpenAPIBackend;
	beforeAll(async () => {
		setup.sandbox = await startSandbox();
		setup.control = controlOf(setup.sandbox, provider);
		contract = await contractOf(provider);
	}, 60_000); // the first start compiles everything
	beforeEach(async () => {
		await client(setup.sandbox.url).post('/sandbox/reset');
		setup.receiver = await startReceiver();
	});
	afterEach(async () => {
		expectAnswersToFit(contract, await setup.control.calls());
		await setup.receiver.close();
	});
	afterAll(async () => await setup.sandbox.close());
	return setup;
}

export async function contractOf(provider: ProviderName): Promise<OpenAPIBackend> {
	const contract = new OpenAPIBackend({
		definition: join(__dirname, '../../sandbox/contracts', `${provider}.openapi.yaml`),
		apiRoot: factories[provider]().basePath,
		strict: true,
		quick: true,
		ajvOpts: { discriminator: true },
	});
	return await contract.init();
}

/** Checks that the contract declares every response of the sandbox. */
function expectAnswersToFit(contract: OpenAPIBackend, calls: Call[]): void {
	for (const { method, path, status, answer } of calls) {
		const operation = contract.matchOperation({ method, path, headers: {} });
		if (!operation || answer === 'canned') continue;
		const { operationId } = operation;
		expect({ operationId, declared: Object.keys(operation.responses ?? {}) }).toEqual({
			operationId,
			declared: expect.arrayContaining([String(status)]),
		});
		const { errors } = contract.validateResponse(answer, operation, status);
		expect({ operationId, status, answer, errors }).toMatchObject({ errors: null });
	}
}
