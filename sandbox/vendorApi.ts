/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { OpenAPIBackend, type Context } from 'openapi-backend';
import { type Answer, type Provider, Refusal, type VendorRequest } from './provider';

/**
 * Serves one provider's API: routing, authentication and validation by its contract, the rest by
 * its operations. `provider` is asked for at each call, as a reset puts a new one in its place.
 */
export async function vendorApi(app: FastifyInstance, provider: () => Provider): Promise<void> {
	const { basePath, contract, authentication } = provider();
	const backend = new OpenAPIBackend({
		definition: join(__dirname, 'contracts', contract),
		apiRoot: basePath,
		strict: true,
		coerceTypes: true,
		ajvOpts: { allErrors: true, discriminator: true },
		handlers: {
			notFound: () => provider().errors.notFound(),
			unauthorizedHandler: () => provider().errors.unauthorized(),
			validationFail: ({ validation, operation }) =>
				provider().errors.invalid(validation.errors ?? [], operation.operationId ?? ''),
		},
	});
	await backend.init();
	for (const { operationId = '' } of backend.getOperations()) {
		backend.register(operationId, (context, baseUrl: string) =>
			provider().operations[operationId](vendorRequest(context, baseUrl) as VendorRequest<never>),
		);
	}
	for (const scheme of Object.keys(authentication)) {
		backend.registerSecurityHandler(scheme, (context, baseUrl: string) =>
			provider().authentication[scheme](vendorRequest(context, baseUrl)),
		);
	}

	// The contract judges the body, so it is handed over as it came.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	app.all(`${basePath}/*`, async (request, reply) => {
		const answer = await answerTo(request, backend, provider());
		const [path, query] = request.url.split('?');
		provider().calls.push({
			method: request.method,
			path,
			query: Object.fromEntries(new URLSearchParams(query)),
			headers: request.headers,
			body: parsed(request.body),
			status: answer.status,
			answer: answer.body,
			at: new Date().toISOString(),
		});
		return await reply
			.code(answer.status)
			.headers(answer.headers ?? {})
			.send(answer.body);
	});
}

async function answerTo(
	request: FastifyRequest,
	backend: OpenAPIBackend,
	{ settings, basePath }: Provider,
): Promise<Answer> {
	if (settings.answerNext) {
		const answer = settings.answerNext;
		settings.answerNext = null;
		return answer;
	}
	const { method, url, headers, body, host } = request;
	try {
		return (await backend.handleRequest(
			{ method, path: url, headers: headers as Record<string, string>, body },
			`http://${host}${basePath}`,
		)) as Answer;
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error -- no node here
		throw error;
	}
}

function vendorRequest({ request }: Context, baseUrl: string): VendorRequest {
	const { params, query, headers, requestBody } = request;
	return { params, query, headers, body: requestBody, baseUrl } as VendorRequest;
}

function parsed(body: unknown): unknown {
	try {
		return JSON.parse(String(body));
	} catch {
		return body;
	}
}
