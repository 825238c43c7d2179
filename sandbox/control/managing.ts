import type { FastifyInstance } from 'fastify';
import { clearSuspension, requestToJoin, revokeJoinRequest, suspend } from '../world/management';
import type { Group, Person } from '../world/model';
import { changeProfile, type ProfileChanges } from '../world/people';
import type { Provider } from '../server/provider';
import type { World } from '../world/World';
import { asPerson, knownGroup, person } from './shared';

/** Routes to ask to join a group, hide a phone number, make messages to a person fail, and suspend a group. */
export function managingRoutes(
	app: FastifyInstance,
	prefix: string,
	provider: () => Provider,
): void {
	const { username, hidesNumber, unreachable } = person.properties;

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

	app.patch<{
		Params: { id: string; participant: string };
		Body: ProfileChanges;
	}>(
		`${prefix}/groups/:id/participants/:participant`,
		{
			schema: {
				body: {
					type: 'object',
					additionalProperties: false,
					properties: { username, hidesNumber, unreachable },
				},
			},
		},
		({ params, body }) =>
			changeProfile(knownGroup(provider().world, params.id), params.participant, body),
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
