/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { join } from 'node:path';

import Ajv, { type ValidateFunction } from 'ajv';
import { loadOutputSchema } from 'n8n-core';

const nodeDir = join(__dirname, '../../../nodes/WhatsAppGroups');

/** The schema that n8n finds for an operation such as `group.get`. */
export function schemaOf(key: string): Record<string, unknown> | undefined {
	const [resource, operation] = key.split('.');
	return loadOutputSchema({ nodeDir, version: 1, resource, operation });
}

// `version` is n8n's own. A type that may be null is a union.
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, keywords: ['version'] });
const validators = new Map<string, ValidateFunction>();

/** Every item has the members of its schema, and no others. */
export function expectToFit(key: string, items: object[]): void {
	const validate = validators.get(key) ?? ajv.compile(schemaOf(key) ?? false);
	validators.set(key, validate);
	for (const item of items) {
		validate(item);
		expect({ key, item, errors: validate.errors }).toMatchObject({ errors: null });
	}
}
