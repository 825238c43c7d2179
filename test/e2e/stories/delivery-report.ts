import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { ben, eve, run, withActive, type Story } from '../support/story';

export const story: Story = async (stage, provider) => {
	const sample = await stage.importNamed('delivery-report', provider);
	expect(await run(stage, sample, 'Show the Report', 'Report')).toEqual([
		{
			...{ group: 'Launch crew', messageId: 'wamid.SAMPLE', members: 4, gotIt: 2, readIt: 1 },
			notYet: '+14155550104',
			failed: expect.stringMatching(/^\+14155550103: .*delivered.*\. .*WhatsApp/),
			billed: '2 × group_marketing',
		},
	]);

	const sandbox = stage.at(provider);
	const change = (draft: WorkflowDraft) => {
		delete draft.pinData;
	};
	await withActive(
		stage,
		provider,
		'delivery-report',
		async (workflow) => {
			const { id, inviteLink } = await sandbox.createGroup({
				subject: 'Launch crew',
				participants: [ana, ben, eve],
			});
			await sandbox.changePerson(id, ben.id, { hidesNumber: true });
			await sandbox.changePerson(id, eve.id, { unreachable: true });
			const broadcast = await stage.importNamed('broadcast-to-groups', provider);
			const [{ messageId }] = await run(stage, broadcast, 'Start', 'Result Table');
			await sandbox.read(id, ben.id, String(messageId));
			await sandbox.join(inviteLink, { id: '14155550104', name: 'Joe' });

			const report = await until('the read message in the report', async () => {
				await stage.settledExecutions(provider, workflow);
				const rows = await run(stage, workflow, 'Show the Report', 'Report');
				return rows[0]?.readIt === 1 && rows;
			});
			expect(report).toEqual([
				{
					...{ group: 'Launch crew', messageId, members: 4, gotIt: 2, readIt: 1 },
					notYet: '+14155550104',
					failed: expect.stringMatching(/^\+14155550199: .*delivered.*\. .*WhatsApp/),
					billed: provider === 'oneMsg' ? '' : '2 × group_service',
				},
			]);
		},
		change,
	);
};
