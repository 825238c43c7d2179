/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** What publishing would do, without doing it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../demo/folders';
import { filesIn } from './support/copies';
import { packed } from './support/packed';
import { run } from './support/run';

jest.setTimeout(120_000);

const readJson = async (path: string) =>
	JSON.parse(await readFile(join(projectFolder, path), 'utf8'));

it('publishes the files of the tarball under the name and version of the manifest', async () => {
	const { name, version } = await readJson('package.json');

	const output = await run('npm', ['publish', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: packed().folder,
	});

	const published = JSON.parse(output)[name];
	expect(published.id).toBe(`${name}@${version}`);
	const paths: string[] = published.files.map(({ path }: { path: string }) => path);
	expect(paths.sort()).toEqual(await filesIn(packed().folder));
});

it('has a manifest that npm does not have to correct', async () => {
	const manifest = join(packed().folder, 'package.json');
	const before = await readFile(manifest, 'utf8');

	await run('npm', ['pkg', 'fix', '--ignore-scripts'], { cwd: packed().folder });

	expect(await readFile(manifest, 'utf8')).toBe(before);
});

it('has a section for its version in the changelog', async () => {
	const { version } = await readJson('package.json');
	const changelog = await readFile(join(packed().folder, 'CHANGELOG.md'), 'utf8');

	expect(changelog).toContain(`\n## ${version} `);
});
