import { until } from '../../../demo/until';
import { chooseGroup, nodeNamed, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
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
};
