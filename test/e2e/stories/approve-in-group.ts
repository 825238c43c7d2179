import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { ben, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	await withActive(stage, provider, 'approve-in-group', async (workflow) => {
		const { id } = await sandbox.createGroup({ subject: 'Team', participants: [ana, ben] });
		/** Until the group has read who decided. */
		const decide = async (question: string, answer: string, result: string) => {
			const { id: asked } = await stage.messageIn(provider, id, question);
			await sandbox.write(id, ben.id, answer, asked);
			// The next question may follow at once.
			await until(`“${result}” in the group`, async () => {
				const { messages } = await sandbox.group(id);
				const asking = messages.findIndex((message) => message.id === asked);
				return messages.slice(asking).some(({ text }) => text.startsWith(result));
			});
		};
		await sandbox.write(id, ana.id, '/invoice 120 EUR for chairs');
		await decide('Pay the invoice: 120 EUR for chairs?\nAna asks for it.', 'Yes', '✅ *yes* Ben');
		await sandbox.write(id, ana.id, '/leave 3 to 7 August');
		await decide('Approve the leave: 3 to 7 August?', 'no, we launch then', '❌ *no* Ben');
		await sandbox.write(id, ana.id, '/deploy');
		await decide('Deploy: now?', 'yes', '✅ *yes* Ben');
		await decide('When do we start?', 'At nine', '✅ Ben');

		const executions = await stage.settledExecutions(provider, workflow);
		const ends = executions.map(async (execution) => {
			const { data } = await stage.n8n.finishedExecution(execution.id);
			return data.resultData.lastNodeExecuted;
		});
		expect((await Promise.all(ends)).reverse()).toEqual(['Pay the Invoice', 'Approved', 'Deploy']);
	});
};
