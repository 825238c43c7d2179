import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { startModel, type ChatRequest, type Turn } from './model';
import { startMailServer, type MailServer } from './smtp';
import type { Stage } from './stage';

/** Chooses the credential of a stand-in in each node of a workflow that needs it. */
type Connect = (draft: WorkflowDraft) => void;

/** Runs `play` with a chat model whose turns `next` computes. */
export async function withModel(
	stage: Stage,
	next: (request: ChatRequest) => Turn,
	play: (connect: Connect, requests: ChatRequest[]) => Promise<void>,
): Promise<void> {
	const { url, requests, close } = await startModel(next);
	try {
		const data = { apiKey: 'none', url };
		await play(await connectTo(stage, url, 'openAiApi', data), requests);
	} finally {
		close();
	}
}

/** Runs `play` with a mail server that stores every mail. */
export async function withMailServer(
	stage: Stage,
	play: (connect: Connect, mails: MailServer['mails']) => Promise<void>,
): Promise<void> {
	const { port, mails, close } = await startMailServer();
	try {
		const data = { host: '127.0.0.1', port, secure: false, disableStartTls: true };
		await play(await connectTo(stage, `Mail ${port}`, 'smtp', data), mails);
	} finally {
		close();
	}
}

const nodesWith: Record<string, string[]> = {
	openAiApi: ['@n8n/n8n-nodes-langchain.lmChatOpenAi'],
	smtp: ['n8n-nodes-base.emailSend'],
};

async function connectTo(
	stage: Stage,
	name: string,
	type: string,
	data: Record<string, unknown>,
): Promise<Connect> {
	const { id } = await stage.n8n.saveCredential({ name, type, data });
	return ({ nodes }) => {
		for (const node of nodes.filter((one) => nodesWith[type]!.includes(one.type))) {
			node.credentials = { [type]: { id, name } };
		}
	};
}
