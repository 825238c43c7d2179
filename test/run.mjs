/**
 * `npm test` runs everything, also on a fresh clone; `npm test -- unit core` runs only those parts.
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
	...['anyN8n', 'examples', 'stories', 'groups', 'paths'],
	...['deliveries', 'media', 'registration'],
];

const parts = {
	package: () => jest('package'),
	// Its test files share one n8n, so they run one after another.
	e2e: () => jest('e2e', ['--runInBand']),
	format: () => npmScript('format'),
	unused: () => npmScript('unused'),
	lint: () => npmScript('lint'),
	typecheck: () => npmScript('typecheck'),
	unit: () => jest('unit'),
	sandbox: () => jest('sandbox'),
	core: () => jest('core'),
	// n8n in several processes. Skipped where Redis or PostgreSQL is missing.
	queue: () => jest('queue', ['--runInBand']),
	// The main parts of a workflow, in n8n 1, which many still run.
	'n8n-1': () =>
		jest('e2e', ['--runInBand', '--testPathPatterns', `e2e/(${inOldN8n.join('|')})`], {
			N8N_VERSION: '1.123.81',
		}),
};

/** Two rows of parts run side by side, one per core of a small machine. Both need about the same time. */
const rows = [
	['package', 'e2e', 'queue'],
	['format', 'unused', 'lint', 'typecheck', 'unit', 'sandbox', 'core', 'n8n-1'],
];
const fromTarball = ['package', 'e2e', 'queue', 'n8n-1'];

const total = { passed: 0, failed: 0, skipped: 0 };
try {
	const chosen = chosenParts(process.argv.slice(2));
	if (!areDependenciesInstalled(folder)) {
		await step("Installing the project's own dependencies", () => installDependencies(folder));
	}
	if (chosen.some((part) => fromTarball.includes(part))) {
		await step('Building the package', buildTarball);
	}
	await Promise.all(rows.map((row) => runInOrder(row.filter((part) => chosen.includes(part)))));
} catch (error) {
	console.error(`\n${error.message}`);
	total.failed++;
} finally {
	rmSync(results, { recursive: true, force: true });
}

const { passed, failed, skipped } = total;
if (failed > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

async function runInOrder(row) {
	for (const part of row) {
		console.log(`── ${part} begins`);
		const begun = Date.now();
		const { output, ...counts } = await parts[part]();
		const seconds = Math.round((Date.now() - begun) / 1000);
		console.log(`\n── ${part}, ${seconds} s\n${output}`);
		for (const [outcome, count] of Object.entries(counts)) total[outcome] += count;
	}
}

/** Once, because the parts that need it run at the same time. */
async function buildTarball() {
	const tsx = join(folder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
	const { code, output } = await run(process.execPath, [tsx, 'scripts/tarball.ts']);
	if (code !== 0) throw new Error(output);
}

function chosenParts(names) {
	const unknown = names.find((name) => !Object.hasOwn(parts, name));
	if (unknown) {
		throw new Error(`"${unknown}" isn't a part. The parts are: ${Object.keys(parts).join(', ')}`);
	}
	return names.length > 0 ? names : Object.keys(parts);
}

async function npmScript(name) {
	const shell = process.platform === 'win32';
	const { code, output } = await run('npm', ['run', '--silent', name], { shell });
	return { ...(code === 0 ? { passed: 1 } : { failed: 1 }), output };
}

async function jest(project, options = [], environment = {}) {
	const outputFile = join(mkdtempSync(join(results, `${project}-`)), 'results.json');
	const script = join(folder, 'node_modules', 'jest', 'bin', 'jest.js');
	const json = ['--json', `--outputFile=${outputFile}`];
	const args = [script, '--selectProjects', project, ...options, ...json];
	const { code, output } = await run(process.execPath, args, { environment });
	const counts = countsIn(outputFile);
	// Jest can fail without a failed test: a set-up that threw, a crash, nothing to run.
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	return { ...counts, output };
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

/** Collects the output, because two commands run at the same time. */
async function run(command, args, { shell = false, environment = {} } = {}) {
	const env = { ...process.env, ...environment };
	const stdio = ['ignore', 'pipe', 'pipe'];
	const child = spawn(command, args, { cwd: folder, stdio, shell, env });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text) => (output += text));
	}
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject).once('close', resolve);
	});
	return { code, output };
}
