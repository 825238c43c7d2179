/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';

import { providers, type ProviderName } from '../demo/providers';
import { megabytes, type Figure } from './figures';
import type { MeasuredN8n } from './n8n';
import { nothing, ours, type Sender } from './workflows';

/** A1Base accepts only links to files. */
const SENDERS: ProviderName[] = ['dialog360', 'oneMsg', 'metaCloud'];
const SIZES = [16, 100];

/** The peak of n8n's memory while it sends a file, beside the same run without the send. */
export async function measureUploads(n8n: MeasuredN8n): Promise<Figure[]> {
	const provider = await startProvider();
	const figures: Figure[] = [];
	try {
		for (const size of SIZES) {
			const path = join(n8n.filesFolder, `${size}.pdf`);
			await writeFile(path, Buffer.alloc(size * 1024 ** 2));
			const base = await peakOf(n8n, path, nothing);
			for (const name of SENDERS) {
				const peak = await peakOf(n8n, path, await fileSender(n8n, name, provider.url));
				figures.push({
					what: `${providers[name].label}, file of ${size} MB: peak memory of n8n`,
					value: megabytes(peak),
					base: megabytes(base),
					ratio: peak / base,
				});
			}
		}
	} finally {
		await provider.close();
	}
	return figures;
}

async function fileSender(
	{ client }: MeasuredN8n,
	provider: ProviderName,
	baseUrl: string,
): Promise<Sender> {
	const keys = { apiKey: 'k', channelId: '1', accessToken: 'k', phoneNumberId: '1' };
	const credential = await client.saveCredential({
		name: `Files ${provider}`,
		type: providers[provider].credentialType,
		data: { ...keys, appSecret: 's', baseUrl },
	});
	const sender = ours(credential);
	const media = { messageType: 'media', mediaType: 'document', mediaSource: 'binary' };
	const group = { __rl: true, mode: 'id', value: provider === 'oneMsg' ? '1-1@g.us' : 'group-1' };
	return { ...sender, parameters: { ...sender.parameters, ...media, provider, group } };
}

/** In a new process, so that its peak is the run's. */
async function peakOf(n8n: MeasuredN8n, path: string, sender: Sender): Promise<number> {
	await n8n.restart();
	const { type, typeVersion, parameters, credential } = sender;
	const node = (name: string, kind: string, version: number, values: object) =>
		({
			id: name,
			name,
			type: kind,
			typeVersion: version,
			position: [0, 0],
			parameters: values,
		}) as INode;
	const nodes: INode[] = [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		node('File', 'n8n-nodes-base.readWriteFile', 1, { operation: 'read', fileSelector: path }),
		{
			...node('Send', type, typeVersion, parameters),
			credentials: credential && {
				[credential.type]: { id: credential.id, name: credential.name },
			},
		},
	];
	const link = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	const connections = { Start: link('File'), File: link('Send') };
	const { id } = await n8n.client.createWorkflow({ name: 'Files', nodes, connections });
	const execution = await n8n.client.finishedExecution(await n8n.client.run(id, 'Start'), 120);
	const { error } = execution.data.resultData;
	if (error) throw new Error(`${sender.name}: ${error.message}`);
	return (await n8n.use()).peakMegabytes;
}

/** Reads every body to its end without keeping it, and answers as each provider does. */
async function startProvider() {
	const server = createServer(async (request, response) => {
		for await (const part of request) void part;
		const isOneMsg = request.url!.includes('sendFile');
		const isUpload = request.url!.includes('/media');
		const message = { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] };
		const sent = { sent: true, id: '1', message: 'Message sent', description: 'Sent' };
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(isOneMsg ? sent : isUpload ? { id: '1' } : message));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
