/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** What publishing would do, without doing it. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

	const output = await run('npm', ['pack', '--dry-run', '--json'], { cwd: packed().folder });

	const [published] = JSON.parse(output);
	expect(published.id).toBe(`${name}@${version}`);
	const paths: string[] = published.files.map(({ path }: { path: string }) => path);
	expect(paths.sort()).toEqual(await filesIn(packed().folder));
});

// From npm 11 on, even a dry run of publishing fails for a version that the registry has.
it('can be tried between two releases', async () => {
	const { name, version, scripts } = await readJson('package.json');
	const published = {
		name,
		'dist-tags': { latest: version },
		versions: { [version]: { name, version } },
	};
	const registry = createServer((_request, response) => response.end(JSON.stringify(published)));
	await once(registry.listen(0, '127.0.0.1'), 'listening');
	const { port } = registry.address() as AddressInfo;
	const [program, ...args] = scripts['release:try'].split(' && ').pop().split(' ');
	args.push('--ignore-scripts', `--registry=http://127.0.0.1:${port}`);
	try {
		const output = await run(program, args, { cwd: packed().folder });

		expect(output).toContain(`${name}-${version}.tgz`);
	} finally {
		registry.close();
	}
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
