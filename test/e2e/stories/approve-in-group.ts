import { pinnedIn } from '../../../demo/fillIn';
import type { Workflow, WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { ben, createSampleGroup, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const { id } = await sandbox.createGroup({ subject: 'Team', participants: [ana, ben] });
	const sampleGroup = await createSampleGroup(stage, provider);
	const enterGroup = (draft: WorkflowDraft) => {
		draft.pinData = pinnedIn(sampleGroup, draft);
	};
	const play = async (workflow: Workflow) => {
		/** Until the group has read who decided. */
		const decide = async (groupId: string, question: string, answer: string, result: string) => {
			const { id: asked } = await stage.messageIn(provider, groupId, question);
			await sandbox.write(groupId, ben.id, answer, asked);
			// The next question may follow at once.
			await until(`“${result}” in the group`, async () => {
				const { messages } = await sandbox.group(groupId);
				const asking = messages.findIndex((message) => message.id === asked);
				return messages.slice(asking).some(({ text }) => text.startsWith(result));
			});
		};
		await stage.n8n.run(workflow.id, 'Command');
		await decide(sampleGroup.id, 'Deploy: the web shop?\nSample asks for it.', 'no', '❌ *no* Ben');

		await sandbox.write(id, ana.id, '/invoice 120 EUR for chairs.');
		await decide(
			id,
			'Pay the invoice: 120 EUR for chairs?\nAna asks for it.',
			'Yes',
			'✅ *yes* Ben',
		);
		await sandbox.write(id, ana.id, '/leave');
		await decide(id, 'Approve the leave?\nAna asks for it.', 'no, we launch then', '❌ *no* Ben');
		await sandbox.write(id, ana.id, '/deploy the web shop');
		await decide(id, 'Deploy: the web shop?\nAna asks for it.', 'yes', '✅ *yes* Ben');
		await decide(id, 'When do we start?', 'At nine', '✅ Ben');

		// The group reads who decided a moment before the execution continues.
		const executions = await until('all executions to succeed', async () => {
			const settled = await stage.settledExecutions(provider, workflow);
			return settled.every(({ status }) => status === 'success') && settled;
		});
		const nodes = ['Approved', 'Pay the Invoice', 'Approved', 'Deploy'];
		// n8n 1 can show an execution as ended before it has stored its last nodes.
		await until(`the executions to end with ${nodes.join()}`, async () => {
			const ends = executions.map(async (execution) => {
				const { data } = await stage.n8n.finishedExecution(execution.id);
				return data.resultData.lastNodeExecuted;
			});
			return (await Promise.all(ends)).reverse().join() === nodes.join();
		});
	};
	await withActive(stage, provider, 'approve-in-group', play, enterGroup);
};
