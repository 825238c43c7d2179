/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** A large file of n8n's in-memory binary mode is in memory about once while it is sent. */
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';

import { groupField, useSandbox } from './support/sandbox';

const sandbox = useSandbox();

const MB = 1024 * 1024;
/** WhatsApp's limit for documents, as base64. */
const SIZE = 100 * MB;
const ENCODED = Math.floor(SIZE / 3) * 4;

/** A provider that keeps nothing, in a thread whose memory is not counted. */
const PROVIDER = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const server = createServer((request, response) => {
	let size = 0;
	request.on('data', (chunk) => (size += chunk.length));
	request.on('end', () => {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify({ sent: true, id: String(size) }));
	});
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

/** One flat string, as n8n has it: V8 makes one of many parts until it is read. */
function encodedFile(): string {
	const base64 = 'YWJj'.repeat(ENCODED / 4);
	base64.charCodeAt(0);
	return base64;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The most memory that was used while something was done, above what was used before, in bytes. */
async function peakOf(work: () => Promise<void>): Promise<number> {
	const used = () => {
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	};
	collectGarbage();
	const before = used();
	let peak = before;
	const sampling = setInterval(() => (peak = Math.max(peak, used())), 2);
	await work().finally(() => clearInterval(sampling));
	return peak - before;
}

test('1MSG, which gets files in base64: a document of 100 MB needs less than twice its size', async () => {
	const server = new Worker(PROVIDER, { eval: true });
	const [port] = (await once(server, 'message')) as [number];
	const file = { data: encodedFile(), mimeType: 'application/pdf', fileName: 'a.pdf' };

	const peak = await peakOf(async () => {
		const { json } = await sandbox.run(
			'oneMsg',
			'message.send',
			{
				group: groupField('group-1'),
				...{ messageType: 'media', mediaType: 'document' },
				...{ mediaSource: 'binary', binaryPropertyName: 'data' },
			},
			{ account: { baseUrl: `http://127.0.0.1:${port}` }, binary: { data: file } },
		);
		expect(Number(json[0]?.messageId)).toBeGreaterThan(ENCODED);
	});

	await server.terminate();
	expect(peak / SIZE).toBeLessThan(2);
}, 60_000);
