import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { runSample, withActive, type Story } from '../support/story';

const example = 'answer-a-keyword';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	await withActive(stage, provider, example, async (workflow) => {
		const sampleGroup = await runSample(stage, provider, example);
		expect(await stage.answersIn(provider, sampleGroup)).toEqual([
			'Today: lentil soup, and apple pie after it. Enjoy, Sample!',
		]);

		const { id } = await stage.createGroup(provider);
		await sandbox.write(id, ana.id, 'What a fine day');
		const question = await sandbox.write(id, ana.id, 'Is there a Menu?');
		const answer = await until('the answer', async () => (await sandbox.group(id)).messages[2]);
		expect(answer).toMatchObject({
			text: 'Today: lentil soup, and apple pie after it. Enjoy, Ana!',
			replyTo: provider === 'a1Base' ? null : question.id,
		});
		expect(await stage.settledExecutions(provider, workflow)).toHaveLength(1);
	});
};
