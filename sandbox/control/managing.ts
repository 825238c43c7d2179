import type { FastifyInstance } from 'fastify';
import { clearSuspension, requestToJoin, revokeJoinRequest, suspend } from '../world/management';
import type { Group, Person } from '../world/model';
import type { Provider } from '../server/provider';
import type { World } from '../world/World';
import { asPerson, knownGroup, person } from './shared';

/** Routes to ask for a seat in a group, and to suspend one. */
export function managingRoutes(
	app: FastifyInstance,
	prefix: string,
	provider: () => Provider,
): void {
	app.post<{ Params: { id: string }; Body: { participant: Person } }>(
		`${prefix}/groups/:id/join-requests`,
		{
			schema: {
				body: { type: 'object', required: ['participant'], properties: { participant: person } },
			},
		},
		({ params, body }) => {
			const { world } = provider();
			return requestToJoin(world, knownGroup(world, params.id), asPerson(body.participant));
		},
	);

	app.delete<{ Params: { id: string; joinRequestId: string } }>(
		`${prefix}/groups/:id/join-requests/:joinRequestId`,
		({ params }) => {
			const { world } = provider();
			const group = knownGroup(world, params.id);
			revokeJoinRequest(world, group, params.joinRequestId);
			return group;
		},
	);

	const change = (path: string, act: (world: World, group: Group) => void) =>
		app.post<{ Params: { id: string } }>(`${prefix}/groups/:id/${path}`, ({ params }) => {
			const { world } = provider();
			const group = knownGroup(world, params.id);
			act(world, group);
			return group;
		});
	change('suspend', suspend);
	change('unsuspend', clearSuspension);
}
