import type { FastifyInstance } from 'fastify';
import { createGroup, join, leave } from '../world/groups';
import { read, write, writeDirect } from '../world/messages';
import type { Provider } from '../server/provider';
import type { GroupInput, Person } from '../world/model';
import { contentOf, type WrittenMessage, writtenMessage } from './writing';
import { asPerson, digits, knownGroup, person, phone } from './shared';

/** Routes to act as a participant of WhatsApp. `provider` is called for each request. */
export function actingRoutes(app: FastifyInstance, prefix: string, provider: () => Provider): void {
	const text = { type: 'string', minLength: 1 };

	app.post<{ Body: GroupInput }>(
		`${prefix}/groups`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['subject'],
					properties: {
						subject: text,
						description: { type: 'string' },
						joinApprovalMode: { enum: ['auto_approve', 'approval_required'] },
						participants: { type: 'array', items: person },
						writtenBefore: { type: 'string', format: 'date-time', nullable: true },
					},
				},
			},
		},
		({ body: { participants, writtenBefore = new Date().toISOString(), ...input } }) =>
			createGroup(provider().world, {
				...input,
				participants: participants?.map(asPerson),
				// Unless something else is said, somebody has just written: see `keepWindow`.
				writtenBefore,
			}),
	);

	app.post<{ Params: { id: string }; Body: WrittenMessage }>(
		`${prefix}/groups/:id/messages`,
		{ schema: { body: writtenMessage(provider().inbound) } },
		async ({ params, body, host }) => {
			const { world } = provider();
			const group = knownGroup(world, params.id);
			const { from, name, replyTo } = body;
			const mediaUrl = `http://${host}${prefix}/media`;
			const { text: words, content } = await contentOf(world, body, mediaUrl);
			return write(world, group, { id: digits(from), name }, words, replyTo, content);
		},
	);

	app.post<{ Body: { inviteLink: string; participant: Person } }>(
		`${prefix}/join`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['inviteLink', 'participant'],
					properties: { inviteLink: text, participant: person },
				},
			},
		},
		({ body }) => join(provider().world, body.inviteLink, asPerson(body.participant)),
	);

	app.post<{ Params: { id: string }; Body: { participant: string } }>(
		`${prefix}/groups/:id/leave`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['participant'],
					properties: { participant: phone },
				},
			},
		},
		({ params, body }) => {
			const { world } = provider();
			const group = knownGroup(world, params.id);
			leave(world, group, digits(body.participant));
			return group;
		},
	);

	app.post<{ Params: { id: string }; Body: { participant: string; messageId: string } }>(
		`${prefix}/groups/:id/read`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['participant', 'messageId'],
					properties: { participant: phone, messageId: text },
				},
			},
		},
		({ params, body }) => {
			const { world } = provider();
			const group = knownGroup(world, params.id);
			read(world, group, digits(body.participant), body.messageId);
			return group;
		},
	);

	app.post<{ Body: { from: string; name?: string; text: string } }>(
		`${prefix}/direct-messages`,
		{
			schema: {
				body: {
					type: 'object',
					required: ['from', 'text'],
					properties: { from: phone, name: text, text },
				},
			},
		},
		({ body: { from, name, text: words } }) =>
			writeDirect(provider().world, asPerson({ id: from, name }), words),
	);
}
