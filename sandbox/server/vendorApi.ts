/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { OpenAPIBackend, type Context } from 'openapi-backend';
import { type Form, readForm } from './multipart';
import {
	type Answer,
	operationNamed,
	type Provider,
	Refusal,
	type VendorRequest,
} from './provider';

/** 360dialog.md#p4: the path of files, whatever the host. */
const ATTACHMENTS = '/whatsapp_business/attachments/';

/**
 * Serves one provider's API: routing, authentication and validation by its contract, the rest by
 * its operations. `provider` is called for each request, because a reset replaces it.
 */
export async function vendorApi(app: FastifyInstance, provider: () => Provider): Promise<void> {
	const { basePath, contract, authentication, mediaHost } = provider();
	const backend = new OpenAPIBackend({
		definition: join(__dirname, '../contracts', contract),
		apiRoot: basePath,
		strict: true,
		// Compiles the check of an operation when it is first called: all of them take seconds.
		quick: true,
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
		backend.register(operationId, (context, caller: Caller) =>
			operationNamed(
				provider().operations,
				operationId,
			)(vendorRequest(context, caller) as VendorRequest<never>),
		);
	}
	for (const scheme of Object.keys(authentication)) {
		backend.registerSecurityHandler(scheme, (context, caller: Caller) =>
			provider().authentication[scheme]?.(vendorRequest(context, caller)),
		);
	}

	// The contract checks the body, so it is passed on unchanged.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body),
	);

	const serve = (root: string) => async (request: FastifyRequest, reply: FastifyReply) => {
		const at = new Date().toISOString();
		const url = basePath + request.url.slice(root.length);
		const form = await formOf(request);
		const answer = await answerTo(request, url, form, backend, provider());
		const [path = url, query] = url.split('?');
		const { method } = request;
		const { operationId: operation = '', summary = 'Call an unknown path' } =
			backend.matchOperation({ method, path, headers: {} }) ?? {};
		provider().calls.push({
			operation,
			summary,
			method,
			path,
			query: Object.fromEntries(new URLSearchParams(query)),
			headers: request.headers,
			body: form ? shown(form) : parsed(request.body),
			status: answer.status,
			answer: Buffer.isBuffer(answer.body) ? `<${answer.body.length} bytes>` : answer.body,
			at,
		});
		return await reply
			.code(answer.status)
			.headers(answer.headers ?? {})
			.send(answer.body);
	};
	app.all(`${basePath}/*`, serve(basePath));
	if (mediaHost !== undefined) app.get(`${mediaHost}${ATTACHMENTS}`, serve(mediaHost));
}

/** What a handler gets besides the request that its contract describes. */
interface Caller {
	baseUrl: string;
	files: VendorRequest['files'];
}

/** A form that can't be read counts as empty, so the contract reports its missing fields. */
async function formOf({ body, headers }: FastifyRequest): Promise<Form | undefined> {
	if (!Buffer.isBuffer(body)) return undefined;
	try {
		return await readForm(body, headers['content-type'] ?? '');
	} catch {
		return { fields: {}, files: {} };
	}
}

/** A form for the record of calls: the properties of files, not their bytes. */
function shown({ fields, files }: Form) {
	const about = ({ name, mimeType, bytes }: Form['files'][string]) => ({
		filename: name,
		mimeType,
		size: bytes.length,
	});
	return {
		...fields,
		...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, about(file)])),
	};
}

async function answerTo(
	request: FastifyRequest,
	url: string,
	form: Form | undefined,
	backend: OpenAPIBackend,
	{ settings, basePath, errors }: Provider,
): Promise<Answer> {
	if (settings.answerNext) {
		const answer = settings.answerNext;
		settings.answerNext = null;
		return answer;
	}
	if (settings.answerDelayMs > 0) await setTimeout(settings.answerDelayMs, null, { ref: false });
	if (settings.tooManyRequests) return errors.tooManyRequests();
	if (settings.serverError) return errors.serverError();
	const { method, headers, body, host } = request;
	const caller: Caller = { baseUrl: `http://${host}${basePath}`, files: form?.files ?? {} };
	try {
		return (await backend.handleRequest(
			{
				method,
				path: url,
				headers: headers as Record<string, string>,
				body: form ? form.fields : body,
			},
			caller,
		)) as Answer;
	} catch (error) {
		if (error instanceof Refusal) return error.answer;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error -- no node here
		throw error;
	}
}

function vendorRequest({ request }: Context, caller: Caller): VendorRequest {
	const { params, query, headers, requestBody } = request;
	return { params, query, headers, body: requestBody, ...caller } as VendorRequest;
}

function parsed(body: unknown): unknown {
	try {
		return JSON.parse(String(body));
	} catch {
		return body;
	}
}
