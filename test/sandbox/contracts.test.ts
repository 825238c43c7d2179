/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { join } from 'node:path';

import { OpenAPIBackend } from 'openapi-backend';

import { factories, providerNames } from '../../sandbox/providers';

test.each(providerNames)("%s's contract is valid OpenAPI", async (provider) => {
	const definition = join(__dirname, '../../sandbox/contracts', factories[provider]().contract);
	const backend = new OpenAPIBackend({ definition });
	await backend.loadDocument();

	expect(() => backend.validateDefinition()).not.toThrow();
});
