/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { demoFolder } from './folders';
import { npm } from './run';

/**
 * The n8n that the package is tried in, and what each needs instead of what it asks npm for: one that
 * npm's registry does not have, and one whose newer versions do not fit the rest.
 */
const versions: Record<string, { overrides?: Record<string, string> }> = {
	'2.41.1': {},
	'1.123.81': { overrides: { xlsx: '0.18.5', '@langchain/langgraph-checkpoint': '1.0.0' } },
};

/** `N8N_VERSION` chooses another one than the newest. */
export const n8nVersion = process.env.N8N_VERSION ?? '2.41.1';

// Its sandbox for expressions comes ready-made for that version of Node.
const nodeMajor = 24;
const nodeVersion = '24.21.0';
const neededGigabytes = 4;

/** How to start n8n: the Node to start it with, and its start script. */
export interface N8nCommand {
	node: string;
	script: string;
}

/** The n8n to use when there is one already: the user's own if it fits, else ours if it is whole. */
export function findN8n(): N8nCommand | undefined {
	const own = usersOwnN8n();
	if (own) return own;
	const command = { node: ourNode(), script: ourScript() };
	return existsSync(command.node) && existsSync(command.script) ? command : undefined;
}

/** Fetches n8n, and Node 24 where the user's Node is another, into the demo's folder. */
export async function installN8n(signal?: AbortSignal): Promise<N8nCommand> {
	if (!Object.hasOwn(versions, n8nVersion)) {
		const known = Object.keys(versions).join(', ');
		throw new Error(`N8N_VERSION is ${n8nVersion}. Use one of these: ${known}`);
	}
	await mkdir(demoFolder, { recursive: true });
	await ensureSpace();
	if (!existsSync(ourNode())) {
		await installWhole(nodeFolder, { dependencies: { [nodePackage]: nodeVersion } }, [], signal);
	}
	if (!existsSync(ourScript())) {
		const overrides = versions[n8nVersion]?.overrides;
		const manifest = { dependencies: { n8n: n8nVersion }, overrides };
		await installWhole(n8nFolder, manifest, ['sqlite3'], signal);
	}
	return { node: ourNode(), script: ourScript() };
}

const n8nFolder = join(demoFolder, `n8n-${n8nVersion}`);
const nodeFolder = join(demoFolder, `node-${nodeVersion}`);
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

function ourScript(): string {
	return join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');
}

function ourNode(): string {
	if (runningMajor() === nodeMajor) return process.execPath;
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	return join(nodeFolder, 'node_modules', nodePackage, 'bin', binary);
}

function runningMajor(): number {
	return Number(process.versions.node.split('.')[0]);
}

function usersOwnN8n(): N8nCommand | undefined {
	if (runningMajor() < nodeMajor) return undefined;
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		// A link to the script on Linux and macOS; on Windows the package lies beside its starter.
		for (const place of [join(folder, 'n8n'), join(folder, 'node_modules', 'n8n', 'bin', 'n8n')]) {
			const script = existsSync(place) ? realpathSync(place) : undefined;
			if (script && versionOf(script).startsWith(minorOf(n8nVersion))) {
				return { node: process.execPath, script };
			}
		}
	}
	return undefined;
}

/** 2.41.1 → 2.41. */
const minorOf = (version: string) => version.replace(/\d+$/, '');

function versionOf(script: string): string {
	try {
		const manifest = JSON.parse(readFileSync(join(dirname(script), '..', 'package.json'), 'utf8'));
		return manifest.name === 'n8n' ? String(manifest.version) : '';
	} catch {
		return '';
	}
}

/**
 * Installs into a temporary folder and moves it when it is complete, so that an interrupted install is
 * never mistaken for n8n.
 *
 * Install scripts stay off (one of them would compile a client that nobody here uses) except for
 * the packages named in `scripted`.
 */
async function installWhole(
	folder: string,
	wanted: { dependencies: Record<string, string>; overrides?: Record<string, string> },
	scripted: string[],
	signal?: AbortSignal,
): Promise<void> {
	const unfinished = `${folder}.unfinished`;
	await rm(unfinished, { recursive: true, force: true });
	await mkdir(unfinished);
	const allowScripts = Object.fromEntries(scripted.map((name) => [name, true]));
	const manifest = { private: true, ...wanted, allowScripts };
	await writeFile(join(unfinished, 'package.json'), JSON.stringify(manifest));

	const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--engine-strict=false'];
	await npm(['install', '--ignore-scripts', ...quiet], { cwd: unfinished, signal });
	if (scripted.length > 0) {
		await npm(['rebuild', ...scripted, '--ignore-scripts=false'], { cwd: unfinished, signal });
	}
	await rm(folder, { recursive: true, force: true });
	await rename(unfinished, folder);
}

async function ensureSpace(): Promise<void> {
	const { bavail, bsize } = await statfs(demoFolder);
	const gigabytes = (bavail * bsize) / 1024 ** 3;
	if (gigabytes >= neededGigabytes) return;
	throw new Error(
		`n8n requires about ${neededGigabytes} GB of free disk space here, and ${gigabytes.toFixed(1)} GB are free. Free up some space, then start again.`,
	);
}
