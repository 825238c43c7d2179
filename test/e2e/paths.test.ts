/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
/** In a real n8n: however it comes to run a node, a message that may have been sent is sent once. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import axios from 'axios';
import type { IConnections, INode } from 'n8n-workflow';

import { actionType, toolType } from '../../demo/examples';
import { n8nVersion } from '../../demo/n8nInstall';
import type { Workflow, WorkflowDraft } from '../../demo/n8nTypes';
import { until } from '../../demo/until';
import { startServer } from '../core/support/servers';
import { firstOf } from '../support/firstOf';
import { startModel } from './support/model';
import { startMailServer } from './support/smtp';
import { Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => await stage.close());

type Answer = (response: ServerResponse) => void;

const answered =
	(status: number, body: object, headers: Record<string, string> = {}): Answer =>
	(response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(JSON.stringify(body));
	};
const done = answered(200, { messages: [{ id: 'wamid.1' }] });

/** How the provider answers one request after the other, the last one from then on. */
const outcomes = {
	done: { answers: [done], requests: 1 },
	unknown: { answers: [answered(500, {})], requests: 1 },
	refused: { answers: [answered(400, { error: { code: 131009, message: 'No' } })], requests: 3 },
	rateLimited: { answers: [answered(429, {}, { 'retry-after': '1' }), done], requests: 2 },
} satisfies Record<string, { answers: Answer[]; requests: number }>;

/** The node under test: it sends one message, and n8n tries it three times. */
interface Sending {
	parameters: INode['parameters'];
	credentials: INode['credentials'];
	settings: Partial<INode>;
}

const sending = (type: string, { parameters, credentials, settings }: Sending): INode => ({
	...node('Send', type, 1, parameters),
	...{ credentials, ...settings },
});

/** The ways that n8n has; each runs the node once, and resolves when the run has ended. */
const paths: Record<string, (send: Sending) => Promise<void>> = {
	'a node': async (send) => {
		await run([start, sending(actionType, send)], { Start: main('Send') });
	},

	'a node of a sub-workflow': async (send) => {
		const called = node('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
			inputSource: 'passthrough',
		});
		const inner = {
			nodes: [called, sending(actionType, send)],
			connections: { Called: main('Send') },
		};
		const call = node('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
			source: 'parameter',
			workflowJson: JSON.stringify(inner),
		});
		await run([start, call], { Start: main('Call') });
	},

	'a tool that Agent 2 invokes': async (send) => await withAgent(2, send),

	'a tool that Agent 3 requests from the engine': async (send) => await withAgent(3, send),

	'a tool of the MCP trigger': async (send) => {
		const path = randomUUID();
		const trigger = { ...node('Start', `${langchain}.mcpTrigger`, 2, { path }), webhookId: path };
		const workflow = await create([trigger, sending(toolType, send)], {
			Send: { ai_tool: [[{ node: 'Start', type: 'ai_tool', index: 0 }]] },
		});
		await stage.n8n.activate(workflow.id);
		await callOverMcp(`${stage.running.url}/mcp/${path}`, 'Send');
		await stage.n8n.deactivate(workflow.id);
	},

	// n8n has it since version 2.
	...(n8nVersion.startsWith('1.') ? {} : { 'a tool after a human review': withReview }),
};

describe.each(Object.entries(paths))('as %s, with Retry On Fail', (_path, runOnce) => {
	const requestsAfter = async (answers: Answer[], settings: Partial<INode> = {}) => {
		let next = 0;
		const server = await startServer((_request, response) => {
			answers[Math.min(next++, answers.length - 1)]!(response);
		});
		await runOnce(await toSend(server.url, settings));
		return server.seen.length;
	};

	it.each(Object.entries(outcomes))('%s', async (_name, { answers, requests }) => {
		expect(await requestsAfter(answers)).toBe(requests);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'unknown, and %s on error',
		async (onError) => {
			expect(await requestsAfter(outcomes.unknown.answers, { onError })).toBe(1);
		},
	);
});

async function toSend(baseUrl: string, settings: Partial<INode>): Promise<Sending> {
	const { id, name } = await stage.n8n.saveCredential({
		name: `Provider ${baseUrl}`,
		type: 'dialog360GroupsApi',
		data: { apiKey: randomUUID(), baseUrl },
	});
	return {
		parameters: {
			...{ provider: 'dialog360', resource: 'message', operation: 'send' },
			group: { __rl: true, mode: 'id', value: 'group-1' },
			text: 'Hi',
		},
		credentials: { dialog360GroupsApi: { id, name } },
		settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1, ...settings },
	};
}

