/**
 * `npm test` runs everything, also on a fresh clone; `npm test -- unit core` runs only those parts.
 * Plain JavaScript without dependencies, because it installs them. The last line has the counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areDependenciesInstalled, installDependencies } from '../demo/dependencies.mjs';
import { step } from '../demo/step.mjs';

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
const results = mkdtempSync(join(tmpdir(), 'whatsapp-groups-results-'));

/** Commands at the same time: more than there are processors, because many tests wait. */
const lanes = 2 * availableParallelism();

const n8n1 = { N8N_VERSION: '1.123.81' };
const inN8n1 = [
	...['anyN8n', 'examples', 'stories', 'groups', 'paths'],
	...['deliveries', 'media', 'registration', 'waiting.test'],
];

const tarball = once(() => script('scripts/tarball.ts'));
const newestN8n = once(() => script('scripts/n8n.ts'));
// Both installations share a folder.
const oldN8n = once(() => newestN8n().then(() => script('scripts/n8n.ts', n8n1)));

/** The commands of each part. Long ones first, because a free lane runs the next one. */
const parts = {
	e2e: inShards(
		3,
		after([tarball, newestN8n], (shard) => jest('e2e', [shard])),
	),
	core: inShards(4, (shard) => jest('core', [shard])),
	// n8n in several processes, a file in each shard. Skipped where Redis or PostgreSQL is missing.
	queue: inShards(
		2,
		after([tarball, newestN8n], (shard) => jest('queue', [shard])),
	),
	// The main parts of a workflow, in n8n 1, which many still run.
	'n8n-1': inShards(
		2,
		after([tarball, oldN8n], (shard) =>
			jest('e2e', ['--testPathPatterns', `e2e/(${inN8n1.join('|')})`, shard], n8n1),
		),
	),
	package: [after([tarball], () => jest('package'))],
	sandbox: [() => jest('sandbox')],
	lint: [() => npmScript('lint')],
	unit: [() => jest('unit')],
	typecheck: [() => npmScript('typecheck')],
	unused: [() => npmScript('unused')],
	format: [() => npmScript('format')],
};

const total = { passed: 0, failed: 0, skipped: 0 };
try {
	const waiting = chosenParts(process.argv.slice(2)).flatMap(commandsOf);
	if (!areDependenciesInstalled(folder)) {
		await step("Installing the project's own dependencies", () => installDependencies(folder));
	}
	await Promise.all(Array.from({ length: lanes }, () => runFrom(waiting)));
} catch (error) {
	console.error(`\n${error.message}`);
	total.failed++;
} finally {
	rmSync(results, { recursive: true, force: true });
}

const { passed, failed, skipped } = total;
if (failed > 0) process.exitCode = 1;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

/** One lane: runs the next command until none is left. */
async function runFrom(waiting) {
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		console.log(`── ${next.name} begins`);
		const begun = Date.now();
		const { output, ...counts } = await next.command().catch(failure);
		const seconds = Math.round((Date.now() - begun) / 1000);
		console.log(`\n── ${next.name}, ${seconds} s\n${output}`);
		for (const [outcome, count] of Object.entries(counts)) total[outcome] += count;
	}
}

function chosenParts(names) {
	const unknown = names.find((name) => !Object.hasOwn(parts, name));
	if (unknown) {
		throw new Error(`"${unknown}" isn't a part. The parts are: ${Object.keys(parts).join(', ')}`);
	}
	return Object.keys(parts).filter((name) => names.length === 0 || names.includes(name));
}

function commandsOf(part) {
	const { length } = parts[part];
	return parts[part].map((command, index) => ({
		name: length > 1 ? `${part} ${index + 1}/${length}` : part,
		command,
	}));
}

/** Cuts a part into commands that run some of its test files each. */
function inShards(count, command) {
	return Array.from(
		{ length: count },
		(_, index) => () => command(`--shard=${index + 1}/${count}`),
	);
}

function after(needs, command) {
	return async (...options) => {
		await Promise.all(needs.map((need) => need()));
		return await command(...options);
	};
}

/** The first command that needs the work starts it, and all of them wait for it. */
function once(work) {
	let working;
	return () => (working ??= work());
}

async function script(path, environment = {}) {
	const tsx = join(folder, 'node_modules', 'tsx', 'dist', 'cli.mjs');
	const { code, output } = await run(process.execPath, [tsx, path], { environment });
	if (code !== 0) throw new Error(output);
}

async function npmScript(name) {
	const shell = process.platform === 'win32';
	const { code, output } = await run('npm', ['run', '--silent', name], { shell });
	return code === 0 ? { passed: 1, output } : failure({ message: output });
}

/** Its test files run one after another: those of `e2e` share one n8n. */
async function jest(project, options = [], environment = {}) {
	const counts = join(mkdtempSync(join(results, `${project}-`)), 'counts.json');
	const bin = join(folder, 'node_modules', 'jest', 'bin', 'jest.js');
	const reporters = ['default', join(folder, 'test/support/countsReporter.js')];
	const args = [bin, '--selectProjects', project, '--runInBand', ...options];
	args.push(...reporters.map((reporter) => `--reporters=${reporter}`));
	const { code, output } = await run(process.execPath, args, {
		environment: { ...environment, COUNTS_FILE: counts },
	});
	return { ...countsIn(counts, code), output };
}

/** Jest can fail without a failed test: a set-up that threw, a crash, nothing to run. */
function countsIn(file, code) {
	const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { failed: 0 };
	if (code !== 0 && counts.failed === 0) counts.failed = 1;
	return counts;
}

function failure({ message }) {
	return { failed: 1, output: message };
}

/** Collects the output, because several commands run at the same time. */
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
