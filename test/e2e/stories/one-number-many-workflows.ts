import type { INode } from 'n8n-workflow';
import { onProvider, readWorkflow, withCredential } from '../../../demo/examples';
import { n8nVersion } from '../../../demo/n8nInstall';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import type { ProviderName } from '../../../demo/providers';
import { until } from '../../../demo/until';
import { providers } from '../../../nodes/WhatsAppGroups/providers';
import { ana, type Stage } from '../support/stage';
import { ben, nodeNamed, runSample, withActive, type Story } from '../support/story';

const example = 'one-number-many-workflows';

export const story: Story = async (stage, provider) => {
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
		example,
		async (workflow) => {
			await sandbox.write(shop.id, ana.id, 'I want to order a cake');
			await sandbox.write(support.id, ana.id, 'It does not work');
			await sandbox.write(shop.id, ana.id, 'What a fine day');
			expect(await stage.answersIn(provider, shop.id)).toEqual(['Take Orders']);
			expect(await stage.answersIn(provider, support.id)).toEqual(['Give Support']);
			expect(await stage.settledExecutions(provider, workflow)).toHaveLength(3);
			const sampleGroup = await runSample(stage, provider, example, change);
			expect(await stage.answersIn(provider, sampleGroup)).toEqual(['Take Orders']);
			if (!reportsJoining) return;
			await sandbox.join(shop.inviteLink, ben);
			await until('the welcome', async () =>
				(await stage.answersIn(provider, shop.id)).includes('Welcome'),
			);
		},
		change,
	);
};

/** A sub-workflow that answers in the group of the event that it is handed. */
async function answeringWorkflow(
	stage: Stage,
	provider: ProviderName,
	name: string,
): Promise<WorkflowDraft> {
	const draft: WorkflowDraft = readWorkflow('answer-a-keyword');
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
