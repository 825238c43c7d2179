import fastify, { type FastifyInstance } from 'fastify';
import { Impossible } from '../world/Impossible';
import { Changes } from './changes';
import { actingRoutes } from '../control/acting';
import { fileRoutes, mediaRoutes } from '../control/files';
import { inspectingRoutes } from '../control/inspecting';
import { invitingRoutes } from '../control/inviting';
import { managingRoutes } from '../control/managing';
import { Missing } from '../control/shared';
import { tryingOutRoutes } from '../control/tryingOut';
import { viewingRoutes } from '../control/viewing';
import type { Provider } from './provider';
import { factories, type ProviderName, providerNames } from '../providers';
import { vendorApi } from './vendorApi';

/** The state of all providers. A reset replaces it. */
export type Providers = Record<ProviderName, Provider>;

function createProviders(onChange: () => void): Providers {
	const create = (name: ProviderName) => {
		const provider: Provider = factories[name]();
		provider.deliveries.onChange = onChange;
		return [name, provider];
	};
	return Object.fromEntries(providerNames.map(create)) as Providers;
}

export async function createServer(): Promise<FastifyInstance> {
	const changes = new Changes();
	let providers = createProviders(changes.announce);
	const stopDeliveries = () => {
		for (const name of providerNames) providers[name].deliveries.close();
	};

	const app = fastify({
		forceCloseConnections: true, // keep-alive connections must not delay close()
		bodyLimit: 100 * 1024 * 1024, // 100 MB is the largest file that any provider accepts
		routerOptions: { maxParamLength: 1000 },
		ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
	});
	readJson(app);
	app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
		return await reply.code(statusOf(error)).send({ error: error.message });
	});
	app.addHook('onClose', stopDeliveries);
	app.addHook('onResponse', async ({ method, url }) => {
		const isLooking = method === 'GET' && /^\/($|page\/|sandbox\/)/.test(url);
		if (!isLooking) changes.announce();
	});

	for (const name of providerNames) {
		await app.register(async (scope) => await vendorApi(scope, () => providers[name]));
		actingRoutes(app, `/sandbox/${name}`, () => providers[name]);
		const routes = providers[name].groups === 'official' ? managingRoutes : invitingRoutes;
		routes(app, `/sandbox/${name}`, () => providers[name]);
		mediaRoutes(app, `/sandbox/${name}`, () => providers[name]);
		inspectingRoutes(app, `/sandbox/${name}`, () => providers[name]);
		tryingOutRoutes(app, `/sandbox/${name}`, () => providers[name]);
	}
	fileRoutes(app);
	await viewingRoutes(app, changes, () => providers);
	app.post('/sandbox/reset', () => {
		stopDeliveries();
		providers = createProviders(changes.announce);
		return { reset: true };
	});
	return app;
}

/** Reads JSON whatever the content type, because some clients send one even without a body. */
function readJson(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, body, done) => {
		try {
			done(null, body === '' ? undefined : JSON.parse(body));
		} catch (error) {
			done(Object.assign(error as Error, { statusCode: 400 }));
		}
	});
}

function statusOf(error: Error & { statusCode?: number }): number {
	if (error instanceof Missing) return 404;
	if (error instanceof Impossible) return 409;
	return error.statusCode ?? 500;
}
