/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * The JSON Schema of each action's output, from the types in `contract/`. n8n's editor uses them to
 * complete expressions before the first run. `npm run schemas` writes them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { createGenerator, type Schema } from 'ts-json-schema-generator';

import { providers } from '../nodes/WhatsAppGroups/providers/index';

const root = join(__dirname, '..');
/** Where n8n looks for them: beside the node, by version, resource and operation. */
export const SCHEMAS = join(root, 'nodes/WhatsAppGroups/__schema__/v1.0.0');

/** Schemas by path, such as `group/get.json`. */
export function schemas(): Record<string, Schema> {
	const generator = createGenerator({
		path: join(root, 'scripts/outputs.ts'),
		tsconfig: join(root, 'tsconfig.json'),
		type: 'Outputs',
		expose: 'none',
		topRef: false,
		skipTypeCheck: true,
	});
	const { properties = {} } = generator.createSchema('Outputs');
	const entries = Object.entries(properties).map(([key, schema]) => [
		`${key.replace('.', '/')}.json`,
		withProvider(plain(schema as Schema)),
	]);
	return Object.fromEntries(entries);
}

/** As the router returns it. n8n requires a version of the schema itself. */
function withProvider({ properties, required = [], ...schema }: Schema): Schema {
	const provider = { type: 'string' as const, enum: providers.map(({ name }) => name) };
	return {
		version: 1,
		...schema,
		properties: { provider, ...properties },
		required: ['provider', ...required],
	} as Schema;
}

/** `T | null` as one type, because n8n's editor does not read alternatives. */
function plain(schema: Schema): Schema {
	if (schema.anyOf) {
		const parts = schema.anyOf.map((part) => plain(part as Schema));
		return {
			...schema,
			anyOf: undefined,
			...parts[0],
			type: parts.map(({ type }) => type),
		} as Schema;
	}
	const { properties } = schema;
	if (!properties) return schema;
	const parts = Object.entries(properties).map(([name, part]) => [name, plain(part as Schema)]);
	return { ...schema, properties: Object.fromEntries(parts) };
}

if (require.main === module) {
	rmSync(SCHEMAS, { recursive: true, force: true });
	// Indented as `tsc` copies JSON, so that both builds have the same result.
	for (const [path, schema] of Object.entries(schemas())) {
		const file = join(SCHEMAS, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${JSON.stringify(schema, null, 4)}\n`);
	}
}
