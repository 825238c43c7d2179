import { ben, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	await withActive(stage, provider, 'welcome-who-joins', async () => {
		const { id, inviteLink } = await stage.createGroup(provider);
		await stage.at(provider).join(inviteLink, ben);
		expect(await stage.answersIn(provider, id)).toEqual([
			'Welcome, +14155550102! Tell us in a word or two who you are.',
		]);
	});
};
