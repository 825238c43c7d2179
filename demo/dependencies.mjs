import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether node_modules holds what package-lock.json asks for. */
export function areDependenciesInstalled(folder) {
	const wanted = packagesIn(join(folder, 'package-lock.json'));
	// npm writes this last, so it is missing when an install was interrupted.
	const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted).every(
		([path, { version, optional, devOptional }]) =>
			path === '' || optional || devOptional || installed[path]?.version === version,
	);
}

/** Installs exactly what package-lock.json says, whatever NODE_ENV is in this shell. */
export async function installDependencies(folder) {
	const child = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32',
	});
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	if (code !== 0) throw new Error(`"npm ci" failed:\n${output.trim()}`);
}

function packagesIn(lockFile) {
	try {
		return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
	} catch {
		return {};
	}
}
