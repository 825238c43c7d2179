/** An n8n of this file's own, which is killed while runs wait. */
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import { actionType, toolType, withCredential } from '../../demo/examples';
import { n8nVersion } from '../../demo/n8nInstall';
import type { N8nProcess } from '../../demo/n8nProcess';
import type { Workflow } from '../../demo/n8nTypes';
import { providerNames, type ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import type { Group, Message } from '../../sandbox/world/model';
import { byId } from './support/actions';
import { startFreshN8n } from './support/freshN8n';
import { startModel, type ChatRequest, type Turn } from './support/model';
import { ana, Stage } from './support/stage';

jest.setTimeout(240_000);

let n8n: N8nProcess;
let stage: Stage;
beforeAll(async () => {
	const { process, running } = await startFreshN8n('e2e-waiting');
	n8n = process;
	stage = await Stage.create(running);
});
afterAll(async () => {
	expect(await stage?.secretsInLog()).toEqual([]);
	await stage?.close();
	await n8n?.stop();
});

const crash = async () => {
	await n8n.kill();
	await n8n.start();
};

interface Asked {
	group: Group;
	question: Message;
	/** What the node gave when the run had ended. */
	result(): Promise<IDataObject[]>;
}

/** Start → Ask → After. */
async function ask(provider: ProviderName, parameters: INode['parameters'] = {}): Promise<Asked> {
	const group = await stage.createGroup(provider);
	const node = (name: string, type: string, given: INode['parameters']): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: given,
	});
	const main = (to: string) => ({ main: [[{ node: to, type: 'main' as const, index: 0 }]] });
	const asking = { resource: 'message', operation: 'sendAndWait', group: byId(group.id) };
	const draft = {
		name: 'Ask',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			node('Ask', actionType, { provider, ...asking, message: 'Deploy now?', ...parameters }),
			node('After', 'n8n-nodes-base.noOp', {}),
		],
		connections: { Start: main('Ask'), Ask: main('After') },
		settings: { executionOrder: 'v1' },
	};
	const credential = await stage.credential(provider);
	const { id } = await stage.n8n.createWorkflow(withCredential(draft, credential));
	const execution = await stage.n8n.run(id, 'Start');
	const question = await until('the question in the group', async () => {
		return (await stage.at(provider).group(group.id)).messages[0];
	});
	return {
		group,
		question,
		result: async () => {
			// n8n also stores an end for a run that waits.
			const after = await until('the run to go on', async () => {
				const { data } = await stage.n8n.finishedExecution(execution);
				expect(data.resultData.error).toBeUndefined();
				return data.resultData.runData.After;
			});
			return (after[0].data?.main[0] ?? []).map(({ json }) => json);
		},
	};
}

const linkIn = ({ text }: Message) => /https?:\/\/\S+/.exec(text)?.[0] ?? '';
const http = axios.create({ validateStatus: () => true });
const press = async (link: string, answer: 'yes' | 'no') =>
	await http.post(link, new URLSearchParams({ answer }));

/** Once n8n has stored the run, the page is there. */
const page = async (link: string) =>
	await until('the page of the link', async () => {
		const response = await http.get(link);
		return response.status === 200 && response;
	});

const said = async (provider: ProviderName, { id }: Group) =>
	(await stage.at(provider).group(id)).messages.map(({ text }) => text);

describe.each(providerNames)('a question at %s', (provider) => {
	let listening: Workflow;
	beforeAll(async () => {
		listening = await stage.importExample(provider);
		await stage.activate(provider, listening);
	});
	afterAll(async () => await stage.n8n.deactivate(listening.id));

	it('is answered by its link, and n8n is killed before', async () => {
		const { group, question, result } = await ask(provider);
		const link = linkIn(question);
		expect((await page(link)).data).toContain('Deploy now?');

		await crash();
		await page(link);
		const answers = await Promise.all([press(link, 'yes'), press(link, 'no'), press(link, 'yes')]);

		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(await result()).toMatchObject([
			{ provider, groupId: group.id, data: { responder: { source: 'link' } } },
		]);
		await until('the result in the group', async () => (await said(provider, group)).length === 2);
		expect((await press(link, 'no')).data).not.toContain('Thank you');
		expect(await said(provider, group)).toHaveLength(2);
	});

	it('is answered in the chat, which starts no run of the trigger', async () => {
		const before = await stage.settledExecutions(provider, listening);
		const { group, result } = await ask(provider);

		await stage.at(provider).write(group.id, ana.id, 'Yes');

		expect(await result()).toMatchObject([
			{ data: { approved: true, text: 'Yes', responder: { id: ana.id, source: 'chat' } } },
		]);
		await until('the result in the group', async () =>
			(await said(provider, group)).includes('✅ *yes* Ana'),
		);
		expect(await stage.settledExecutions(provider, listening)).toHaveLength(before.length);
	});

	// 1MSG repeats its messages only once, and gives no text of the quoted one.
	const finds = provider === 'oneMsg' ? it.skip : it;
	finds('is answered in the chat after n8n was killed', async () => {
		const { group, question, result } = await ask(provider);
		await page(linkIn(question));

		await crash();
		if (provider !== 'a1Base') await stage.at(provider).read(group.id, ana.id, question.id);
		await until('the reply to count', async () => {
			await stage.at(provider).write(group.id, ana.id, 'No, not today', question.id);
			return (await said(provider, group)).some((text) => text.startsWith('❌'));
		});

		expect(await result()).toMatchObject([{ data: { approved: false, text: 'No, not today' } }]);
	});
});

