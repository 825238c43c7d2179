/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { cp, mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../../demo/folders';
import { packed } from './packed';

/** A copy of some of the project's files and folders, to build in or to break rules in. */
export async function copyOf(...paths: string[]): Promise<string> {
	const copy = await emptyFolder();
	for (const path of paths) {
		await cp(join(projectFolder, path), join(copy, path), { recursive: true });
	}
	await symlink(join(projectFolder, 'node_modules'), join(copy, 'node_modules'), 'junction');
	return copy;
}

/** Deleted after the tests. */
export async function emptyFolder(): Promise<string> {
	return await mkdtemp(join(packed().temporary, 'copy-'));
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}

/** The paths of all files in a folder, with `/` on every system. */
export async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const lists = entries.map(async (entry) => {
		if (entry.name === 'node_modules') return [];
		if (entry.isFile()) return [entry.name];
		const inner = await filesIn(join(folder, entry.name));
		return inner.map((path) => `${entry.name}/${path}`);
	});
	return (await Promise.all(lists)).flat().sort();
}

export async function textsIn(folder: string): Promise<Record<string, string>> {
	const paths = await filesIn(folder);
	const texts = paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')]);
	return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}
