/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { N8nClient } from '../../../demo/n8nClient';
import { findN8n, installN8n } from '../../../demo/n8nInstall';
import { N8nProcess, type N8nOptions } from '../../../demo/n8nProcess';
import { findTarball, installPackage, makeTarball } from '../../../demo/package';
import { freePort, loopback } from '../../../demo/ports';
import { owner } from '../../../demo/setUp';
import type { RunningN8n } from '../../e2e/support/running';
import { testFolder } from '../../support/testFolder';
import { startPostgres, startRedis, type Service } from './services';

/** One n8n in several processes: the editor's, one for webhooks, and workers that do the runs. */
export interface QueueMode {
	running: RunningN8n;
	main: N8nProcess;
	/** The processes that the providers deliver to. Links lead to the first. */
	webhooks: [N8nProcess, ...N8nProcess[]];
	workers: [N8nProcess, N8nProcess, ...N8nProcess[]];
	/** Of the Redis that the processes share. */
	redisPort: number;
	stop(): Promise<void>;
}

/** Tests of one n8n in queue mode, which other tests use before and after them. */
export type Suite = (n8n: () => QueueMode) => void;

/** How many processes there are besides the editor's: two workers and one for webhooks, or more. */
interface Size {
	workers: number;
	webhooks: number;
}

/**
 * @param name of the folder that keeps the logs until the next run
 * @param settings more of n8n's own settings, for each process
 */
export async function startQueueMode(
	name: string,
	size: Size,
	settings: Record<string, string> = {},
): Promise<QueueMode> {
	const started: Array<Pick<Service, 'stop'>> = [];
	const stop = async () => {
		for (const one of [...started].reverse()) await one.stop();
	};
	let processes: Omit<QueueMode, 'stop'> | undefined;
	try {
		processes = await startProcesses(name, size, settings, started);
		return { ...processes, stop };
	} finally {
		if (processes === undefined) await stop();
	}
}

async function startProcesses(
	name: string,
	size: Size,
	more: Record<string, string>,
	started: Array<Pick<Service, 'stop'>>,
): Promise<Omit<QueueMode, 'stop'>> {
	const command = findN8n() ?? (await installN8n());
	const tarball = (await findTarball()) ?? (await makeTarball());
	const folder = join(testFolder, name);
	await rm(folder, { recursive: true, force: true });
	const redis = await startRedis();
	started.push(redis);
	const postgres = await startPostgres();
	started.push(postgres);

	const [mainPort, webhookPort] = [await freePort(), await freePort()];
	const shared = {
		EXECUTIONS_MODE: 'queue',
		// Else the editor's own runs stay in the main process.
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		WEBHOOK_URL: `http://${loopback}:${webhookPort}`,
		N8N_EDITOR_BASE_URL: `http://${loopback}:${mainPort}`,
		QUEUE_BULL_REDIS_HOST: loopback,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: loopback,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'postgres',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		...more,
	};
	const start = async (role: N8nOptions['role'], place: string, port: number) => {
		const userFolder = join(folder, place);
		await mkdir(userFolder, { recursive: true });
		await installPackage(tarball, userFolder);
		const settings = { ...shared, QUEUE_HEALTH_CHECK_PORT: String(port) };
		const logFile = join(userFolder, 'n8n.log');
		const n8n = new N8nProcess({ command, role, userFolder, logFile, port, settings });
		started.push(n8n);
		await n8n.start();
		return n8n;
	};
	// The main process prepares the database that the others need.
	const main = await start('main', 'main', mainPort);
	const startNext = async (role: 'webhook' | 'worker', number: number) =>
		await start(role, `${role}-${number}`, await freePort());
	const others = (role: 'webhook' | 'worker', first: number, last: number) =>
		Array.from({ length: last - first + 1 }, async (_, at) => await startNext(role, first + at));
	const [webhooks, workers] = await Promise.all([
		Promise.all([
			start('webhook', 'webhook-1', webhookPort),
			...others('webhook', 2, size.webhooks),
		] as const),
		Promise.all([
			startNext('worker', 1),
			startNext('worker', 2),
			...others('worker', 3, size.workers),
		] as const),
	]);
	const cookie = await new N8nClient(main.url).signIn(owner);
	const logFile = join(folder, 'main', 'n8n.log');
	const running = { url: main.url, webhookUrl: webhooks[0].url, cookie, logFile };
	return { running, main, webhooks, workers, redisPort: redis.port };
}
