/** An n8n of this file's own, which is killed while runs wait. */
import type { INode } from 'n8n-workflow';
import { readExample, toolType, triggerOf, withCredential } from '../../demo/examples';
import { n8nVersion } from '../../demo/n8nInstall';
import type { N8nProcess } from '../../demo/n8nProcess';
import type { Workflow } from '../../demo/n8nTypes';
import { providerNames, type ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import type { Message } from '../../sandbox/world/model';
import { firstOf } from '../support/firstOf';
import { byId } from './support/actions';
import {
	ask,
	http,
	linkIn,
	node,
	page,
	press,
	resultOf,
	said,
	to,
	type Asked,
} from './support/asking';
import { startFreshN8n } from './support/freshN8n';
import type { ChatRequest, Turn } from './support/model';
import { ana, Stage } from './support/stage';
import { withModel } from './support/standIns';
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

/** By provider: triggers that also start a run with each report on the number's own messages. */
const listening = new Map<ProviderName, Workflow>();

async function listen(provider: ProviderName): Promise<void> {
	const credential = await stage.credential(provider);
	const draft = withCredential(await readExample(provider), credential);
	const trigger = triggerOf(draft)!;
	const hasCopies = provider === 'oneMsg' || provider === 'a1Base';
	const events = ['message.received', hasCopies ? 'message.sent' : 'message.status'];
	Object.assign(trigger.parameters, { events });
	const alone = { ...draft, nodes: [trigger], connections: {}, pinData: {} };
	const workflow = await stage.n8n.createWorkflow(alone);
	await stage.activate(provider, workflow);
	listening.set(provider, workflow);
}

/** Of all runs of the provider's trigger. */
async function eventsOfRuns(provider: ProviderName): Promise<unknown[]> {
	const runs = await stage.settledExecutions(provider, listening.get(provider)!);
	const data = await Promise.all(runs.map(async ({ id }) => await stage.n8n.finishedExecution(id)));
	return data.flatMap(({ data: { resultData } }) =>
		Object.values(resultData.runData).flatMap(([run]) =>
			(run?.data?.main?.[0] ?? []).map(({ json }) => json.event),
		),
	);
}

beforeAll(async () => await Promise.all(providerNames.map(listen)));

/** n8n checks limits once a minute, so this one passes during the other tests. */
let limited: Asked;
beforeAll(async () => {
	const values = { limitType: 'afterTimeInterval', resumeAmount: 0.1, resumeUnit: 'minutes' };
	limited = await ask(stage, 'dialog360', { options: { limitWaitTime: { values } } });
});

it.each(providerNames)(
	'%s: an answer in the chat starts no run of the trigger',
	async (provider) => {
		const { group, result } = await ask(stage, provider);

		await stage.at(provider).write(group.id, ana.id, 'Yes');

		expect(await result()).toMatchObject([
			{ data: { approved: true, text: 'Yes', responder: { id: ana.id, source: 'chat' } } },
		]);
		await until('the result in the group', async () =>
			(await said(stage, provider, group)).includes('✅ *yes* Ana'),
		);
		expect(await eventsOfRuns(provider)).not.toContain('message.received');
	},
);

it('a reply to the question of a stopped run does nothing, and a plain yes is a message', async () => {
	const provider = 'dialog360';
	const { execution, group, question } = await ask(stage, provider);
	await page(linkIn(question));
	await stage.n8n.stop(execution);

	await stage.at(provider).write(group.id, ana.id, 'yes', question.id);
	expect(await eventsOfRuns(provider)).not.toContain('message.received');
	await stage.at(provider).write(group.id, ana.id, 'yes');

	expect(await eventsOfRuns(provider)).toContain('message.received');
	expect((await press(linkIn(question), 'yes')).status).toBe(409);
	expect(await said(stage, provider, group)).toHaveLength(3);
});

it.each([
	['by link', async ({ question }: Asked) => void (await press(linkIn(question), 'yes'))],
	[
		'in the chat',
		async ({ group, question }: Asked) =>
			void (await stage.at('dialog360').write(group.id, ana.id, 'yes', question.id)),
	],
])('an answer %s continues a run whose workflow was edited and unpublished', async (_, answer) => {
	const asked = await ask(stage, 'dialog360');
	await page(linkIn(asked.question));
	await stage.n8n.activate(asked.workflow);
	await stage.n8n.deactivate(asked.workflow);
	const workflow = await stage.n8n.workflow(asked.workflow);
	const nodes = workflow.nodes.filter(({ name }) => name !== 'After');
	const connections = { ...workflow.connections, Ask: { main: [[]] } };
	await stage.n8n.saveWorkflow({ ...workflow, nodes, connections });

	await answer(asked);

	expect(await asked.result()).toMatchObject([{ data: { approved: true } }]);
});

describe('n8n is killed while questions are open', () => {
	interface Open {
		byLink: Asked;
		inChat: Asked;
	}
	const questions = new Map<ProviderName, Open>();
	beforeAll(async () => {
		await Promise.all(
			providerNames.map(async (provider) => {
				const options = { approvalsNeeded: 2 };
				const inChat = await ask(stage, provider, { options });
				const byLink = await ask(stage, provider);
				await stage.at(provider).write(inChat.group.id, ana.id, 'Yes', inChat.question.id);
				await page(linkIn(byLink.question));
				await stage.settledExecutions(provider, listening.get(provider)!);
				questions.set(provider, { byLink, inChat });
			}),
		);
		await n8n.kill();
		await n8n.start();
	});

	it.each(providerNames)(
		'%s: the link works, and one of three answers decides',
		async (provider) => {
			const { group, question, result } = questions.get(provider)!.byLink;
			const link = linkIn(question);
			expect((await page(link)).data).toContain('Deploy now?');

			const answers = await Promise.all([
				press(link, 'yes'),
				press(link, 'no'),
				press(link, 'yes'),
			]);

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
		},
	);

	it.each(providerNames)('%s: a reply counts, and so does an earlier vote', async (provider) => {
		const { group, question, result } = questions.get(provider)!.inChat;

		await stage.at(provider).write(group.id, ben.id, 'Yes, today', question.id);

		expect(await result()).toMatchObject([
			{ data: { approved: true, responders: [{ name: 'Ana' }, { text: 'Yes, today' }] } },
		]);
	});
});

it('forged answers decide nothing', async () => {
	const provider = 'dialog360';
	const { group, question, result } = await ask(stage, provider);
	const link = linkIn(question);
	await page(link);
	const nonce = new URL(link).searchParams.get('nonce');
	const votes = [{ person: ana, source: 'chat', text: 'yes', quotes: true, at: '2026-01-01' }];
	const forward = { nonce, groupId: group.id, votes };
	const headers = { 'x-whatsapp-groups-signature': '0'.repeat(64) };

	const statuses = [
		(await press(link.replace(/signature=\w+/, `signature=${'0'.repeat(64)}`), 'yes')).status,
		(await press(link.replace(/&signature=.*/, ''), 'yes')).status,
		(await press(link.replace(/nonce=[^&]+/, 'nonce=1'), 'yes')).status,
		(await http.post(link, forward, { headers })).status,
	];
	await http.head(link);
	await http.options(link);
	await http.put(link, 'answer=yes');

	expect(statuses).toEqual([401, 401, 401, 403]);
	expect(await said(stage, provider, group)).toHaveLength(1);
	await press(link, 'no');
	expect(await result()).toMatchObject([{ data: { approved: false } }]);
});

/** The messages of a group, once there are as many. */
const messagesIn = async ({ group }: Asked, count: number) =>
	await until(`${count} messages`, async () => {
		const { messages } = await stage.at('dialog360').group(group.id);
		return messages.length === count && messages;
	});

it('in a loop, each question has its own answer', async () => {
	const asked = await ask(stage, 'dialog360', { options: { confirm: false } }, (draft) => {
		draft.nodes.push({ ...node('Loop', 'n8n-nodes-base.splitInBatches', {}), typeVersion: 3 });
		draft.pinData = { Start: [{ json: {} }, { json: {} }] };
		draft.connections = { Start: to('Loop'), Loop: to('After', 'Ask'), Ask: to('Loop') };
	});
	const first = linkIn(asked.question);
	await page(first);
	await press(first, 'yes');
	const second = (await messagesIn(asked, 2))[1]!;
	await page(linkIn(second));

	expect((await press(first, 'yes')).status).toBe(410);
	await stage.at('dialog360').write(asked.group.id, ana.id, 'yes', asked.question.id);
	await stage.at('dialog360').write(asked.group.id, ana.id, 'no', second.id);

	expect(await asked.result()).toMatchObject([
		{ data: { approved: true } },
		{ data: { approved: false } },
	]);
});

const inN8n2 = n8nVersion.startsWith('1.') ? it.skip : it;

// n8n 1 continues the calling workflow with the input of the sub-workflow.
inN8n2('a workflow continues with the answer that its sub-workflow waited for', async () => {
	const asked = await ask(stage, 'dialog360', {}, (draft) => {
		const called = node('Called', 'n8n-nodes-base.executeWorkflowTrigger', {
			inputSource: 'passthrough',
		});
		draft.nodes.push({ ...called, typeVersion: 1.1 });
		draft.connections.Called = to('Ask');
	});
	await stage.n8n.activate(asked.workflow);
	const workflowId = { __rl: true, mode: 'id', value: asked.workflow };
	const caller = await stage.n8n.createWorkflow({
		name: 'Caller',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', {}),
			{ ...node('Call', 'n8n-nodes-base.executeWorkflow', { workflowId }), typeVersion: 1.2 },
			node('After', 'n8n-nodes-base.noOp', {}),
		],
		connections: { Start: to('Call'), Call: to('After') },
		settings: { executionOrder: 'v1' },
	});

	const execution = await stage.n8n.run(caller.id, 'Start');
	const question = (await messagesIn(asked, 2))[1]!;
	await page(linkIn(question));
	await stage.at('dialog360').write(asked.group.id, ana.id, 'yes, at nine', question.id);

	expect(await resultOf(stage, execution)).toMatchObject([
		{ data: { approved: true, text: 'yes, at nine' } },
	]);
	await stage.n8n.deactivate(asked.workflow);
});

