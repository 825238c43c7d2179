import type { FastifyInstance } from 'fastify';
import { sampleFile } from '../world/files';
import type { Provider } from '../server/provider';
import { Missing } from './shared';

/** What a provider keeps: where links in its webhooks lead. */
export function mediaRoutes(app: FastifyInstance, prefix: string, provider: () => Provider): void {
	app.get<{ Params: { id: string } }>(`${prefix}/media/:id`, async ({ params: { id } }, reply) => {
		const file = provider().world.files.get(id);
		if (!file) throw new Missing(`No media ${id}`);
		return await reply.type(file.mimeType).send(file.bytes);
	});
}

/** Files to send by link: every provider would have to fetch them from somewhere. */
export function fileRoutes(app: FastifyInstance): void {
	app.get<{ Params: { name: string } }>(
		'/sandbox/files/:name',
		async ({ params: { name } }, reply) => {
			const file = sampleFile(name);
			if (!file) throw new Missing(`No file ${name}`);
			return await reply.type(file.mimeType).send(file.bytes);
		},
	);
}
