import type { FastifyInstance } from 'fastify';
import { sampleFile } from '../files';
import { Missing } from './shared';

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
