/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import sse from '@fastify/sse';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { dirname, join } from 'node:path';
import type { Changes } from '../server/changes';
import type { Provider } from '../server/provider';

const vue = require.resolve('vue/dist/vue.esm-browser.prod.js');

/** The sandbox's page, and the data that only the page needs. */
export async function viewingRoutes(
	app: FastifyInstance,
	changes: Changes,
	providers: () => Record<string, Provider>,
): Promise<void> {
	await app.register(files, { root: join(__dirname, '../page'), prefix: '/page/' });
	await app.register(sse);

	app.get('/', async (_request, reply) => await reply.redirect('/page/'));

	app.get('/page/vue.js', async (_request, reply) => {
		return await reply.sendFile('vue.esm-browser.prod.js', dirname(vue));
	});

	app.get('/sandbox/providers', () =>
		Object.entries(providers()).map(([name, { label, groups, webhookByHand, inbound }]) => ({
			name,
			label,
			groups,
			webhookByHand,
			inbound,
		})),
	);

	/** Server-sent events without content: one for each change. */
	app.get('/sandbox/changes', { sse: 'only' }, async (_request, reply) => {
		const closed = new AbortController();
		reply.sse.onClose(() => closed.abort());
		await reply.sse.send(changes.since(closed.signal));
	});
}
