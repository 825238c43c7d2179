/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { readdirSync } from 'node:fs';

import { operations } from '../../nodes/WhatsAppGroups/actions';
import { SCHEMAS, schemas } from '../../scripts/schemas';
import { schemaOf } from './support/schemas';

const keys = operations.map(({ key }) => key);
const pathOf = (key: string) => `${key.replace('.', '/')}.json`;

test('there is one for each operation, and no other', () => {
	const files = readdirSync(SCHEMAS, { recursive: true, encoding: 'utf8' });
	const found = files
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /json$/.test(file));
	expect(found.sort()).toEqual(keys.map(pathOf).sort());
});

describe('n8n finds the one that the types of today say', () => {
	const written = schemas();
	test.each(keys)('%s', (key) => {
		expect(schemaOf(key)).toEqual(JSON.parse(JSON.stringify(written[pathOf(key)])));
	});
});
