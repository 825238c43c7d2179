import { until } from '../../../demo/until';
import { ben, eve, idsOf, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	await withActive(stage, provider, 'approve-join-requests', async () => {
		const joinApprovalMode = 'approval_required';
		const { id } = await sandbox.createGroup({ subject: 'Members', joinApprovalMode });
		await sandbox.askToJoin(id, ben);
		await sandbox.askToJoin(id, eve);
		const { participants } = await until('both to be answered', async () => {
			const group = await sandbox.group(id);
			return group.joinRequests.length === 0 && group;
		});
		expect(idsOf(participants)).toContain(ben.id);
		expect(idsOf(participants)).not.toContain(eve.id);
	});
};
