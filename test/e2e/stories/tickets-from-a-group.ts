import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import {
	assign,
	ben,
	callWebhook,
	hasWindow,
	refuseOutsideWindow,
	run,
	withActive,
	type Story,
} from '../support/story';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const team = await sandbox.createGroup({ subject: 'Support team', participants: [ben] });
	const change = (draft: WorkflowDraft) => assign(draft, 'minutes', 0);
	await withActive(
		stage,
		provider,
		'tickets-from-a-group',
		async (workflow) => {
			const { id } = await stage.createGroup(provider);
			const said = async (groupId: string, text: string) =>
				await stage.messageIn(provider, groupId, text);
			const question = await sandbox.write(id, ana.id, 'Help, our router is down');
			await sandbox.write(id, ana.id, 'Who else needs help?');
			const noted = await said(id, 'Noted as ticket 1.');
			expect(noted.replyTo).toBe(provider === 'a1Base' ? null : question.id);
			await run(stage, workflow, 'Every 5 Minutes', 'Escalate');
			await said(
				team.id,
				'Nobody has answered ticket 1 from Ana in Launch crew: our router is down',
			);

			const desk = async (body: object) => await callWebhook(stage, workflow, 'Desk', body);
			await desk({ ticket: 1, status: 'answered', text: 'We send somebody.' });
			await said(id, 'Ticket 1 is answered. We send somebody.');
			if (hasWindow(provider)) {
				await refuseOutsideWindow(stage, provider);
				await desk({ ticket: 1, status: 'closed', text: 'It is back.' });
				await until('the template', async () =>
					(await sandbox.group(id)).messages.find(({ type }) => type === 'template'),
				);
			}
			const texts = (await sandbox.group(team.id)).messages.map(({ text }) => text);
			expect(texts).toHaveLength(1);
		},
		change,
	);
};
