import axios from 'axios';
import { until } from '../../../demo/until';
import { ana } from '../support/stage';
import { ben, rowsOf, webhookOf, withActive, type Story } from '../support/story';

const facts = 'Handover: 1 May';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	// A new group has a closed window, and some providers create it only after their response.
	const closed = provider === 'a1Base' ? {} : { windowClosed: true };
	const later = provider === 'dialog360' ? { asynchronousCreate: true } : {};
	await sandbox.changeSettings({ ...closed, ...later });
	await withActive(stage, provider, 'room-for-every-deal', async (workflow) => {
		const people = `+${ana.id}, +${ben.id}`;
		const deal = { deal: 'D-17', name: "Ada's house", people, facts };
		await axios.post(webhookOf(stage, workflow, 'Deal Won'), deal);
		const { id, inviteLink } = await until('the group', async () => (await sandbox.groups())[0]);
		const room = await until('the invitations', async () => {
			const [row] = await rowsOf(stage, provider, 'WhatsApp rooms');
			return row?.invited ? row : undefined;
		});
		expect(room).toMatchObject({ deal: 'D-17', groupId: id });

		if (provider === 'a1Base') {
			expect((await sandbox.group(id)).participants).toHaveLength(3);
		} else {
			expect(room.invited).toMatch(new RegExp(`^${ana.id}: \\w+\n${ben.id}: \\w+$`));
			await sandbox.join(inviteLink, ana);
			await sandbox.join(inviteLink, ben);
		}
		await sandbox.write(id, ana.id, 'Is there a garden?');
		const welcome = await until('the welcome', async () =>
			(await sandbox.group(id)).messages.find(({ fromBusiness }) => fromBusiness),
		);
		expect(welcome).toMatchObject({
			text: expect.stringContaining(facts),
			type: provider === 'a1Base' ? 'text' : 'template',
		});
		await stage.settledExecutions(provider, workflow);
		const { messages, pins } = await sandbox.group(id);
		expect(messages.filter(({ fromBusiness }) => fromBusiness)).toHaveLength(1);
		const canPin = provider === 'dialog360' || provider === 'metaCloud';
		expect(pins).toEqual(canPin ? [welcome.id] : []);

		const close = webhookOf(stage, workflow, 'Deal Closed');
		const { data: file } = await axios.post(close, { deal: 'D-17' });
		expect(file).toContain(`${id},`);
		expect(file).toContain('Is there a garden?');
		const left = async () => (await sandbox.groups()).map((group) => group.id);
		await until('the end of the room', async () => (await left()).length === 0);
		expect(await rowsOf(stage, provider, 'WhatsApp rooms')).toEqual([]);
	});
};
