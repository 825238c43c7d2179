import type { FastifyInstance } from 'fastify';
import { groupsOf } from '../world/groups';
import type { Provider, Settings } from '../server/provider';
import { settingsSchema } from './settings';
import { knownGroup, Missing } from './shared';

/** How many of the newest to return. All by default. */
interface Newest {
	Querystring: { newest?: string };
}

const newest = {
	schema: {
		querystring: {
			type: 'object',
			properties: { newest: { type: 'string', pattern: '^[1-9]\\d{0,5}$' } },
		},
	},
};

const newestOf = <One>(all: One[], query: Newest['Querystring']): One[] =>
	all.slice(query.newest === undefined ? 0 : -Number(query.newest));

/** Routes that show calls and webhooks, and set switches. `provider` is called for each request. */
export function inspectingRoutes(
	app: FastifyInstance,
	prefix: string,
	provider: () => Provider,
): void {
	app.get(`${prefix}/groups`, () => groupsOf(provider().world));

	app.get<{ Params: { id: string } }>(`${prefix}/groups/:id`, ({ params }) =>
		knownGroup(provider().world, params.id),
	);

	app.get(`${prefix}/invitations`, () => provider().world.invitations);

	app.get(`${prefix}/direct-messages`, () => provider().world.directMessages);

	app.get<Newest>(`${prefix}/calls`, newest, ({ query }) => newestOf(provider().calls, query));

	app.get<Newest>(`${prefix}/deliveries`, newest, ({ query }) =>
		newestOf(provider().deliveries.list, query),
	);

	app.post<{ Params: { id: string } }>(
		`${prefix}/deliveries/:id/repeat`,
		async ({ params: { id } }) => {
			const { deliveries } = provider();
			const delivery = deliveries.list.find((candidate) => candidate.id === id);
			if (!delivery) throw new Missing(`No delivery ${id}`);
			await deliveries.repeat(delivery);
			return delivery;
		},
	);

	app.get(`${prefix}/webhook`, () => ({
		webhooks: provider()
			.webhooks()
			.map(({ url, headers = {} }) => ({ url, headers })),
	}));

	app.get(`${prefix}/settings`, () => provider().settings);

	app.patch<{ Body: Partial<Settings> }>(
		`${prefix}/settings`,
		{ schema: { body: settingsSchema(provider().settings) } },
		async ({ body }) => {
			await provider().beforeSetting?.(body);
			return Object.assign(provider().settings, body);
		},
	);
}
