import type { FastifyInstance } from 'fastify';
import { sampleFile } from '../world/files';
import type { Provider } from '../server/provider';
import { Missing } from './shared';

/** Files that a provider stores, at the addresses in its webhooks. */
export function mediaRoutes(app: FastifyInstance, prefix: string, provider: () => Provider): void {
	app.get<{ Params: { id: string } }>(`${prefix}/media/:id`, async ({ params: { id } }, reply) => {
		const file = provider().world.files.get(id);
		if (!file) throw new Missing(`No media ${id}`);
		return await reply.type(file.mimeType).send(file.bytes);
	});
}

/** Sample files to send by link. */
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
