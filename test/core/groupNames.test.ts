/** The option that adds the group's name to events: its look-ups, and a name that can't be found. */
import { providerNames } from '../../sandbox/providers';
import { groupField, useSandbox } from './support/sandbox';
import { liveTrigger, useN8n } from './support/liveTrigger';

const sandbox = useSandbox();
const server = useN8n();

const asked = {
	events: ['message.received'],
	options: { addGroupName: true },
};

describe.each(providerNames)('%s', (provider) => {
	/** Calls so far, without those that registered the webhook. */
	const callsAfter = async (registered: number) =>
		(await sandbox.control(provider).calls()).slice(registered);

	test('every event has the name of its group, with one look-up per group', async () => {
		const control = sandbox.control(provider);
		const [one, other] = [await control.seed(1, 'Launch crew'), await control.seed(1, 'Finance')];
		await liveTrigger(sandbox, server.n8n, provider, asked);
		const { length } = await control.calls();

		for (const [index, group] of [one, one, other, one].entries()) {
			await control.write(group, 'Hi');
			await server.n8n.items(index + 1);
		}

		const items = await server.n8n.items(4);
		expect(items.map(({ group }) => (group as { subject: string }).subject)).toEqual([
			'Launch crew',
			'Launch crew',
			'Finance',
			'Launch crew',
		]);
		expect(await callsAfter(length)).toHaveLength(2);
		expect(server.n8n.receptions).toMatchObject(Array(4).fill({ status: 200 }));
	});

	test('an event that the filters reject needs no look-up', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, { ...asked, filters: { keywords: 'order' } });
		const { length } = await control.calls();

		await control.write(group, 'Hi');
		expect(await server.n8n.items(1)).toEqual([]);
		expect(await callsAfter(length)).toEqual([]);
	});

	test('the name is null if the look-up fails, and the event still starts a run', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, asked);
		await control.set({ answerNext: { status: 404, body: 'canned' } });

		await control.write(group, 'Hi');

		expect(await server.n8n.started(1)).toMatchObject([
			{ message: { text: 'Hi' }, group: { subject: null } },
		]);
	});

	test('without the option nothing is looked up', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, { events: ['message.received'] });
		const { length } = await control.calls();

		await control.write(group, 'Hi');
		await server.n8n.started(1);
		expect(await callsAfter(length)).toEqual([]);
	});
});

test.each(['dialog360', 'metaCloud'] as const)(
	'%s: also for people who join, and a new name immediately',
	async (provider) => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, { options: { addGroupName: true } });

		await control.join(group.inviteLink, 1);
		await server.n8n.items(1);
		await sandbox.run(provider, 'group.update', {
			group: groupField(group),
			updateFields: { subject: 'Landing crew' },
		});
		await server.n8n.items(2);
		await control.leave(group, 1);

		expect(await server.n8n.items(3)).toMatchObject([
			{ event: 'participant.joined', group: { subject: 'Launch crew' } },
			{ event: 'group.updated', group: { subject: 'Landing crew' } },
			{ event: 'participant.left', group: { subject: 'Landing crew' } },
		]);
	},
);
