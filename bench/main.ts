/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/**
 * Measures the package in a real n8n beside its alternatives, in one run: `npm run bench`, or one part
 * of it: `npm run bench sending`. Compare figures of one run only, not of two runs or two machines.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../demo/folders';
import { N8nClient } from '../demo/n8nClient';
import { startQueueMode } from '../test/queue/support/queueMode';
import { hasServices } from '../test/queue/support/services';
import { measureCpu } from './cpu';
import type { Figure } from './figures';
import { measureKilledWorker } from './killedWorker';
import { measureMemory, type Memory } from './memory';
import { startN8n, type MeasuredN8n } from './n8n';
import { measurePackages } from './packages';
import { measurePicker } from './picker';
import { measureReceiving } from './receiving';
import { measureRepeated } from './repeated';
import { leastSeconds, measureSending, type Sending } from './sending';
import { startStandIn, type StandIn } from './standIn';
import { memoryTable, packageTable, receivingTable, scaleTable, sendingTable } from './tables';
import { measureUploads } from './uploads';
import { measureWorkers } from './workers';
import { httpRequest, ours } from './workflows';

/** The limit of 360dialog and Meta for one number. */
const LIMIT = { perSecond: 80, burst: 80 };
const MESSAGES = 1000;
const least = leastSeconds({ messages: MESSAGES, groups: 0 }, LIMIT);

const batches = (batchSize: number, batchInterval: number) => ({
	batching: { batch: { batchSize, batchInterval } },
});

async function credentialsFor({ client }: MeasuredN8n, { url }: StandIn) {
	// Numbers of their own, so that messages of one run don't count in the pace of the next.
	const number = async (apiKey: string) =>
		await client.saveCredential({
			name: `Measured ${apiKey}`,
			type: 'dialog360GroupsApi',
			data: { apiKey, baseUrl: url },
		});
	const header = { name: 'D360-API-KEY', value: 'k' };
	return {
		paced: [await number('paced-1'), await number('paced-2')],
		unpaced: await number('unpaced'),
		header: await client.saveCredential({ name: 'Measured', type: 'httpHeaderAuth', data: header }),
	};
}

async function sending(n8n: MeasuredN8n, standIn: StandIn): Promise<void> {
	const { paced, unpaced, header } = await credentialsFor(n8n, standIn);
	const http = (name: string, options = {}) => httpRequest(name, standIn.url, header, options);
	const limited: Sending[] = [];
	const unlimited: Sending[] = [];

	// The first run of a fresh n8n warms it up.
	const warmUp = { messages: 100, groups: 10 };
	await measureSending(n8n, standIn, warmUp, ours(unpaced, { messagesPerSecond: 0 }));
	await measureSending(n8n, standIn, warmUp, http('defaults'));
	for (const [index, groups] of [20, 100].entries()) {
		const load = { messages: MESSAGES, groups };
		for (const sender of [
			ours(paced[index]!),
			http('defaults'),
			http('50 per second', batches(50, 1000)),
			http('one per 13 ms', batches(1, 13)),
		]) {
			limited.push(await measureSending(n8n, standIn, load, sender, LIMIT));
		}
		for (const sender of [ours(unpaced, { messagesPerSecond: 0 }), http('defaults')]) {
			unlimited.push(await measureSending(n8n, standIn, load, sender));
		}
	}
	print(
		`${MESSAGES} messages to a provider that accepts ${LIMIT.perSecond} a second, in bursts of ${LIMIT.burst}: at least ${least} s`,
		sendingTable(limited, least),
	);
	print(
		`${MESSAGES} messages to a provider without a limit, and no limit in the node`,
		sendingTable(unlimited, least),
	);
	const { chartOf } = await import('./chart.mjs');
	const chart = await chartOf(limited.slice(0, limited.length / 2), least);
	await writeFile(join(projectFolder, 'docs', 'sending.svg'), chart);
}

async function memory(n8n: MeasuredN8n, standIn: StandIn): Promise<void> {
	const { unpaced } = await credentialsFor(n8n, standIn);
	const memories: Memory[] = [];
	for (const items of [10_000, 100_000]) {
		memories.push(
			await measureMemory(n8n, standIn, items, ours(unpaced, { messagesPerSecond: 0 })),
		);
	}
	print('Memory, each run in a fresh n8n', memoryTable(memories));
}

/** The table of scale, from every part that adds to it. */
const figures: Figure[] = [];

/** Also says each figure as it is measured, because all of them take half an hour. */
function add(measured: Figure[]): void {
	for (const { what, value } of measured) process.stderr.write(`${what}: ${value}\n`);
	figures.push(...measured);
}

async function cpu(n8n: MeasuredN8n, standIn: StandIn): Promise<void> {
	const { unpaced } = await credentialsFor(n8n, standIn);
	add(await measureCpu(n8n, standIn, ours(unpaced, { messagesPerSecond: 0 })));
}

async function picker(n8n: MeasuredN8n): Promise<void> {
	add(await measurePicker(n8n));
}

async function uploads(n8n: MeasuredN8n): Promise<void> {
	add(await measureUploads(n8n));
}

/** n8n in several processes. */
async function queue(_n8n: MeasuredN8n, standIn: StandIn): Promise<void> {
	if (!hasServices) return add([{ what: 'queue mode', value: 'needs Redis and PostgreSQL' }]);
	// One execution per worker.
	const settings = { N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' };
	const n8n = await startQueueMode('bench-queue', { workers: 4, webhooks: 2 }, settings);
	try {
		const client = new N8nClient(n8n.running.url, n8n.running.cookie);
		add(await measureWorkers(n8n, client, standIn, LIMIT));
		add(await measureKilledWorker(n8n, client, standIn, LIMIT));
		for (const worker of n8n.workers) await worker.restart();
		add(await measureRepeated(n8n));
	} finally {
		await n8n.stop();
	}
}

async function receiving(n8n: MeasuredN8n): Promise<void> {
	const receivings = await measureReceiving(n8n);
	print('Deliveries to the trigger, over ten connections', receivingTable(receivings));
}

async function packages(): Promise<void> {
	print('Packages', packageTable(await measurePackages()));
}

function print(title: string, text: string): void {
	process.stdout.write(`\n${title}\n\n${text}\n`);
}

const parts = { sending, receiving, packages, cpu, picker, uploads, queue, memory };

async function main(names: string[]): Promise<void> {
	const chosen = Object.entries(parts).filter(
		([name]) => names.length === 0 || names.includes(name),
	);
	const n8n = await startN8n();
	const standIn = await startStandIn();
	try {
		for (const [, part] of chosen) await part(n8n, standIn);
		if (figures.length > 0) print('Scale', scaleTable(figures));
	} finally {
		await n8n.stop();
		await standIn.close();
	}
}

main(process.argv.slice(2)).catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
});
