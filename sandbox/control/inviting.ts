import type { FastifyInstance } from 'fastify';
import { inviteBusiness } from '../world/membership';
import type { Provider } from '../server/provider';
import { asPerson, phone } from './shared';

/** A route to invite the business to a group. Only some providers can join one. */
export function invitingRoutes(
	app: FastifyInstance,
	prefix: string,
	provider: () => Provider,
): void {
	app.post<{ Body: { groupName: string; from: string; name?: string } }>(
		`${prefix}/invitations`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['groupName', 'from'],
					properties: {
						groupName: { type: 'string', minLength: 1 },
						from: phone,
						name: { type: 'string', minLength: 1 },
					},
				},
			},
		},
		({ body: { groupName, from, name } }) =>
			inviteBusiness(provider().world, groupName, asPerson({ id: from, name })),
	);
}
