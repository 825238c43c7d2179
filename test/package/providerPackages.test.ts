/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';
import { projectFolder } from '../../demo/folders';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { makeProviderPackage, packageName } from '../../scripts/providerPackages';
import { emptyFolder } from './support/copies';
import { run, runScript } from './support/run';

jest.setTimeout(120_000);

describe.each(providers.map((provider) => [provider.displayName, provider] as const))(
	'the package for %s alone',
	(_, provider) => {
		let folder: string;
		beforeAll(async () => {
			const temporary = await emptyFolder();
			const tarball = await makeProviderPackage(provider, temporary);
			await run('tar', ['-xzf', tarball], { cwd: temporary });
			folder = join(temporary, 'package');
			await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
		});

		it('has the same nodes, its own credential, and no choice of a provider', async () => {
			const loader = new PackageDirectoryLoader(folder);
			await loader.loadAll();

			expect(loader.packageName).toBe(packageName(provider));
			expect(Object.keys(loader.known.nodes).sort()).toEqual([
				'whatsAppGroups',
				'whatsAppGroupsTrigger',
			]);
			expect(Object.keys(loader.known.credentials)).toEqual([provider.credential]);
			for (const { properties } of loader.types.nodes) {
				const field = properties.find(({ name }) => name === 'provider');
				expect(field).toMatchObject({ type: 'hidden', default: provider.name });
			}
		});

		it("passes n8n's scan", async () => {
			expect(await runScript('scan.mjs', ['tarball', folder])).toEqual({ passed: true });
		});
	},
);
