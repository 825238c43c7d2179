/** Workers of one n8n send from one number at the same time; then one of them is killed. */
import type { Execution } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { startStandIn, type StandIn } from '../../../bench/standIn';
import { ours, sendingWorkflow } from '../../../bench/workflows';
import { N8nClient } from '../../../demo/n8nClient';
import type { Suite } from '../support/queueMode';

const LIMIT = { perSecond: 80, burst: 80 };

export const severalWorkers: Suite = (n8n) => {
	let standIn: StandIn;
	let client: N8nClient;
	beforeAll(async () => {
		const { url, cookie } = n8n().running;
		client = new N8nClient(url, cookie);
		standIn = await startStandIn();
	});
	afterAll(async () => await standIn?.close());

	const sendingFrom = async (apiKey: string, messages: number, first = 0) => {
		const credential = await client.saveCredential({
			name: apiKey,
			type: 'dialog360GroupsApi',
			data: { apiKey, baseUrl: standIn.url },
		});
		const draft = sendingWorkflow({ messages, groups: 20, first }, ours(credential));
		return (await client.createWorkflow(draft)).id;
	};
	const sentIn = ({ data }: Execution) => data.resultData.runData.Send?.[0]?.data?.main?.[0] ?? [];

	it('share its limit: nothing is lost or doubled, and little is refused', async () => {
		standIn.reset(LIMIT);
		const messages = 400;
		const ids = [
			await sendingFrom('shared', messages),
			await sendingFrom('shared', messages, messages),
		];

		const runs = await Promise.all(ids.map(async (id) => await client.run(id, 'Start')));
		const ended = await Promise.all(runs.map((run) => client.finishedExecution(run, 120)));

		const { delivered, doubled, outOfOrder, refused } = standIn.count();
		expect({ delivered, doubled, outOfOrder }).toEqual({
			delivered: 2 * messages,
			doubled: 0,
			outOfOrder: 0,
		});
		// Most of them while each finds its share.
		expect(refused).toBeLessThan(0.1 * delivered);
		for (const execution of ended) expect(sentIn(execution)).toHaveLength(messages);
	});

	it('one that is killed while it sends sends nothing twice', async () => {
		standIn.reset(LIMIT);
		const [remaining, killed] = n8n().workers;
		await remaining.stop();
		const messages = 800;
		const id = await sendingFrom('killed', messages);
		await client.run(id, 'Start');
		await until('a part to be sent', () => standIn.count().delivered > 200, { seconds: 60 });

		await killed.kill();
		await remaining.start();

		await until(
			'n8n to notice',
			async () => (await client.executions(id)).every(({ stoppedAt }) => stoppedAt),
			{ seconds: 180 },
		);
		const { delivered, doubled } = standIn.count();
		expect(doubled).toBe(0);
		expect(delivered).toBeLessThan(messages);
		expect(await client.executions(id)).toMatchObject([
			{ status: expect.not.stringMatching('success') },
		]);
		await killed.start();
	});
};
