/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from '../../demo/run';
import { copyOf, filesIn, textsIn } from './support/copies';
import { packed } from './support/packed';

jest.setTimeout(120_000);

/** All published files besides schemas. */
const FILES = [
	'CHANGELOG.md',
	'LICENSE.md',
	'README.md',
	'dist/code.js',
	'dist/credentials/A1BaseGroupsApi.credentials.js',
	'dist/credentials/Dialog360GroupsApi.credentials.js',
	'dist/credentials/MetaCloudGroupsApi.credentials.js',
	'dist/credentials/OneMsgGroupsApi.credentials.js',
	'dist/icons/a1base.dark.svg',
	'dist/icons/a1base.svg',
	'dist/icons/dialog360.dark.svg',
	'dist/icons/dialog360.svg',
	'dist/icons/meta-cloud.dark.svg',
	'dist/icons/meta-cloud.svg',
	'dist/icons/one-msg.dark.svg',
	'dist/icons/one-msg.svg',
	'dist/icons/whatsapp-groups.dark.svg',
	'dist/icons/whatsapp-groups.svg',
	'dist/nodes/WhatsAppGroups/WhatsAppGroups.node.js',
	'dist/nodes/WhatsAppGroups/WhatsAppGroups.node.json',
	'dist/nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node.js',
	'dist/nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node.json',
	'dist/package.json',
	'index.js',
	'package.json',
];

/** One for each operation: `test/core/schemas.test.ts`. */
const SCHEMA = /^dist\/nodes\/WhatsAppGroups\/__schema__\/v1\.0\.0\/\w+\/\w+\.json$/;

it('holds the code, schemas, icons, codex, license, changelog and README, and nothing else', async () => {
	const files = await filesIn(packed().folder);
	expect(files.some((path) => SCHEMA.test(path))).toBe(true);
	expect(files.filter((path) => !SCHEMA.test(path))).toEqual(FILES);
});

it('is small', async () => {
	const files = await filesIn(packed().folder);
	const { size } = await stat(packed().tarball);
	process.stdout.write(`The tarball has ${(size / 1000).toFixed(1)} kB, ${files.length} files\n`);
	expect(size).toBeLessThan(150_000);
});

it('is the same when it is built without n8n-node', async () => {
	const sources = ['credentials', 'icons', 'nodes', 'gulpfile.js', 'package.json', 'tsconfig.json'];
	const copy = await copyOf(...sources);
	await npm(['run', 'build:plain'], { cwd: copy });
	const published = await textsIn(join(packed().folder, 'dist'));
	expect(await textsIn(join(copy, 'dist'))).toEqual(published);
});
