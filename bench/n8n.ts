/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';

import { demoFolder } from '../demo/folders';
import { N8nClient } from '../demo/n8nClient';
import { findN8n, installN8n } from '../demo/n8nInstall';
import { N8nProcess } from '../demo/n8nProcess';
import { findTarball, installPackage, makeTarball } from '../demo/package';
import { freePort } from '../demo/ports';
import { owner } from '../demo/setUp';

/** CPU and memory that n8n's process has used since it started. */
export interface Use {
	cpuMs: number;
	peakMegabytes: number;
}

/** Milliseconds of CPU since a profile was started, by whose code used them. */
export interface Profile {
	/** Files of this package, with what they call in Node. */
	own: number;
	/** n8n and its libraries. */
	n8n: number;
	node: number;
}

/** A real n8n with the built package, and what its process has used. */
export interface MeasuredN8n {
	client: N8nClient;
	url: string;
	/** From which n8n may read files. */
	filesFolder: string;
	use(): Promise<Use>;
	startProfile(): Promise<void>;
	endProfile(): Promise<Profile>;
	restart(): Promise<void>;
	stop(): Promise<void>;
}

const probe = join(__dirname, 'probe.cjs');

export async function startN8n(): Promise<MeasuredN8n> {
	const command = findN8n() ?? (await installN8n());
	const tarball = (await findTarball()) ?? (await makeTarball());
	const userFolder = join(demoFolder, 'bench');
	await rm(userFolder, { recursive: true, force: true });
	const filesFolder = join(userFolder, 'files');
	await mkdir(filesFolder, { recursive: true });
	await installPackage(tarball, userFolder);
	const probePort = await freePort();
	const n8n = new N8nProcess({
		command,
		userFolder,
		logFile: join(userFolder, 'n8n.log'),
		port: await freePort(),
		settings: {
			NODE_OPTIONS: `--require ${JSON.stringify(probe)}`,
			BENCH_PROBE_PORT: String(probePort),
			N8N_RESTRICT_FILE_ACCESS_TO: filesFolder,
			N8N_RUNNERS_MAX_PAYLOAD: String(512 * 1024 ** 2),
		},
	});
	await n8n.start();
	const client = new N8nClient(n8n.url);
	await client.signIn(owner);
	const ask = async <Answer>(path: string) =>
		(await axios.get<Answer>(`http://127.0.0.1:${probePort}${path}`)).data;
	return {
		client,
		url: n8n.url,
		filesFolder,
		use: async () => await ask<Use>('/use'),
		startProfile: async () => await ask('/profile/start'),
		endProfile: async () => await ask<Profile>('/profile/end'),
		restart: async () => await n8n.restart(),
		stop: async () => await n8n.stop(),
	};
}
