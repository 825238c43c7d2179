import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import {
	assign,
	ben,
	callWebhook,
	hasWindow,
	inTemplate,
	refuseOutsideWindow,
	rowsOf,
	run,
	runSample,
	withActive,
	type Story,
} from '../support/story';

const example = 'tickets-from-a-group';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const team = await sandbox.createGroup({ subject: 'Support team', participants: [ben] });
	const change = (draft: WorkflowDraft) => assign(draft, 'minutes', 0);
	await withActive(
		stage,
		provider,
		example,
		async (workflow) => {
			const { id } = await stage.createGroup(provider);
			const said = async (groupId: string, text: string) =>
				await stage.messageIn(provider, groupId, text);
			const sampleGroup = await runSample(stage, provider, example, change);
			await said(sampleGroup, 'Noted as ticket 1.');

			const question = await sandbox.write(id, ana.id, 'Help, our router is down');
			await sandbox.write(id, ana.id, 'Who else needs help?');
			const noted = await said(id, 'Noted as ticket 2.');
			expect(noted.replyTo).toBe(provider === 'a1Base' ? null : question.id);
			await run(stage, workflow, 'Every 5 Minutes', 'Escalate');
			const unanswered = 'obody has answered ticket 2 from Ana in Launch crew: our router is down';
			await said(team.id, hasWindow(provider) ? inTemplate(`n${unanswered}`) : `N${unanswered}`);

			const desk = async (body: object) => await callWebhook(stage, workflow, 'Desk', body);
			await desk({ ticket: 2, status: 'answered', text: 'We send somebody.' });
			await said(id, 'Ticket 2 is answered. We send somebody.');
			if (hasWindow(provider)) {
				await refuseOutsideWindow(stage, provider);
				await desk({ ticket: 2, status: 'closed', text: 'It is back.\nSorry!' });
				await said(id, inTemplate('Ticket 2 is closed. It is back. Sorry!'));
			}
			await takeChatPicture(stage, provider, example);
			await sandbox.write(id, ana.id, '/help ルーターが壊れました');
			await said(id, 'Noted as ticket 3.');
			expect((await rowsOf(stage, provider, 'WhatsApp tickets')).map(({ text }) => text)).toEqual([
				'our router is down',
				'our router is down',
				'ルーターが壊れました',
			]);
			const texts = (await sandbox.group(team.id)).messages.map(({ text }) => text);
			expect(texts).toHaveLength(2);
		},
		change,
	);
};