it('20 questions in 20 groups are each answered to the right run', async () => {
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
});

it('without an answer in time, the run continues, and a late answer does nothing', async () => {
	const { group, question, result } = limited;
	const output = { provider: 'dialog360', groupId: group.id, messageId: question.id };

	expect(await result()).toEqual([{ ...output, data: { approved: false, timedOut: true } }]);
	await stage.at('dialog360').write(group.id, ana.id, 'yes', question.id);
	expect((await press(linkIn(question), 'yes')).data).not.toContain('Thank you');

	expect(await said(stage, 'dialog360', group)).toHaveLength(2);
});

// Human-review tools are new in n8n 2.
inN8n2.each([
	['yes', 'sent'],
	['no, because it is Friday', 'declined'],
])("an agent's tool waits until the group has said “%s”: %s", async (answer, outcome) => {
	const provider = 'dialog360';
	const { id } = await stage.createGroup(provider);
	await withModel(stage, turn, async (connect, requests) => {
		const workflow = await stage.importNamed('agent-with-groups', provider, (draft) => {
			const named = (name: string) => draft.nodes.find((node) => node.name === name) as INode;
			connect(draft);
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
		expect(requests).toHaveLength(1);

		const asked = firstOf((await stage.at(provider).group(id)).messages);
		await stage.at(provider).write(id, ana.id, answer, asked.id);

		await until('the model to hear of it', () => requests.length > 1);
		const heard = JSON.stringify(requests.at(-1)?.messages);
		if (outcome === 'declined') expect(heard).toContain('because it is Friday');
		const texts = await said(stage, provider, { id });
		expect(texts.includes('We start at nine')).toBe(outcome === 'sent');
		await stage.n8n.deactivate(workflow.id);
	});

	function turn({ messages, tools }: ChatRequest): Turn {
		const name = tools.find((tool) => tool.function.name.includes('Write'))?.function.name ?? '';
		return messages.length > 3 || messages.at(-1)?.role !== 'user'
			? { text: 'Done' }
			: { tool: name, input: { toolParameters: { text: 'We start at nine' } } };
	}
});
