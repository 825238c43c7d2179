import type { N8nClient } from '../demo/n8nClient';
import { until } from '../demo/until';
import type { QueueMode } from '../test/queue/support/queueMode';
import { seconds, type Figure } from './figures';
import type { Limit, StandIn } from './standIn';
import { ours, sendingWorkflow } from './workflows';

const MESSAGES = 800;
const KILLED_AFTER = 400;

/** What is left of a run whose worker is killed in the middle. */
export async function measureKilledWorker(
	{ workers: [worker, ...others] }: QueueMode,
	client: N8nClient,
	standIn: StandIn,
	limit: Limit,
): Promise<Figure[]> {
	for (const other of others) await other.stop();
	const credential = await client.saveCredential({
		name: 'Killed worker',
		type: 'dialog360GroupsApi',
		data: { apiKey: 'killed', baseUrl: standIn.url },
	});
	standIn.reset(limit);
	const draft = sendingWorkflow({ messages: MESSAGES, groups: 20 }, ours(credential));
	const { id } = await client.createWorkflow(draft);
	await client.run(id, 'Start');
	await until('a part to be sent', () => standIn.count().delivered >= KILLED_AFTER, {
		seconds: 60,
		everyMilliseconds: 20,
	});
	await worker.kill();
	const killedAt = performance.now();
	await worker.start();
	await until(
		'n8n to notice',
		async () => (await client.executions(id)).every(({ stoppedAt }) => stoppedAt),
		{ seconds: 240, everyMilliseconds: 500 },
	);
	const noticed = (performance.now() - killedAt) / 1000;
	const { delivered, doubled } = standIn.count();
	return [
		{ what: `worker killed while it sends ${MESSAGES}: sent`, value: String(delivered) },
		{ what: 'killed worker: doubled', value: String(doubled) },
		{ what: 'killed worker: never sent', value: String(MESSAGES - delivered + doubled) },
		{ what: 'killed worker: until n8n marks the execution as failed', value: seconds(noticed) },
	];
}
