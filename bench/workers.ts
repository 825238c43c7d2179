import type { N8nClient } from '../demo/n8nClient';
import { until } from '../demo/until';
import type { QueueMode } from '../test/queue/support/queueMode';
import { seconds, share, type Figure } from './figures';
import { leastSeconds } from './sending';
import type { Limit, StandIn } from './standIn';
import { ours, sendingWorkflow } from './workflows';

const MESSAGES = 3200;
/** By then the workers have found their shares. */
const RUNNING_AFTER_SECONDS = 10;

/** Each worker sends its part of the messages from the same number, at the same time. */
export async function measureWorkers(
	n8n: QueueMode,
	client: N8nClient,
	standIn: StandIn,
	limit: Limit,
): Promise<Figure[]> {
	const figures: Figure[] = [];
	// More workers each time, because a stopped one would leave its work to the others.
	for (const worker of n8n.workers) await worker.stop();
	for (const [index, worker] of n8n.workers.entries()) {
		await worker.start();
		const workers = index + 1;
		if (![1, 2, 4].includes(workers)) continue;
		figures.push(...(await figuresOf(workers, client, standIn, limit)));
	}
	return figures;
}

async function figuresOf(
	workers: number,
	client: N8nClient,
	standIn: StandIn,
	limit: Limit,
): Promise<Figure[]> {
	const messages = MESSAGES / workers;
	const apiKey = `${workers} workers`;
	const credential = await client.saveCredential({
		name: apiKey,
		type: 'dialog360GroupsApi',
		data: { apiKey, baseUrl: standIn.url },
	});
	standIn.reset(limit);
	const parts = Array.from({ length: workers }, (_, part) =>
		sendingWorkflow({ messages, groups: 20, first: part * messages }, ours(credential)),
	);
	const ids = [];
	for (const part of parts) ids.push((await client.createWorkflow(part)).id);
	await Promise.all(ids.map(async (id) => await client.run(id, 'Start')));
	await until('the first message', () => standIn.count().delivered > 0, { everyMilliseconds: 10 });
	const begun = performance.now();
	const passed = () => (performance.now() - begun) / 1000;
	await until('the workers to find their shares', () => passed() > RUNNING_AFTER_SECONDS);
	const early = standIn.count();
	await until('all messages', () => standIn.count().delivered >= MESSAGES, {
		seconds: 300,
		everyMilliseconds: 50,
	});
	const took = passed();
	const { delivered, refused, doubled, outOfOrder } = standIn.count();
	const least = leastSeconds({ messages: MESSAGES, groups: 0 }, limit);
	const later = refused - early.refused;
	const name = `${workers} worker${workers === 1 ? '' : 's'}`;
	return [
		{
			what: `${name}, ${MESSAGES} messages: time`,
			value: seconds(took),
			base: seconds(least),
			ratio: took / least,
		},
		{
			what: `${name}: rejected after ${RUNNING_AFTER_SECONDS} s`,
			value: share(later, later + delivered - early.delivered),
		},
		{ what: `${name}: doubled, out of order`, value: `${doubled}, ${outOfOrder}` },
	];
}
