/** A proxy between the nodes and the sandbox, for failures in the middle of several calls. */
import { client } from '../../sandbox/support';
import type { TestSandbox } from './sandbox';
import { startServer, type SeenRequest } from './servers';
import type { Registering } from './webhooks';

export interface Answer {
	status: number;
	data: unknown;
}

/** @param pass passes the call on to the sandbox, and returns its response */
type Interceptor = (call: SeenRequest, pass: () => Promise<Answer>) => Promise<Answer>;

/** The account at an address where `intercept` answers each call. */
export async function interceptedAccount(
	sandbox: TestSandbox,
	provider: Registering,
	intercept: Interceptor,
): Promise<{ baseUrl: string }> {
	const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
	const server = await startServer(async (call, response) => {
		const { method, path: url, body, headers } = call;
		const { 'content-type': contentType, authorization, 'd360-api-key': key } = headers;
		const pass = async () =>
			await client(origin).request({
				method,
				url,
				data: body || undefined,
				headers: { 'content-type': contentType, authorization, 'd360-api-key': key },
			});
		const { status, data } = await intercept(call, pass);
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
	});
	return { baseUrl: server.url + pathname };
}

export const broken: Answer = { status: 500, data: { error: 'Try again later' } };
