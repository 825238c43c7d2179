/** The worker that sends an announcement to many groups is killed, and the workflow is run again. */
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import type { ProviderName } from '../../../demo/providers';
import { until } from '../../../demo/until';
import { ana, Stage } from '../../e2e/support/stage';
import { addRows, inTable, nodeNamed, rowsOf, run } from '../../e2e/support/story';
import type { Suite } from '../support/queueMode';

const table = 'Announcements';
const GROUPS = 50;
/** As in the example. */
const PORTION = 10;
const KILLED_AFTER = 25;

/** The last line of the note, which also holds for a provider with templates. */
const onlyText = (draft: WorkflowDraft) => {
	const lower = ['A Status Arrives', 'Their Table', 'Store the Status', 'Every Ten Minutes'];
	draft.nodes = draft.nodes.filter(({ name }) => !lower.includes(name));
	for (const name of lower) delete draft.connections[name];
	// So slow that the worker is killed in the middle of a portion.
	nodeNamed(draft, 'Send').parameters.options = { messagesPerSecond: 4 };
};

export const announcement: Suite = (n8n) => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await Stage.create(n8n().running);
		// The other one would go on when one is killed.
		await n8n().workers[1].stop();
	});
	afterAll(async () => {
		await n8n().workers[1].start();
		await stage?.close();
	});

	it.each<ProviderName>(['dialog360', 'a1Base'])(
		'%s: after a crash, nobody gets it twice, and a person decides what is in doubt',
		async (provider) => {
			const sandbox = stage.at(provider);
			for (let number = 1; number <= GROUPS; number++) {
				await sandbox.createGroup({ subject: `Group ${number}`, participants: [ana] });
			}
			const workflow = await stage.importNamed('announcement-from-a-sheet', provider, onlyText);
			const start = async () =>
				(await run(stage, workflow, 'Start', 'Rows to Decide')).map(({ group }) => String(group));
			/** How often each group got the announcement. */
			const received = async () => {
				const groups = await sandbox.groups();
				return new Map(
					groups.map(({ subject, messages }) => [
						subject,
						messages.filter(({ fromBusiness }) => fromBusiness).length,
					]),
				);
			};
			const total = async () => [...(await received()).values()].reduce((sum, one) => sum + one);
			await start();
			const names = [...(await received()).keys()];
			await addRows(
				stage,
				provider,
				table,
				names.map((group) => ({ group, text: 'We close at noon' })),
			);

			await stage.n8n.run(workflow.id, 'Start');
			await until('a part to be sent', async () => (await total()) >= KILLED_AFTER, {
				everyMilliseconds: 50,
			});
			await n8n().workers[0].kill();
			await n8n().workers[0].start();
			const doubtful = await start();

			const counts = await received();
			expect(Math.max(...counts.values())).toBe(1);
			expect(doubtful.length).toBeGreaterThan(0);
			expect(doubtful.length).toBeLessThanOrEqual(PORTION);
			const missing = names.filter((name) => counts.get(name) === 0);
			expect(doubtful).toEqual(expect.arrayContaining(missing));

			await inTable(
				stage,
				`${table} (${provider})`,
				{
					operation: 'update',
					filters: {
						conditions: [{ keyName: 'group', condition: 'eq', keyValue: '={{ $json.group }}' }],
					},
					columns: { mappingMode: 'autoMapInputData', value: null },
				},
				doubtful.map((group) => ({ group, outcome: counts.get(group) ? 'sent' : '' })),
			);
			expect(await start()).toEqual([]);
			expect([...(await received()).values()]).toEqual(names.map(() => 1));
			const outcomes = (await rowsOf(stage, provider, table)).map(({ outcome }) => outcome);
			expect([...new Set(outcomes)]).not.toContain('sending');
		},
	);
};