const langchain = '@n8n/n8n-nodes-langchain';
const start = node('Start', 'n8n-nodes-base.manualTrigger', 1, {});

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters };
}

function main(name: string): IConnections[string] {
	return { main: [[{ node: name, type: 'main', index: 0 }]] };
}

async function create(nodes: INode[], connections: IConnections): Promise<Workflow> {
	const draft: WorkflowDraft = { name: 'Path', nodes, connections };
	return await stage.n8n.createWorkflow({ ...draft, settings: { executionOrder: 'v1' } });
}

/** Runs a workflow as the editor does. `answer` is what people do once it waits for them. */
async function run(
	nodes: INode[],
	connections: IConnections,
	answer?: () => Promise<void>,
): Promise<void> {
	const { id } = await create(nodes, connections);
	await stage.n8n.run(id, 'Start');
	const statusIn = async (...statuses: string[]) =>
		await until(`the execution to be one of ${statuses.join(', ')}`, async () => {
			const { status } = firstOf(await stage.n8n.executions(id));
			return statuses.includes(status);
		});
	if (answer) {
		await statusIn('waiting');
		await answer();
	}
	await statusIn('success', 'error');
}

/** An agent whose model calls the tool once. The tool is connected to it, or by way of another node. */
async function withAgent(
	typeVersion: number,
	send: Sending,
	review?: INode,
	answer?: () => Promise<void>,
): Promise<void> {
	const model = await startModel(({ messages, tools }) => {
		if (messages.some(({ role }) => role === 'tool')) return { text: 'Sent' };
		const input = review ? { toolParameters: {}, hitlParameters: {} } : {};
		return { tool: firstOf(tools).function.name, input };
	});
	try {
		const { id, name } = await stage.n8n.saveCredential({
			name: `Model ${model.url}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const chat = {
			...node('Model', `${langchain}.lmChatOpenAi`, 1.2, {
				model: { __rl: true, mode: 'id', value: 'stand-in' },
			}),
			credentials: { openAiApi: { id, name } },
		};
		const agent = node('Agent', `${langchain}.agent`, typeVersion, {
			...{ promptType: 'define', text: 'Go' },
		});
		const tool = (to: string): IConnections[string] => ({
			ai_tool: [[{ node: to, type: 'ai_tool', index: 0 }]],
		});
		const connections: IConnections = {
			Start: main('Agent'),
			Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
			...(review ? { Send: tool('Review'), Review: tool('Agent') } : { Send: tool('Agent') }),
		};
		const nodes = [start, agent, chat, sending(toolType, send), ...(review ? [review] : [])];
		await run(nodes, connections, answer);
	} finally {
		model.close();
	}
}

/** Somebody gets a mail with a link, and approves the call of the tool. */
async function withReview(send: Sending): Promise<void> {
	const server = await startMailServer();
	try {
		const { id, name } = await stage.n8n.saveCredential({
			name: `Mail ${server.port}`,
			type: 'smtp',
			data: { host: '127.0.0.1', port: server.port, secure: false, disableStartTls: true },
		});
		const people = { fromEmail: 'n8n@example.com', toEmail: 'ana@example.com', subject: 'May I?' };
		const review = {
			...node('Review', 'n8n-nodes-base.emailSendHitlTool', 2.1, { ...people, message: 'May I?' }),
			...{ webhookId: randomUUID(), credentials: { smtp: { id, name } } },
		};
		await withAgent(3.1, send, review, async () => {
			const mail = await until('the mail', () => server.mails[0]);
			const text = mail.replace(/=\n/g, '').replace(/=3D/g, '=').replace(/&amp;/g, '&');
			const [link] = /http[^"\s]*approved=true[^"\s]*/.exec(text) ?? [];
			// n8n takes a shorter name for that of a bot, which only looks at the link.
			const browser = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0';
			await axios.get(link!, { headers: { 'User-Agent': browser } });
		});
	} finally {
		server.close();
	}
}

/** Calls a tool as an MCP client does, over streamable HTTP. */
async function callOverMcp(url: string, name: string): Promise<void> {
	const headers = { Accept: 'application/json, text/event-stream' };
	const ask = async (method: string, params: object, session = {}, id?: number) =>
		await axios.post(
			url,
			{ jsonrpc: '2.0', id, method, params },
			{ headers: { ...headers, ...session } },
		);
	const clientInfo = { name: 'test', version: '1' };
	const hello = { protocolVersion: '2025-03-26', capabilities: {}, clientInfo };
	const { headers: given } = await ask('initialize', hello, {}, 1);
	const session = { 'mcp-session-id': given['mcp-session-id'] };
	await ask('notifications/initialized', {}, session);
	await ask('tools/call', { name, arguments: {} }, session, 2);
}
