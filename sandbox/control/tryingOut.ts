import type { FastifyInstance } from 'fastify';
import type { Provider, TryOut } from '../server/provider';

/** A route for messages that the page offers to send. `provider` is called for each request. */
export function tryingOutRoutes(
	app: FastifyInstance,
	prefix: string,
	provider: () => Provider,
): void {
	const text = { type: 'string', minLength: 1 };

	app.get(`${prefix}/try-out`, () => provider().tryOut);

	app.put<{ Body: TryOut[] }>(
		`${prefix}/try-out`,
		{
			schema: {
				body: {
					type: 'array',
					items: {
						type: 'object',
						required: ['text', 'example'],
						additionalProperties: false,
						properties: { groupId: text, text, example: text },
					},
				},
			},
		},
		({ body }) => (provider().tryOut = body),
	);
}
