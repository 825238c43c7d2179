import type { WorkflowDraft } from '../../../demo/n8nTypes';
import type { ProviderName } from '../../../demo/providers';
import { until } from '../../../demo/until';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import { ben, callWebhook, nodeNamed, rowsOf, run, withActive, type Story } from '../support/story';

const facts = 'Handover: May 1';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	// The provider creates the group only after its response, which is the harder case.
	if (provider === 'dialog360') await sandbox.changeSettings({ asynchronousCreate: true });
	const reportsJoining = provider === 'dialog360' || provider === 'metaCloud';
	await withActive(
		stage,
		provider,
		'room-for-every-deal',
		async (workflow) => {
			const people = `+${ana.id}, +${ben.id}`;
			const deal = { deal: 'D-17', name: "Ada's house", people, facts };
			await callWebhook(stage, workflow, 'Deal Won', deal);
			const { id, inviteLink } = await until('the group', async () => (await sandbox.groups())[0]);
			const room = await until('the invitations', async () => {
				const [row] = await rowsOf(stage, provider, 'WhatsApp rooms');
				return row?.invited ? row : undefined;
			});
			expect(room).toMatchObject({ deal: 'D-17', groupId: id });

			if (provider === 'a1Base') {
				expect((await sandbox.group(id)).participants).toHaveLength(3);
			} else {
				expect(room.invited).toBe(`${ana.id}: sent\n${ben.id}: sent`);
				await sandbox.join(inviteLink, ana);
				await sandbox.join(inviteLink, ben);
			}
			const fromBusiness = async () =>
				(await sandbox.group(id)).messages.filter((message) => message.fromBusiness);
			if (reportsJoining) await until('the welcome', async () => (await fromBusiness()).length > 0);
			await sandbox.sendFile(id, ana.id, 'image', 'Is there a garden?');
			const welcome = await until('the welcome', async () => (await fromBusiness())[0]);
			expect(welcome).toMatchObject({
				text: expect.stringContaining(facts),
				// A new group has a closed window, until somebody writes.
				type: reportsJoining ? 'template' : 'text',
			});
			await stage.settledExecutions(provider, workflow);
			expect(await fromBusiness()).toHaveLength(1);
			expect((await sandbox.group(id)).pins).toEqual(reportsJoining ? [welcome.id] : []);

			await takeChatPicture(stage, provider, 'room-for-every-deal');

			const file = await callWebhook(stage, workflow, 'Deal Closed', { deal: 'D-17' });
			const bodies = (await sandbox.calls()).map(({ body }) => JSON.stringify(body ?? ''));
			const goodbyes = bodies.filter((body) => body.includes('we close this room'));
			// A1Base has no templates, because it documents no window.
			const goodbye = provider === 'a1Base' ? 'Thank you for everything' : 'group_notice';
			expect(goodbyes).toEqual([expect.stringContaining(goodbye)]);
			expect(file).toContain(`${id},`);
			expect(file).toContain('Is there a garden?');
			await until('the end of the room', async () => {
				const rooms = await sandbox.groups();
				return !rooms.some(({ participants }) => participants.some((one) => one.isBusiness));
			});
			expect(await rowsOf(stage, provider, 'WhatsApp rooms')).toEqual([]);

			await run(stage, workflow, 'Deal Won', 'Who Was Invited');
			expect(await rowsOf(stage, provider, 'WhatsApp rooms')).toMatchObject([{ deal: 'D-17' }]);
			await callWebhook(stage, workflow, 'Deal Closed', { deal: 'D-17' });
		},
		(draft) => leaveInstead(draft, provider),
	);
};

/** A1Base can't delete groups. */
function leaveInstead(draft: WorkflowDraft, provider: ProviderName): void {
	if (provider !== 'a1Base') return;
	nodeNamed(draft, 'Delete the Group').parameters.operation = 'leave';
}
