/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CustomDirectoryLoader, PackageDirectoryLoader } from 'n8n-core';
import { packed } from './support/packed';
import { runScript } from './support/run';

const NODES = ['whatsAppGroups', 'whatsAppGroupsTrigger'];
const CREDENTIALS = [
	'a1BaseGroupsApi',
	'dialog360GroupsApi',
	'metaCloudGroupsApi',
	'oneMsgGroupsApi',
];

describe('n8n loads the installed package', () => {
	let loader: PackageDirectoryLoader;
	beforeAll(async () => {
		loader = new PackageDirectoryLoader(packed().folder);
		await loader.loadAll();
	});

	it('by the names that saved workflows and credentials use', () => {
		expect(loader.packageName).toBe('n8n-nodes-whatsapp-groups');
		expect(Object.keys(loader.known.nodes).sort()).toEqual(NODES);
		expect(Object.keys(loader.known.credentials).sort()).toEqual(CREDENTIALS);
	});

	it('with icons for light and dark', () => {
		const types = [...loader.types.nodes, ...loader.types.credentials];
		const icons = types.flatMap(({ iconUrl }) => Object.values(iconUrl as object) as string[]);
		expect(types).toHaveLength(NODES.length + CREDENTIALS.length);
		expect(icons).toHaveLength(2 * types.length);
		for (const icon of icons) {
			const path = icon.replace(`icons/${loader.packageName}/`, '');
			expect([path, existsSync(join(packed().folder, path))]).toEqual([path, true]);
		}
	});

	it('with categories, links and search words', () => {
		for (const { codex } of loader.types.nodes) {
			expect(codex).toMatchObject({
				categories: ['Communication'],
				resources: { primaryDocumentation: [{ url: expect.stringMatching(/^https:/) }] },
			});
			expect(codex?.alias).not.toHaveLength(0);
		}
	});

	it('and offers every credential in both nodes', () => {
		for (const { supportedNodes } of loader.types.credentials) {
			expect([...(supportedNodes ?? [])].sort()).toEqual(NODES);
		}
	});
});

it('n8n loads the built folder as a custom extension', async () => {
	const loader = new CustomDirectoryLoader(join(packed().folder, 'dist'));
	await loader.loadAll();
	expect(Object.keys(loader.known.nodes).sort()).toEqual(NODES);
	expect(Object.keys(loader.known.credentials).sort()).toEqual(CREDENTIALS);
});

it('loads quickly', async () => {
	const { milliseconds } = await runScript<{ milliseconds: number }>('loadTime.cjs', [
		packed().folder,
	]);
	process.stdout.write(`The package is loaded in ${milliseconds.toFixed(0)} ms\n`);
	expect(milliseconds).toBeLessThan(1000);
});
