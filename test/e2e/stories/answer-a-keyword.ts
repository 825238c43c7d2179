import { ana } from '../support/stage';
import { withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
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
};
