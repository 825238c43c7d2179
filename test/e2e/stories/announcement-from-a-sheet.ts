import { until } from '../../../demo/until';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import { addRows, ben, inTemplate, rowsOf, run, withActive, type Story } from '../support/story';

const table = 'Announcements';
const example = 'announcement-from-a-sheet';
const text = 'We close at noon';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const textsIn = async (id: string) =>
		(await sandbox.group(id)).messages
			.filter(({ fromBusiness }) => fromBusiness)
			.map((message) => message.text);
	const rowOf = async (group: string) =>
		(await rowsOf(stage, provider, table)).find((row) => row.group === group);
	if (provider !== 'oneMsg') await sandbox.changeSettings({ refuseOutsideWindow: true });
	const open = await stage.createGroup(provider);
	const closed = await sandbox.createGroup({
		subject: 'Kitchen',
		participants: [ana, ben],
		writtenBefore: null,
	});
	await sandbox.write(open.id, ana.id, 'Hello');

	await withActive(stage, provider, example, async (workflow) => {
		const start = async () => await run(stage, workflow, 'Start', 'Rows to Decide');
		// No status has arrived yet, so their table doesn't exist.
		await run(stage, workflow, 'Every Ten Minutes', 'Tally');
		await start();
		await addRows(stage, provider, table, [
			{ group: 'Launch crew', text },
			{ group: 'Kitchen', text },
			{ group: 'Nowhere', text },
			{ group: 'Kitchen', text: 'Left by a crash', outcome: 'sending' },
		]);

		expect(await start()).toMatchObject([{ text: 'Left by a crash', outcome: 'sending' }]);
		const template = inTemplate(text);
		expect(await textsIn(open.id)).toEqual([text]);
		expect(await textsIn(closed.id)).toEqual([template]);
		await takeChatPicture(stage, provider, example, open.subject);
		const [sent, replaced, failed] = await rowsOf(stage, provider, table);
		expect(sent).toMatchObject({ outcome: 'sent', sentAs: 'text', problem: '' });
		expect(replaced).toMatchObject({ outcome: 'sent', sentAs: 'template', problem: '' });
		expect(failed).toMatchObject({
			outcome: 'failed',
			problem: expect.stringMatching(/No group is named “Nowhere”/),
		});

		await start();
		expect(await textsIn(open.id)).toEqual([text]);
		expect(await textsIn(closed.id)).toEqual([template]);

		await sandbox.read(closed.id, ana.id, String(replaced!.messageId));
		const tallied = async (group: string, outcome: object) =>
			await until(`the tally of ${group}`, async () => {
				await stage.settledExecutions(provider, workflow);
				await run(stage, workflow, 'Every Ten Minutes', 'Tally');
				const row = await rowOf(group);
				return Object.entries(outcome).every(([name, value]) => row?.[name] === value) && row;
			});
		const cost = provider === 'oneMsg' ? '' : '2 × group_utility';
		await tallied('Kitchen', { delivered: 2, read: 1, cost });

		if (provider === 'oneMsg') return;
		await sandbox.changeSettings({ refuseOutsideWindow: false });
		await sandbox.createGroup({ subject: 'Garden', participants: [ben], writtenBefore: null });
		await addRows(stage, provider, table, [{ group: 'Garden', text }]);
		await start();
		const late = await tallied('Garden', { outcome: 'failed' });
		expect(late.problem).toMatch(/24 hours|24-hour/);
	});
};
