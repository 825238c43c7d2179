import { until } from '../demo/until';
import type { MeasuredN8n } from './n8n';
import type { StandIn } from './standIn';
import { nothing, sendingWorkflow, type Sender } from './workflows';

export interface Memory {
	items: number;
	/** Of n8n's whole process. */
	peakMegabytes: number;
	/** Above the same run with a node that does nothing. */
	ownKilobytesPerItem: number;
	lost: number;
}

const GROUPS = 100;

export async function measureMemory(
	n8n: MeasuredN8n,
	standIn: StandIn,
	items: number,
	sender: Sender,
): Promise<Memory> {
	const without = await peakOf(n8n, items, nothing);
	standIn.reset();
	const peakMegabytes = await peakOf(n8n, items, sender);
	return {
		items,
		peakMegabytes,
		ownKilobytesPerItem: ((peakMegabytes - without) * 1024) / items,
		lost: items - standIn.count().delivered,
	};
}

/** In a new process, so that its peak is the run's. The run's data isn't fetched, because that costs memory, too. */
async function peakOf(n8n: MeasuredN8n, messages: number, sender: Sender): Promise<number> {
	await n8n.restart();
	const { id } = await n8n.client.createWorkflow(
		sendingWorkflow({ messages, groups: GROUPS }, sender),
	);
	await n8n.client.run(id, 'Start');
	const { status } = await until(
		`${messages} items to be done`,
		async () => (await n8n.client.executions(id)).find(({ stoppedAt }) => stoppedAt),
		{ seconds: 1200, everyMilliseconds: 1000 },
	);
	if (status !== 'success') throw new Error(`The run of ${messages} items ended as ${status}`);
	return (await n8n.use()).peakMegabytes;
}
