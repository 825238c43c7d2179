/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoFolder, projectFolder } from '../demo/folders';
import { findN8n } from '../demo/n8nInstall';
import { findTarball } from '../demo/package';
import { npm } from '../demo/run';

const PEERS = ['@pmartino/n8n-nodes-360dialog@0.3.0', 'n8n-nodes-evolution-api@1.0.4'];
const ROUNDS = 15;

export interface PackageFigures {
	name: string;
	/** Median of several fresh processes. */
	loadMs: number;
	tarballKilobytes: number;
}

/** Size and load time of our package beside others. */
export async function measurePackages(): Promise<PackageFigures[]> {
	const folder = join(demoFolder, 'bench', 'peers');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), '{"private":true}');
	const own = await findTarball();
	if (own === undefined) throw new Error('The package is not packed yet');
	const tarballs = new Map([['n8n-nodes-whatsapp-groups', own]]);
	for (const peer of PEERS) {
		const [{ filename }] = JSON.parse(
			await npm(['pack', peer, '--json', '--pack-destination', folder], { cwd: folder }),
		) as [{ filename: string }];
		tarballs.set(peer, await fileNamed(folder, filename));
	}
	const quiet = ['--ignore-scripts', '--legacy-peer-deps', '--omit=dev', '--no-audit', '--no-fund'];
	await npm(['install', ...tarballs.values(), ...quiet], { cwd: folder });
	const folderOf = (name: string) => join(folder, 'node_modules', name.replace(/@[^@]+$/, ''));
	const loadMs = medianLoads([...tarballs.keys()].map(folderOf));
	return await Promise.all(
		[...tarballs].map(async ([name, tarball]) => ({
			name,
			loadMs: loadMs.get(folderOf(name))!,
			tarballKilobytes: (await stat(tarball)).size / 1000,
		})),
	);
}

/** In turn, so that other work of the machine affects all of them. With the Node that runs n8n. */
function medianLoads(folders: string[]): Map<string, number> {
	const node = findN8n()?.node ?? process.execPath;
	const script = join(projectFolder, 'test', 'package', 'support', 'loadTime.cjs');
	const env = { ...process.env, NODE_PATH: join(projectFolder, 'node_modules') };
	const times = new Map(folders.map((folder) => [folder, [] as number[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const [folder, measured] of times) {
			const output = execFileSync(node, [script, folder], { env, encoding: 'utf8' });
			measured.push((JSON.parse(output) as { milliseconds: number }).milliseconds);
		}
	}
	const median = (measured: number[]) => measured.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
	return new Map([...times].map(([folder, measured]) => [folder, median(measured)]));
}

/** npm spells the name of a scoped package's tarball in several ways. */
async function fileNamed(folder: string, filename: string): Promise<string> {
	const plain = filename.replace(/^@/, '').replace('/', '-');
	if (existsSync(join(folder, plain))) return join(folder, plain);
	const found = (await readdir(folder)).find((name) => name.endsWith(plain));
	if (found === undefined) throw new Error(`npm packed ${filename}, which is not there`);
	return join(folder, found);
}
