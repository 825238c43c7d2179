/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import {
	isOurs,
	moreExamples,
	onProvider,
	readWorkflow,
	triggerType,
	withCredential,
} from '../../demo/examples';
import { projectFolder } from '../../demo/folders';
import { n8nVersion } from '../../demo/n8nInstall';
import type { Workflow, WorkflowDraft } from '../../demo/n8nTypes';
import { providerNames, type ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import { byId } from './support/actions';
import { startModel, type ChatRequest, type Turn } from './support/model';
import { startMailServer } from './support/smtp';
import { ana, Stage } from './support/stage';

jest.setTimeout(120_000);

const ben = { id: '14155550102', name: 'Ben' };
const eve = { id: '14155550199', name: 'Eve' };

/** They have nodes in versions of n8n 2, such as its data tables. */
const onlyInN8n2 = ['create-group-from-form', 'delivery-report', 'log-all-events'];
const itRuns = (name: string) =>
	n8nVersion.startsWith('1.') && onlyInN8n2.includes(name) ? it.skip : it;

/** Read off the workflow's nodes and the table of providers, never listed. */
function providersFor(name: string): ProviderName[] {
	const file = join(projectFolder, 'examples', `${name}.json`);
	const { nodes }: WorkflowDraft = JSON.parse(readFileSync(file, 'utf8'));
	const ours = nodes.filter(isOurs);
	return providerNames.filter((value) => {
		const provider = providers.find((one) => one.name === value)!;
		return ours.every(({ type, parameters }) => {
			const { resource, operation, events, options } = parameters as Record<string, string>;
			if (type === triggerType) return provider.events.some((event) => events.includes(event));
			const needsLinks = Object.hasOwn(Object(options), 'includeInviteLink');
			// Every provider that sends can also ask.
			const action = operation === 'sendAndWait' ? 'send' : operation;
			return [`${resource}.${action}`, ...(needsLinks ? ['inviteLink.get'] : [])].every(
				(key) => key in provider.calls,
			);
		});
	});
}

type Story = (stage: Stage, provider: ProviderName) => Promise<void>;

/** The effect of each example, seen from the participants' phones. */
const stories: Record<string, Story> = {
	'answer-a-keyword': async (stage, provider) => {
		const sandbox = stage.at(provider);
		await withActive(stage, provider, 'answer-a-keyword', async (workflow) => {
			const { id } = await stage.createGroup(provider);
			await sandbox.write(id, ana.id, 'What a fine day');
			await sandbox.write(id, ana.id, 'Is there a Menu?');
			const answer = 'Today: lentil soup, and apple pie after it. Enjoy, Ana!';
			expect(await stage.answersIn(provider, id)).toEqual([answer]);
			expect(await stage.settledExecutions(provider, workflow)).toHaveLength(2);
			expect(await stage.answersIn(provider, id)).toEqual([answer]);
		});
	},

	'welcome-who-joins': async (stage, provider) => {
		await withActive(stage, provider, 'welcome-who-joins', async () => {
			const { id, inviteLink } = await stage.createGroup(provider);
			await stage.at(provider).join(inviteLink, ben);
			expect(await stage.answersIn(provider, id)).toEqual([
				'Welcome, +14155550102! Tell us in a word or two who you are.',
			]);
		});
	},

	'approve-join-requests': async (stage, provider) => {
		const sandbox = stage.at(provider);
		await withActive(stage, provider, 'approve-join-requests', async () => {
			const joinApprovalMode = 'approval_required';
			const { id } = await sandbox.createGroup({ subject: 'Members', joinApprovalMode });
			await sandbox.askToJoin(id, ben);
			await sandbox.askToJoin(id, eve);
			const { participants } = await until('both to be answered', async () => {
				const group = await sandbox.group(id);
				return group.joinRequests.length === 0 && group;
			});
			expect(idsOf(participants)).toContain(ben.id);
			expect(idsOf(participants)).not.toContain(eve.id);
		});
	},

	'broadcast-to-groups': async (stage, provider) => {
		const { id } = await stage.createGroup(provider);
		const other = await stage.at(provider).createGroup({ subject: 'Kitchen', participants: [ben] });
		const workflow = await stage.importNamed('broadcast-to-groups', provider);
		const rows = await run(stage, workflow, 'Start', 'Result Table');
		const text = 'The shop is closed on Monday. See you on Tuesday!';
		expect(await stage.answersIn(provider, id)).toEqual([text]);
		expect(await stage.answersIn(provider, other.id)).toEqual([text]);
		expect(rows.map(({ group }) => group).sort()).toEqual(['Kitchen', 'Launch crew']);
		for (const row of rows) {
			expect(row.result).toMatch(/^(sent|queued)$/);
			expect(row.problem).toBe('');
		}
	},

	'create-group-from-form': async (stage, provider) => await groupFromForm(stage, provider),

	'pin-daily-agenda': async (stage, provider) => {
		const sandbox = stage.at(provider);
		const { id } = await stage.createGroup(provider);
		const workflow = await stage.importNamed('pin-daily-agenda', provider, (draft) => {
			chooseGroup(draft, id);
			const often = { rule: { interval: [{ field: 'seconds', secondsInterval: 4 }] } };
			nodeNamed(draft, 'Every Morning').parameters = often;
		});
		await stage.n8n.activate(workflow.id);
		await until('the second agenda', async () => (await sandbox.group(id)).messages.length >= 2);
		await stage.n8n.deactivate(workflow.id);
		const executions = await stage.settledExecutions(provider, workflow);
		expect(executions.map(({ status }) => status)).not.toContain('error');

		const { messages, pins } = await sandbox.group(id);
		expect(messages[0].text).toMatch(/^Agenda for \w+day, \d+ \w+\n9:00/);
		expect(pins).toEqual([messages[messages.length - 1].id]);
	},

	'alerts-by-severity': async (stage, provider) => {
		const sandbox = stage.at(provider);
		const onCall = await stage.createGroup(provider);
		const team = await sandbox.createGroup({ subject: 'Team', participants: [ben] });
		const workflow = await stage.importNamed('alerts-by-severity', provider, (draft) => {
			nodeNamed(draft, 'Tell Who Is on Call').parameters.group = byId(onCall.id);
			nodeNamed(draft, 'Tell the Team').parameters.group = byId(team.id);
			// Its own, so that this n8n can have the workflow several times.
			nodeNamed(draft, 'Alert').parameters.path = `alerts-${provider}`;
		});
		await stage.n8n.activate(workflow.id);
		for (const severity of ['info', 'warning', 'Critical']) {
			const alert = { severity, title: 'Disk', details: `It is ${severity}` };
			await axios.post(`${stage.running.url}/webhook/alerts-${provider}`, alert);
		}
		expect(await stage.answersIn(provider, onCall.id)).toEqual(['CRITICAL: Disk\nIt is Critical']);
		expect(await stage.answersIn(provider, team.id)).toEqual(['Warning: Disk\nIt is warning']);
		expect(await stage.settledExecutions(provider, workflow)).toHaveLength(3);
		await stage.n8n.deactivate(workflow.id);
	},

	'log-all-events': async (stage, provider) => {
		const name = `Events of ${provider}`;
		const change = (draft: WorkflowDraft) => renameTable(draft, name);
		await withActive(
			stage,
			provider,
			'log-all-events',
			async (workflow) => {
				const { id } = await stage.createGroup(provider);
				await stage.at(provider).write(id, ana.id, 'Good morning');
				await until('the run', async () => (await stage.n8n.executions(workflow.id)).length > 0);
				await stage.settledExecutions(provider, workflow);
				const rows = await rowsOf(stage, name);
				const message = rows.filter(({ event }) => event === 'message.received');
				expect(message).toMatchObject([{ groupId: id, person: ana.id, text: 'Good morning' }]);
				expect(JSON.parse(String(message[0].json))).toMatchObject({ provider });
			},
			change,
		);
	},

	'delivery-report': async (stage, provider) => {
		const sample = await stage.importNamed('delivery-report', provider);
		expect(await run(stage, sample, 'Show the Report', 'Report')).toEqual([
			{
				...{ group: 'Launch crew', messageId: 'wamid.SAMPLE', members: 4, gotIt: 2, readIt: 1 },
				notYet: '+14155550104',
				failed: expect.stringMatching(/^\+14155550103: .*delivered.*\. .*WhatsApp/),
				billed: '2 × group_marketing',
			},
		]);

		const sandbox = stage.at(provider);
		const name = `Deliveries of ${provider}`;
		const change = (draft: WorkflowDraft) => {
			delete draft.pinData;
			renameTable(draft, name);
		};
		await withActive(
			stage,
			provider,
			'delivery-report',
			async (workflow) => {
				const { id, inviteLink } = await sandbox.createGroup({
					subject: 'Launch crew',
					participants: [ana, ben, eve],
				});
				await sandbox.changePerson(id, ben.id, { hidesNumber: true });
				await sandbox.changePerson(id, eve.id, { unreachable: true });
				const broadcast = await stage.importNamed('broadcast-to-groups', provider);
				const [{ messageId }] = await run(stage, broadcast, 'Start', 'Result Table');
				await sandbox.read(id, ben.id, String(messageId));
				await sandbox.join(inviteLink, { id: '14155550104', name: 'Joe' });

				const report = await until('the read message in the report', async () => {
					await stage.settledExecutions(provider, workflow);
					const rows = await run(stage, workflow, 'Show the Report', 'Report');
					return rows[0]?.readIt === 1 && rows;
				});
				expect(report).toEqual([
					{
						...{ group: 'Launch crew', messageId, members: 4, gotIt: 2, readIt: 1 },
						notYet: '+14155550104',
						failed: expect.stringMatching(/^\+14155550199: .*delivered.*\. .*WhatsApp/),
						billed: provider === 'oneMsg' ? '' : '2 × group_service',
					},
				]);
			},
			change,
		);
	},

	'one-number-many-workflows': async (stage, provider) => {
		const sandbox = stage.at(provider);
		const shop = await stage.createGroup(provider);
		const support = await sandbox.createGroup({ subject: 'Support', participants: [ana] });
		const called: Record<string, string> = {};
		for (const name of ['Welcome', 'Take Orders', 'Give Support']) {
			const { id } = await stage.n8n.createWorkflow(await answeringWorkflow(stage, provider, name));
			if (!n8nVersion.startsWith('1.')) await stage.n8n.activate(id);
			called[name] = id;
		}
		const change = (draft: WorkflowDraft) => {
			for (const [name, value] of Object.entries(called)) {
				nodeNamed(draft, name).parameters.workflowId = { __rl: true, mode: 'id', value };
			}
			const choice = nodeNamed(draft, 'By Event, Keyword and Group');
			const text = JSON.stringify(choice.parameters);
			choice.parameters = JSON.parse(text.replace('ID of the support group', support.id));
		};
		const reportsJoining = providers
			.find((one) => one.name === provider)!
			.events.includes('participant.joined');
		await withActive(
			stage,
			provider,
			'one-number-many-workflows',
			async (workflow) => {
				await sandbox.write(shop.id, ana.id, 'I want to order a cake');
				await sandbox.write(support.id, ana.id, 'It does not work');
				await sandbox.write(shop.id, ana.id, 'What a fine day');
				expect(await stage.answersIn(provider, shop.id)).toEqual(['Take Orders']);
				expect(await stage.answersIn(provider, support.id)).toEqual(['Give Support']);
				expect(await stage.settledExecutions(provider, workflow)).toHaveLength(3);
				if (!reportsJoining) return;
				await sandbox.join(shop.inviteLink, ben);
				await until('the welcome', async () =>
					(await stage.answersIn(provider, shop.id)).includes('Welcome'),
				);
			},
			change,
		);
	},

	'ask-and-go-on': async (stage, provider) => {
		const sandbox = stage.at(provider);
		await withActive(stage, provider, 'ask-and-go-on', async (workflow) => {
			const { id } = await stage.createGroup(provider);
			const said = async (part: string) =>
				await until(`“${part}” in the group`, async () =>
					(await sandbox.group(id)).messages.find(({ text }) => text.includes(part)),
				);
			await sandbox.write(id, ana.id, '/deploy');
			await said('Deploy now? Ana asks for it.');
			await sandbox.write(id, ana.id, 'Yes');
			const when = await said('When do we start?');
			await sandbox.write(id, ana.id, 'At nine', when.id);
			await said('The deployment starts: At nine');
			expect(await stage.settledExecutions(provider, workflow)).toHaveLength(1);
		});
	},

	'agent-with-groups': async (stage, provider) => {
		const { id } = await stage.createGroup(provider);
		const model = await startModel((request) => nextTurn(request, id));
		try {
			const openAi = await stage.n8n.saveCredential({
				name: `Model ${model.url}`,
				type: 'openAiApi',
				data: { apiKey: 'none', url: model.url },
			});
			const workflow = await stage.importNamed('agent-with-groups', provider, (draft) => {
				const credentials = { openAiApi: { id: openAi.id, name: openAi.name } };
				Object.assign(nodeNamed(draft, 'Model'), { credentials });
				// The chat's public address lets the test ask without a browser.
				Object.assign(nodeNamed(draft, 'Chat').parameters, { public: true });
			});
			await stage.n8n.activate(workflow.id);
			const { webhookId } = nodeNamed(workflow, 'Chat');
			const ask = { action: 'sendMessage', sessionId: 's', chatInput: 'We start at nine.' };
			const { data } = await axios.post(`${stage.running.url}/webhook/${webhookId}/chat`, ask);

			expect(JSON.stringify(data)).toContain('I have written to them');
			expect(await stage.answersIn(provider, id)).toEqual(['We start at nine']);
			const offered = model.requests[0].tools.map((tool) => tool.function.name);
			expect(offered.sort()).toEqual(['List_Groups', 'Write_in_a_Group']);
			await stage.n8n.deactivate(workflow.id);
		} finally {
			model.close();
		}
	},
};

it('has a story for every example, and no other', async () => {
	expect(await moreExamples()).toEqual(Object.keys(stories).sort());
});

describe.each(Object.entries(stories))('the example %s', (name, story) => {
	it('says on a note how to set it up and what to change', async () => {
		const { nodes } = await readWorkflow(name);
		const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes).toHaveLength(1);
		expect(notes[0].parameters.content).toMatch(/\*\*Set up\*\*/);
		const able = providersFor(name);
		const labels = providers.filter((one) => able.includes(one.name));
		for (const { displayName } of labels.length === providers.length ? [] : labels) {
			expect(notes[0].parameters.content).toMatch(new RegExp(`Runs on .*${displayName}`));
		}
		expect(able.length).toBeGreaterThanOrEqual(2);
	});

	itRuns(name).each(providersFor(name))('does what it says on %s', async (provider) => {
		await onStage(async (stage) => await story(stage, provider));
	});
});

