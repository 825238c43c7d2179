/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { demoFolder, projectFolder } from './folders';
import { npm } from './run';

const packageFolder = join(demoFolder, 'package');

/** The sources of the tarball. */
const sources = [
	...['credentials', 'icons', 'nodes'],
	...['gulpfile.js', 'index.js', 'package.json', 'tsconfig.json'],
	...['CHANGELOG.md', 'LICENSE.md', 'README.md'],
];

/** The tarball of the current sources, if it was made already. */
export async function findTarball(): Promise<string | undefined> {
	const folder = join(packageFolder, await fingerprint());
	const [tarball] = await readdir(folder).catch(() => []);
	return tarball && join(folder, tarball);
}

/** Builds and packs the package the way it is published. */
export async function makeTarball(signal?: AbortSignal): Promise<string> {
	const folder = join(packageFolder, await fingerprint());
	const unfinished = join(packageFolder, 'unfinished');
	await rm(packageFolder, { recursive: true, force: true });
	await mkdir(unfinished, { recursive: true });
	await npm(['run', 'build'], { cwd: projectFolder, signal });
	const pack = ['pack', '--ignore-scripts', '--pack-destination', '.demo/package/unfinished'];
	await npm(pack, { cwd: projectFolder, signal });
	await rename(unfinished, folder);
	const [tarball = ''] = await readdir(folder);
	return join(folder, tarball);
}

/**
 * Installs a packed package where n8n keeps community packages, unless the same tarball is installed
 * already. Without peer dependencies, as n8n's own installer does: n8n has its own n8n-workflow.
 */
export async function installPackage(
	tarball: string,
	userFolder: string,
	signal?: AbortSignal,
): Promise<void> {
	const cwd = join(userFolder, '.n8n', 'nodes');
	await mkdir(cwd, { recursive: true });
	if (await isInstalled(tarball, cwd)) return;
	const only = ['--ignore-scripts', '--legacy-peer-deps', '--omit=dev', '--no-audit', '--no-fund'];
	// Relative, so that a space in the project's path works in any shell.
	await npm(['install', relative(cwd, tarball), ...only], { cwd, signal });
}

/** npm writes the tarball's checksum last, when the installation is complete. */
async function isInstalled(tarball: string, folder: string): Promise<boolean> {
	const installed = join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(installed)) return false;
	const checksum = createHash('sha512')
		.update(await readFile(tarball))
		.digest('base64');
	return (await readFile(installed, 'utf8')).includes(`sha512-${checksum}`);
}

async function fingerprint(): Promise<string> {
	const hash = createHash('sha256');
	for (const source of sources) await addTo(hash, source);
	return hash.digest('hex').slice(0, 16);
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
	const place = join(projectFolder, path);
	if (!existsSync(place)) return;
	if ((await stat(place)).isDirectory()) {
		for (const name of (await readdir(place)).sort()) await addTo(hash, join(path, name));
	} else {
		hash.update(`${path}\0`).update(await readFile(place));
	}
}
