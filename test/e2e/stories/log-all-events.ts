import { until } from '../../../demo/until';
import { firstOf } from '../../support/firstOf';
import { ana } from '../support/stage';
import { rowsOf, runSample, withActive, type Story } from '../support/story';

const example = 'log-all-events';

export const story: Story = async (stage, provider) => {
	await withActive(stage, provider, example, async (workflow) => {
		const sample = await runSample(stage, provider, example);
		const { id } = await stage.createGroup(provider);
		const logged = async (count: number) => {
			await until(
				'the run',
				async () => (await stage.n8n.executions(workflow.id)).length === count,
			);
			await stage.settledExecutions(provider, workflow);
		};
		await stage.at(provider).write(id, ana.id, 'Good morning');
		await logged(1);
		await stage.at(provider).sendFile(id, ana.id, 'image', 'The sun rises');
		await logged(2);
		const rows = await rowsOf(stage, provider, 'WhatsApp group events');
		const message = rows.filter(({ event }) => event === 'message.received');
		expect(message).toMatchObject([
			{ groupId: sample, person: '15550002222', text: 'Good morning' },
			{ groupId: id, person: ana.id, text: 'Good morning' },
			{ groupId: id, person: ana.id, text: 'The sun rises' },
		]);
		expect(JSON.parse(String(firstOf(message.slice(1)).json))).toMatchObject({ provider });
	});
};
