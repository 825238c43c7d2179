/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, loopback } from '../../../demo/ports';
import { until } from '../../../demo/until';

/** A server of the system's own that a test run starts for itself, and where it listens. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

const redisServer = inFolders('redis-server', (process.env.PATH ?? '').split(delimiter));
/** Debian keeps the servers of PostgreSQL's versions side by side, and out of PATH. */
const postgresFolder = folderOf('postgres', [
	...versionsIn('/usr/lib/postgresql').map((version) =>
		join('/usr/lib/postgresql', version, 'bin'),
	),
	...(process.env.PATH ?? '').split(delimiter),
]);

/** Whether this machine has what n8n's queue mode needs. */
export const hasServices = redisServer !== undefined && postgresFolder !== undefined;

/** Keeps nothing on disk. */
export async function startRedis(): Promise<Service> {
	const port = await freePort();
	const nothingKept = ['--save', '', '--appendonly', 'no'];
	const child = spawn(redisServer!, ['--port', String(port), '--bind', loopback, ...nothingKept], {
		cwd: tmpdir(),
		stdio: 'ignore',
	});
	await until('Redis to listen', async () => await isListening(port));
	return { port, stop: async () => await end(child) };
}

/** With an empty database `postgres`, whose owner `postgres` needs no password. */
export async function startPostgres(): Promise<Service> {
	const port = await freePort();
	const account = await postgresAccount();
	const folder = await mkdtemp(join(tmpdir(), 'whatsapp-groups-postgres-'));
	await chmod(folder, 0o700);
	if (account) await chown(folder, account.uid, account.gid);
	const program = (name: string) => join(postgresFolder!, name);
	const options = { cwd: folder, ...account };
	const trusting = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
	await promisify(execFile)(program('initdb'), ['-D', folder, ...trusting], options);
	// A test run's data need not survive a power cut.
	const settings = [
		'-c',
		'fsync=off',
		'-c',
		'max_connections=200',
		'-c',
		`listen_addresses=${loopback}`,
	];
	const sockets = ['-c', `unix_socket_directories=${folder}`];
	const args = ['-D', folder, '-p', String(port), ...settings, ...sockets];
	const child = spawn(program('postgres'), args, { ...options, stdio: 'ignore' });
	await until('PostgreSQL to listen', async () => await isListening(port));
	const stop = async () => {
		await end(child);
		await rm(folder, { recursive: true, force: true });
	};
	return { port, stop };
}

/** PostgreSQL refuses to run as root, so root runs it as the account that its package has made. */
async function postgresAccount(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const idOf = (flag: string) =>
		Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
	return { uid: idOf('-u'), gid: idOf('-g') };
}

async function isListening(port: number): Promise<boolean> {
	const socket = createConnection({ host: loopback, port });
	try {
		await once(socket, 'connect');
		return true;
	} finally {
		socket.destroy();
	}
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	// The "fast" shutdown of PostgreSQL, which does not wait for its clients.
	child.kill('SIGINT');
	await once(child, 'exit');
}

function inFolders(name: string, folders: string[]): string | undefined {
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function folderOf(name: string, folders: string[]): string | undefined {
	return folders.find((folder) => existsSync(join(folder, name)));
}

function versionsIn(folder: string): string[] {
	return existsSync(folder) ? readdirSync(folder).sort().reverse() : [];
}
