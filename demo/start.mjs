// Plain JavaScript without dependencies: it runs before anything is installed.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areDependenciesInstalled, installDependencies } from './dependencies.mjs';
import { readOptions } from './options.mjs';
import { step } from './step.mjs';

const neededNode = 20;
const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

try {
	if (Number(process.versions.node.split('.')[0]) < neededNode) {
		throw new Error(
			`This requires Node.js ${neededNode} or later. You have ${process.versions.node}. Download a newer version from https://nodejs.org`,
		);
	}
	const options = await readOptions(process.argv.slice(2));
	if (!areDependenciesInstalled(projectFolder)) {
		await step("Installing the project's own dependencies", () =>
			installDependencies(projectFolder),
		);
	}
	const { tsImport } = await import('tsx/esm/api');
	const { start } = await tsImport('./start.ts', import.meta.url);
	await start(options, step);
} catch (error) {
	console.error(`\n${error.message}`);
	process.exitCode = 1;
}
