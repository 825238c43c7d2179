/**
 * `npm test`: everything, also on a fresh clone. `npm test -- unit core` runs only those.
 * Plain JavaScript without dependencies, because it installs them. The last line has the counts.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areDependenciesInstalled, installDependencies } from '../demo/dependencies.mjs';
import { step } from '../demo/step.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const results = mkdtempSync(join(tmpdir(), 'whatsapp-groups-results-'));

const inOldN8n = [
	...['anyN8n', 'examples', 'moreExamples', 'groups'],
	...['deliveries', 'media', 'registration'],
];

const parts = {
	format: () => npmScript('format'),
	unused: () => npmScript('unused'),
	lint: () => npmScript('lint'),
	typecheck: () => npmScript('typecheck'),
	unit: () => jest('unit'),
	sandbox: () => jest('sandbox'),
	core: () => jest('core'),
	package: () => jest('package'),
	// One n8n serves them all, so one after the other.
	e2e: () => jest('e2e', ['--runInBand']),
	// What a workflow is made of, in the n8n before 2, which many still run.
	'n8n-1': () =>
		jest('e2e', ['--runInBand', '--testPathPatterns', `e2e/(${inOldN8n.join('|')})`], {
			N8N_VERSION: '1.123.81',
		}),
};

const total = { passed: 0, failed: 0, skipped: 0 };
try {
	const chosen = chosenParts(process.argv.slice(2));
	if (!areDependenciesInstalled(folder)) {
		await step("Installing the project's own dependencies", () => installDependencies(folder));
	}
	for (const part of chosen) {
		console.log(`\n── ${part}`);
		for (const [outcome, count] of Object.entries(await parts[part]())) total[outcome] += count;
	}
} catch (error) {
	console.error(`\n${error.message}`);
	total.failed++;
} finally {
	rmSync(results, { recursive: true, force: true });
}

const { passed, failed, skipped } = total;
if (failed > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

function chosenParts(names) {
	const unknown = names.find((name) => !Object.hasOwn(parts, name));
	if (unknown) {
		throw new Error(`There is no "${unknown}". There is: ${Object.keys(parts).join(', ')}`);
	}
	return names.length > 0 ? names : Object.keys(parts);
}

async function npmScript(name) {
	const code = await run('npm', ['run', '--silent', name], { shell: process.platform === 'win32' });
	return code === 0 ? { passed: 1 } : { failed: 1 };
}

async function jest(project, options = [], environment = {}) {
	const outputFile = join(results, `${project}.json`);
	rmSync(outputFile, { force: true });
	const script = join(folder, 'node_modules', 'jest', 'bin', 'jest.js');
	const output = ['--json', `--outputFile=${outputFile}`];
	const args = [script, '--selectProjects', project, ...options, ...output];
	const code = await run(process.execPath, args, { environment });
	const counts = countsIn(outputFile);
	// Whatever made jest fail, it shows: a set-up that threw, a crash, nothing to run.
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	return counts;
}

function countsIn(outputFile) {
	try {
		const result = JSON.parse(readFileSync(outputFile, 'utf8'));
		return {
			passed: result.numPassedTests,
			failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
			skipped: result.numPendingTests + result.numTodoTests,
		};
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

async function run(command, args, { shell = false, environment = {} }) {
	const env = { ...process.env, ...environment };
	const child = spawn(command, args, { cwd: folder, stdio: 'inherit', shell, env });
	return await new Promise((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
}
