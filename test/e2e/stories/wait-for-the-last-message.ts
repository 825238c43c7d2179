import type { INode } from 'n8n-workflow';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { byId } from '../support/actions';
import { ana } from '../support/stage';
import { ben, nodeNamed, run, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const waiting = await stage.importNamed('wait-for-the-last-message', provider, (draft) => {
		nodeNamed(draft, 'Give Them Time').parameters.amount = 6;
	});
	await stage.n8n.activate(waiting.id);
	await withActive(
		stage,
		provider,
		`answer-in-group.${provider}`,
		async (workflow) => {
			const participants = [ana, ben];
			const { id } = await sandbox.createGroup({ subject: 'Launch crew', participants });
			await sandbox.write(id, ben.id, 'Good morning');
			await sandbox.sendFile(id, ana.id, 'image', 'I have a question');
			await sandbox.write(id, ana.id, 'when do we start?');
			await until('both answers', async () => (await sandbox.group(id)).messages.length === 5);
			expect(await stage.settledExecutions(provider, workflow)).toHaveLength(3);
			const said = (await stage.answersIn(provider, id)).map(linesOf).sort();
			expect(said).toEqual([['Good morning'], ['I have a question', 'when do we start?']]);
		},
		(draft) => waitBeforeAnswering(draft, waiting.id),
	);
	await stage.n8n.deactivate(waiting.id);

	const [last] = await run(stage, waiting, 'Event of a Message', 'Last Event With the Whole Text');
	expect(last).toMatchObject({ event: 'message.received', message: { text: 'Hi' } });
};

function waitBeforeAnswering(draft: WorkflowDraft, workflowId: string): void {
	const wait: INode = {
		...{ id: 'wait', name: 'Wait for the Last', type: 'n8n-nodes-base.executeWorkflow' },
		...{ typeVersion: 1.3, position: [0, 0], parameters: { workflowId: byId(workflowId) } },
	};
	draft.nodes.push(wait);
	draft.connections = {
		'Message in a Group': { main: [[{ node: wait.name, type: 'main', index: 0 }]] },
		[wait.name]: { main: [[{ node: 'Answer in the Group', type: 'main', index: 0 }]] },
	};
}

/** n8n may begin to work on messages of the same second in any order. */
function linesOf(answer: string): string[] {
	return answer
		.replace(/^.* You wrote: /, '')
		.split('\n')
		.sort();
}
