import type { QueueMode } from '../test/queue/support/queueMode';
import { deliverTwice } from '../test/queue/support/repeatedDeliveries';
import { Stage } from '../test/e2e/support/stage';
import type { Figure } from './figures';

const EVENTS = 500;

/** Each event arrives in two processes at the same moment: how often is it acted on? */
export async function measureRepeated(n8n: QueueMode): Promise<Figure[]> {
	const stage = await Stage.create(n8n.running);
	try {
		const acted = await deliverTwice(n8n, stage, EVENTS);
		const doubled = (times: number, lost: number) => String(times - (EVENTS - lost));
		const { nothing, removeDuplicates, removeDuplicatesFailed, redis, lost } = acted;
		return [
			{
				what: `${2 * EVENTS} deliveries, each event to two processes: executions`,
				value: String(nothing),
			},
			{
				what: 'acted twice with Remove Duplicates',
				value: doubled(removeDuplicates, lost.removeDuplicates),
			},
			{ what: 'failed in Remove Duplicates', value: String(removeDuplicatesFailed) },
			{ what: 'acted twice with a counter in Redis', value: doubled(redis, lost.redis) },
			{ what: 'lost with a counter in Redis', value: String(lost.redis) },
		];
	} finally {
		await stage.close();
	}
}
