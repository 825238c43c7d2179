/* eslint-disable @n8n/community-nodes/require-node-api-error, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- development only, never published */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../sandbox';
import { demoFolder } from './folders';
import { findN8n, installN8n, n8nVersion } from './n8nInstall';
import { nodesOf } from './n8nNodes';
import { N8nProcess } from './n8nProcess';
import { hasScreen, openInBrowser } from './openInBrowser';
import { findTarball, installPackage, makeTarball } from './package';
import { setUp } from './setUp';
import { welcome } from './welcome';

interface Options {
	n8nPort: number;
	sandboxPort: number;
	/** Show n8n and the sandbox in a browser. */
	open: boolean;
}

type Step = <Result>(text: string, work: () => Promise<Result>) => Promise<Result>;

/** Starts everything, prints the addresses, and runs until it is stopped. */
export async function start(options: Options, step: Step): Promise<void> {
	const signal = stopSignal();
	const running: Running = {};
	try {
		await run(running, options, step, signal);
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		if (signal.aborted) console.log('\nStopping …');
		await running.n8n?.stop();
		await running.sandbox?.close();
		if (signal.aborted) console.log('Stopped. Start again with "npm start".');
	}
}

/** The parts to stop at the end. */
interface Running {
	sandbox?: Sandbox;
	n8n?: N8nProcess;
}

async function run(running: Running, options: Options, step: Step, signal: AbortSignal) {
	const command =
		findN8n() ??
		(await step(`Installing n8n ${n8nVersion} (only once, about 5 minutes and 3 GB)`, () =>
			installN8n(signal),
		));
	const tarball =
		(await findTarball()) ?? (await step('Building the package', () => makeTarball(signal)));

	// One n8n's database is not for an older one.
	const userFolder = join(demoFolder, `user-${n8nVersion}`);
	const logFile = join(demoFolder, 'n8n.log');
	await step('Installing the package in n8n', () => installPackage(tarball, userFolder, signal));

	running.sandbox = await startSandbox({ port: options.sandboxPort });
	await rm(logFile, { force: true });
	running.n8n = new N8nProcess({ command, userFolder, logFile, port: options.n8nPort });
	const { n8n, sandbox } = running;
	await step('Starting n8n', () => n8n.start(signal));

	signal.throwIfAborted();
	const stopped = once(signal, 'abort').then((): never => {
		throw signal.reason;
	});
	const notes = await step('Setting up credentials, groups and workflows', () =>
		Promise.race([setUp(n8n.url, sandbox, nodesOf(command)), stopped]),
	);
	// Its home page is about something else.
	const workflows = `${n8n.url}/home/workflows`;
	console.log(welcome(workflows, sandbox.url, notes));
	if (options.open && hasScreen()) await openInBrowser(workflows, sandbox.url);
	await Promise.race([n8n.ended(), stopped]);
	throw new Error(`n8n stopped unexpectedly. Its log is ${logFile}`);
}

/**
 * Aborted on Ctrl-C, on being terminated, and when the terminal closes. npm passes Ctrl-C on although
 * the terminal has done so already, so that every further signal must be harmless.
 */
function stopSignal(): AbortSignal {
	const stopping = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => stopping.abort());
	}
	return stopping.signal;
}
