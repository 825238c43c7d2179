/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../demo/folders';
import { copyOf, emptyFolder, writeFiles } from './support/copies';
import { packed } from './support/packed';
import { runScript } from './support/run';

jest.setTimeout(120_000);

interface ScanResult {
	passed: boolean;
	details?: string;
}

/** A comment that disables rules works in an editor, but not in n8n's scan. */
const VIOLATION = '/* eslint-disable */\nconsole.log(1);\n';

async function scan(kind: 'source' | 'tarball', folder: string): Promise<ScanResult> {
	return await runScript('scan.mjs', [kind, folder]);
}

describe("n8n's scan", () => {
	it('finds nothing in the sources', async () => {
		expect(await scan('source', projectFolder)).toEqual({ passed: true });
	});

	it('finds nothing in the tarball', async () => {
		expect(await scan('tarball', packed().folder)).toEqual({ passed: true });
	});

	it('would find a violation in the sources', async () => {
		const folder = await copyOf('package.json', 'nodes', 'credentials');
		await writeFiles(folder, { 'nodes/planted.ts': VIOLATION });
		const { passed, details } = await scan('source', folder);
		expect(passed).toBe(false);
		expect(details).toContain('no-console');
	});

	it('would find a violation in the tarball', async () => {
		const folder = await emptyFolder();
		await cp(join(packed().folder, 'package.json'), join(folder, 'package.json'));
		await writeFiles(folder, { 'dist/planted.js': VIOLATION });
		const { passed, details } = await scan('tarball', folder);
		expect(passed).toBe(false);
		expect(details).toContain('no-console');
	});
});