async function onStage(play: (stage: Stage) => Promise<void>): Promise<void> {
	const stage = await Stage.create();
	try {
		await play(stage);
		expect(await stage.secretsInLog()).toEqual([]);
	} finally {
		await stage.close();
	}
}

/** The provider creates the group only after its response, which is the harder case. */
async function groupFromForm(stage: Stage, provider: ProviderName): Promise<void> {
	const later = provider === 'metaCloud' ? {} : { asynchronousCreate: true };
	await stage.at(provider).changeSettings({ ...later, createDelayMs: 1000 });
	const mail = await startMailServer();
	try {
		const smtp = await stage.n8n.saveCredential({
			name: `Mail ${mail.port}`,
			type: 'smtp',
			data: { host: '127.0.0.1', port: mail.port, secure: false, disableStartTls: true },
		});
		const change = (draft: WorkflowDraft) => {
			const credentials = { smtp: { id: smtp.id, name: smtp.name } };
			for (const node of draft.nodes) {
				if (node.type === 'n8n-nodes-base.emailSend') Object.assign(node, { credentials });
			}
		};
		const workflow = await stage.importNamed('create-group-from-form', provider, change);
		await stage.n8n.activate(workflow.id);
		const { webhookId } = nodeNamed(workflow, 'Form');
		const form = `${stage.running.url}/form/${webhookId}`;
		const { data: page } = await axios.get<string>(form);
		expect(page).toContain('A new group');
		const answers = new FormData();
		answers.append('field-0', 'Garden party');
		answers.append('field-1', 'ana@example.com');
		await axios.post(form, answers);

		const text = await until('the mail', () => mail.mails[0]);
		const group = (await stage.at(provider).groups()).find(
			({ subject }) => subject === 'Garden party',
		)!;
		expect(text).toMatch(/^To: ana@example\.com$/m);
		expect(text.replace(/=\n/g, '').replace(/=3D/g, '=')).toContain(group.inviteLink);
		await stage.n8n.deactivate(workflow.id);
	} finally {
		mail.close();
	}
}

