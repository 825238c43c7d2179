import { until } from '../../../demo/until';
import { ben, callWebhook, eve, idsOf, run, withActive, type Story } from '../support/story';

const shy = { id: '14155550177', name: 'Shy', hidesNumber: true };
/** WhatsApp has this number in Brazil without the 9 that people write. */
const bia = { id: '551112345678', name: 'Bia' };

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const joinApprovalMode = 'approval_required';
	const { id } = await sandbox.createGroup({ subject: 'Members', joinApprovalMode });
	await withActive(stage, provider, 'members-only', async (workflow) => {
		const stripe = async (type: string, customer: string, phone?: string) => {
			const object = { customer, customer_details: phone && { phone } };
			await callWebhook(stage, workflow, 'Payment', { type, data: { object } });
		};

		await stripe('checkout.session.completed', 'cus_BEN', '+1 415 555 0102');
		await stripe('checkout.session.completed', 'cus_WITHOUT_PHONE');
		expect(await sandbox.invitations()).toMatchObject([{ to: ben.id, groupId: id }]);
		await stripe('checkout.session.completed', 'cus_BIA', '+55 11 91234-5678');

		for (const person of [ben, eve, bia, shy]) await sandbox.askToJoin(id, person);
		await until('three of them to be answered', async () => {
			const { joinRequests } = await sandbox.group(id);
			return joinRequests.length === 1;
		});
		await stage.settledExecutions(provider, workflow);
		const { participants, joinRequests } = await sandbox.group(id);
		expect(idsOf(participants)).toEqual(expect.arrayContaining([ben.id, bia.id]));
		expect(idsOf(participants)).not.toContain(eve.id);
		expect(joinRequests.map(({ person }) => person.id)).toEqual([shy.id]);

		await stripe('customer.subscription.deleted', 'cus_BEN');
		const { participants: stayed } = await sandbox.group(id);
		expect(idsOf(stayed)).not.toContain(ben.id);

		await run(stage, workflow, 'Payment', 'Invite');
		expect(await sandbox.invitations()).toHaveLength(3);
	});
};
