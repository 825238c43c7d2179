import type { Settings } from '../server/provider';

/** The response to the next API call. A text body is sent as plain text. */
const answerNext = {
	type: 'object',
	nullable: true,
	required: ['status'],
	additionalProperties: false,
	properties: {
		status: { type: 'integer', minimum: 200, maximum: 599 },
		body: {},
		headers: { type: 'object', additionalProperties: { type: 'string' } },
	},
};

const schemaOf = { boolean: 'boolean', number: 'integer', string: 'string' } as const;

/** The body that PATCH accepts: the provider's switches, each of the type of its default. */
export function settingsSchema(settings: Settings) {
	const switches = Object.entries(settings).filter(([name]) => name !== 'answerNext');
	return {
		type: 'object',
		additionalProperties: false,
		properties: {
			...Object.fromEntries(
				switches.map(([name, value]) => [
					name,
					{ type: schemaOf[typeof value as keyof typeof schemaOf] },
				]),
			),
			answerNext,
		},
	};
}