async function withActive(
	stage: Stage,
	provider: ProviderName,
	name: string,
	story: (workflow: Workflow) => Promise<void>,
	change?: (draft: WorkflowDraft) => void,
): Promise<void> {
	const workflow = await stage.importNamed(name, provider, change);
	await stage.activate(provider, workflow);
	await story(workflow);
	await stage.n8n.deactivate(workflow.id);
}

/** Runs a workflow as the editor's button does. Returns the output of one node. */
async function run(stage: Stage, workflow: Workflow, from: string, of: string) {
	const id = await stage.n8n.run(workflow.id, from);
	const { resultData } = (await stage.n8n.finishedExecution(id)).data;
	expect(resultData.error).toBeUndefined();
	const items = resultData.runData[of]?.[0].data?.main[0] ?? [];
	return items.map(({ json }): IDataObject => json);
}

/** A sub-workflow that answers in the group of the event that it is handed. */
async function answeringWorkflow(
	stage: Stage,
	provider: ProviderName,
	name: string,
): Promise<WorkflowDraft> {
	const draft: WorkflowDraft = await readWorkflow('answer-a-keyword');
	const answer = nodeNamed(draft, 'Answer in the Group');
	answer.parameters.text = name;
	answer.parameters.options = {};
	const start = {
		id: 'start',
		name: 'Event',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		position: [0, 0],
		parameters: { inputSource: 'passthrough' },
	} as INode;
	const credential = await stage.credential(provider);
	const main = [[{ node: answer.name, type: 'main' as const, index: 0 }]];
	return withCredential(
		onProvider(
			{ ...draft, name, nodes: [start, answer], connections: { [start.name]: { main } } },
			provider,
		),
		credential,
	);
}

