/** An n8n of this file's own, which is killed while runs wait. */
import type { INode } from 'n8n-workflow';
import { readExample, toolType, triggerOf, withCredential } from '../../demo/examples';
import { n8nVersion } from '../../demo/n8nInstall';
import type { N8nProcess } from '../../demo/n8nProcess';
import type { Workflow } from '../../demo/n8nTypes';
import { providerNames, type ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import type { Message } from '../../sandbox/world/model';
import { byId } from './support/actions';
import { ask, http, linkIn, page, press, said, type Asked } from './support/asking';
import { startFreshN8n } from './support/freshN8n';
import { startModel, type ChatRequest, type Turn } from './support/model';
import { ana, Stage } from './support/stage';
import { ben } from './support/story';

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

describe.each(providerNames)('a question at %s', (provider) => {
	let listening: Workflow;
	beforeAll(async () => {
		listening = await stage.importExample(provider);
		await stage.activate(provider, listening);
	});
	afterAll(async () => await stage.n8n.deactivate(listening.id));

	it('is answered by its link, and n8n is killed before', async () => {
		const { group, question, result } = await ask(stage, provider);
		const link = linkIn(question);
		expect((await page(link)).data).toContain('Deploy now?');

		await crash();
		await page(link);
		const answers = await Promise.all([press(link, 'yes'), press(link, 'no'), press(link, 'yes')]);

		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(await result()).toMatchObject([
			{ provider, groupId: group.id, data: { responder: { source: 'link' } } },
		]);
		await until(
			'the result in the group',
			async () => (await said(stage, provider, group)).length === 2,
		);
		expect((await press(link, 'no')).data).not.toContain('Thank you');
		expect(await said(stage, provider, group)).toHaveLength(2);
	});

	it('is answered in the chat, which starts no run of the trigger', async () => {
		const before = await stage.settledExecutions(provider, listening);
		const { group, result } = await ask(stage, provider);

		await stage.at(provider).write(group.id, ana.id, 'Yes');

		expect(await result()).toMatchObject([
			{ data: { approved: true, text: 'Yes', responder: { id: ana.id, source: 'chat' } } },
		]);
		await until('the result in the group', async () =>
			(await said(stage, provider, group)).includes('✅ *yes* Ana'),
		);
		expect(await stage.settledExecutions(provider, listening)).toHaveLength(before.length);
	});

	it('is answered in the chat after n8n was killed, and earlier votes count', async () => {
		await stage.n8n.deactivate(listening.id);
		const reporting = await listenToOwnMessages(provider);
		const options = { approvalsNeeded: 2 };
		const { group, question, result } = await ask(stage, provider, { options });
		await stage.at(provider).write(group.id, ana.id, 'Yes', question.id);
		await stage.settledExecutions(provider, reporting);

		await crash();
		await stage.at(provider).write(group.id, ben.id, 'Yes, today', question.id);

		expect(await result()).toMatchObject([
			{ data: { approved: true, responders: [{ name: 'Ana' }, { text: 'Yes, today' }] } },
		]);
		await stage.n8n.deactivate(reporting.id);
	});
});

/** Publishes a trigger that starts a run with each report on one of the number's own messages. */
async function listenToOwnMessages(provider: ProviderName): Promise<Workflow> {
	const credential = await stage.credential(provider);
	const { nodes, ...draft } = withCredential(await readExample(provider), credential);
	const trigger = triggerOf({ ...draft, nodes })!;
	const hasCopies = provider === 'oneMsg' || provider === 'a1Base';
	const events = [hasCopies ? 'message.sent' : 'message.status'];
	Object.assign(trigger.parameters, { events });
	const workflow = await stage.n8n.createWorkflow({
		name: 'Reports',
		nodes: [trigger],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	await stage.activate(provider, workflow);
	return workflow;
}

it('20 questions in 20 groups are each answered to the right run', async () => {
	const listening = await stage.importExample('dialog360');
	await stage.activate('dialog360', listening);
	const asked: Asked[] = [];
	for (let at = 0; at < 20; at++) asked.push(await ask(stage, 'dialog360'));

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
		const texts = await said(stage, provider, { id });
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
