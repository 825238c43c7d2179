import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
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
};