async function rowsOf(stage: Stage, tableName: string): Promise<IDataObject[]> {
	const node = (name: string, type: string, typeVersion: number, parameters: object) =>
		({ id: name, name, type, typeVersion, position: [0, 0], parameters }) as INode;
	const dataTableId = { __rl: true, mode: 'name', value: tableName };
	const read = { resource: 'row', operation: 'get', dataTableId, returnAll: true };
	const workflow = await stage.n8n.createWorkflow({
		name: 'Rows',
		nodes: [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node('Rows', 'n8n-nodes-base.dataTable', 1.1, read),
		],
		connections: { Start: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] } },
	});
	return await run(stage, workflow, 'Start', 'Rows');
}

function nodeNamed({ nodes }: WorkflowDraft, name: string): INode {
	return nodes.find((node) => node.name === name)!;
}

function chooseGroup({ nodes }: WorkflowDraft, id: string): void {
	for (const node of nodes.filter(isOurs)) node.parameters.group = byId(id);
}

/** One n8n holds the tables of all tests. */
function renameTable({ nodes }: WorkflowDraft, name: string): void {
	for (const { type, parameters } of nodes) {
		if (type !== 'n8n-nodes-base.dataTable') continue;
		if (parameters.resource === 'table') parameters.tableName = name;
		else parameters.dataTableId = { __rl: true, mode: 'name', value: name };
	}
}

/** As a model would: looks for the group, writes in it, and says so. */
function nextTurn({ messages }: ChatRequest, groupId: string): Turn {
	const results = messages.filter(({ role }) => role === 'tool');
	if (results.length === 0) return { tool: 'List_Groups', input: {} };
	if (results.length === 1) {
		expect(JSON.stringify(results[0].content)).toContain(groupId);
		return { tool: 'Write_in_a_Group', input: { groupId, text: 'We start at nine' } };
	}
	return { text: 'I have written to them' };
}

function idsOf(people: Array<{ id: string }>): string[] {
	return people.map(({ id }) => id);
}
