/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Packs one package for each provider into the folder `packages`. */
import { join } from 'node:path';
import { projectFolder } from '../demo/folders';
import { providers } from '../nodes/WhatsAppGroups/providers';
import { makeProviderPackage } from './providerPackages';

void (async () => {
	for (const provider of providers) {
		const tarball = await makeProviderPackage(provider, join(projectFolder, 'packages'));
		process.stdout.write(`${tarball}\n`);
	}
})();
