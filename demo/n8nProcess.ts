/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import { n8nEnvironment, n8nUrl } from './n8nEnvironment';
import type { N8nCommand } from './n8nInstall';
import { freePort } from './ports';
import { until } from './until';

/** In queue mode several processes share the work; `main` alone does all of it otherwise. */
type Role = 'main' | 'webhook' | 'worker';

/** n8n's own names of the commands. */
const commands: Record<Role, string> = { main: 'start', webhook: 'webhook', worker: 'worker' };

export interface N8nOptions {
	command: N8nCommand;
	role?: Role;
	/** n8n keeps its data in `.n8n` inside it. */
	userFolder: string;
	port: number;
	logFile: string;
	/** More of n8n's own settings, such as EXECUTIONS_MODE. */
	settings?: Record<string, string>;
}

const secondsToStart = 120;
const secondsToStop = 15;

/** A real n8n in a process of its own, which listens on loopback only. */
export class N8nProcess {
	readonly url: string;

	private child?: ChildProcess;

	constructor(private readonly options: N8nOptions) {
		this.url = n8nUrl(options.port);
	}

	/** Starts n8n and waits until it is ready. */
	async start(signal?: AbortSignal): Promise<void> {
		const { command, role = 'main', userFolder, port, logFile, settings } = this.options;
		await mkdir(userFolder, { recursive: true });
		const log = await open(logFile, 'a');
		const child = spawn(command.node, [command.script, commands[role]], {
			// n8n reads a .env file in its working folder, so it must not start in somebody else's.
			cwd: userFolder,
			env: { ...n8nEnvironment(userFolder, port, await freePort()), ...settings },
			stdio: ['ignore', log.fd, log.fd],
		});
		this.child = child;
		endWithUs(child);
		await once(child, 'spawn').finally(() => log.close());
		await until('n8n to start', async () => await this.isReady(child), {
			seconds: secondsToStart,
			everyMilliseconds: 200,
			signal,
		});
		if (hasEnded(child)) throw new Error(await this.farewell());
	}

	/** Waits until n8n has ended, for any reason. */
	async ended(): Promise<void> {
		if (this.child && !hasEnded(this.child)) await once(this.child, 'exit');
	}

	/** Stops n8n: first gives it time to finish, then kills it. */
	async stop(): Promise<void> {
		this.child?.kill('SIGTERM');
		const kill = setTimeout(() => this.child?.kill('SIGKILL'), secondsToStop * 1000);
		await this.ended();
		clearTimeout(kill);
		// The editor's 1,400 files, which each start writes again. Linters would read all of them.
		await rm(join(this.options.userFolder, '.cache'), { recursive: true, force: true });
	}

	/** Kills n8n, as a crash or a power failure would. */
	async kill(): Promise<void> {
		this.child?.kill('SIGKILL');
		await this.ended();
	}

	async restart(): Promise<void> {
		await this.stop();
		await this.start();
	}

	async log(): Promise<string> {
		return await readFile(this.options.logFile, 'utf8');
	}

	/**
	 * Whether n8n is ready, or has ended. `/healthz` answers long before n8n is ready. For a while every
	 * webhook address answers “starting up” with status 200; in n8n 1 it does not exist, like the
	 * editor's own addresses.
	 */
	private async isReady(child: ChildProcess): Promise<boolean> {
		if (hasEnded(child)) return true;
		const any = { validateStatus: () => true, timeout: 5000 };
		const status = async (path: string) => (await axios.get(this.url + path, any)).status;
		const { role = 'main' } = this.options;
		return (
			(await status('/healthz/readiness')) === 200 &&
			(role !== 'main' || (await status('/rest/settings')) === 200) &&
			(role === 'worker' || (await status('/webhook/is-n8n-ready')) === 404)
		);
	}

	private async farewell(): Promise<string> {
		const lastLines = (await this.log()).trim().split('\n').slice(-15).join('\n');
		return `n8n stopped during its start. The end of its log:\n${lastLines}\nThe whole log is ${this.options.logFile}`;
	}
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

/** Kills n8n if this process ends without having stopped it. */
function endWithUs(child: ChildProcess): void {
	const end = () => child.kill('SIGKILL');
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
}