it('20 questions in 20 groups are each answered to the right run', async () => {
	const listening = await stage.importExample('dialog360');
	await stage.activate('dialog360', listening);
	const asked: Asked[] = [];
	for (let at = 0; at < 20; at++) asked.push(await ask('dialog360'));

	await Promise.all(
		asked.map(async ({ group }, at) =>
			stage.at('dialog360').write(group.id, ana.id, at % 2 === 0 ? 'yes' : 'no'),
		),
	);

	for (const [at, { group, result }] of asked.entries()) {
		expect(await result()).toMatchObject([{ groupId: group.id, data: { approved: at % 2 === 0 } }]);
	}
	await stage.n8n.deactivate(listening.id);
});

/** Human-review tools are new in n8n 2. */
const inN8n2 = n8nVersion.startsWith('1.') ? it.skip : it;

inN8n2.each([
	['yes', 'sent'],
	['no, because it is Friday', 'declined'],
])("an agent's tool waits until the group has said “%s”: %s", async (answer, outcome) => {
	const provider = 'dialog360';
	const listening = await stage.importExample(provider);
	await stage.activate(provider, listening);
	const { id } = await stage.createGroup(provider);
	const model = await startModel((request) => turn(request));
	try {
		const openAi = await stage.n8n.saveCredential({
			name: `Model ${model.url}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const workflow = await stage.importNamed('agent-with-groups', provider, (draft) => {
			const named = (name: string) => draft.nodes.find((node) => node.name === name) as INode;
			named('Model').credentials = { openAiApi: { id: openAi.id, name: openAi.name } };
			Object.assign(named('Chat').parameters, { public: true });
			const tool = named('Write in a Group');
			Object.assign(tool.parameters, { group: byId(id) });
			draft.nodes.push({
				...tool,
				id: 'review',
				name: 'Review',
				type: toolType.replace(/Tool$/, 'HitlTool'),
				parameters: { provider, group: byId(id), message: '=May I use {{ $tool.name }}?' },
			});
			draft.connections['Write in a Group'] = {
				ai_tool: [[{ node: 'Review', type: 'ai_tool', index: 0 }]],
			};
			draft.connections.Review = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
			draft.settings = { executionOrder: 'v1' };
		});
		await stage.n8n.activate(workflow.id);
		const { webhookId } = workflow.nodes.find(({ name }) => name === 'Chat') as INode;
		const message = { action: 'sendMessage', sessionId: 's', chatInput: 'Tell them.' };
		void http.post(`${stage.running.url}/webhook/${webhookId}/chat`, message);
		const [question] = await stage.answersIn(provider, id);
		expect(question).toContain('May I use Write');
		await page(linkIn({ text: question } as Message));
		expect(model.requests).toHaveLength(1);

		const asked = (await stage.at(provider).group(id)).messages[0];
		await stage.at(provider).write(id, ana.id, answer, asked.id);

		await until('the model to hear of it', () => model.requests.length > 1);
		const heard = JSON.stringify(model.requests.at(-1)?.messages);
		if (outcome === 'declined') expect(heard).toContain('because it is Friday');
		const texts = await said(provider, { id } as Group);
		expect(texts.includes('We start at nine')).toBe(outcome === 'sent');
		await stage.n8n.deactivate(workflow.id);
	} finally {
		model.close();
		await stage.n8n.deactivate(listening.id);
	}

	function turn({ messages, tools }: ChatRequest): Turn {
		const name = tools.find((tool) => tool.function.name.includes('Write'))?.function.name ?? '';
		return messages.length > 3 || messages.at(-1)?.role !== 'user'
			? { text: 'Done' }
			: { tool: name, input: { toolParameters: { text: 'We start at nine' } } };
	}
});
