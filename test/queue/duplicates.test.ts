/** Two processes for webhooks get the same delivery at the same moment. */
import { Stage } from '../e2e/support/stage';
import { startQueueMode, type QueueMode } from './support/queueMode';
import { deliverTwice } from './support/repeatedDeliveries';
import { hasServices } from './support/services';

jest.setTimeout(300_000);

const EVENTS = 50;

(hasServices ? describe : describe.skip)('two webhook processes', () => {
	let n8n: QueueMode;
	let stage: Stage;
	beforeAll(async () => {
		n8n = await startQueueMode('queue-duplicates', { workers: 2, webhooks: 2 });
		stage = await Stage.create(n8n.running);
	});
	afterAll(async () => {
		await stage?.close();
		await n8n?.stop();
	});

	it('start two executions for an event, and only a counter in Redis tells them apart', async () => {
		const acted = await deliverTwice(n8n, stage, EVENTS);

		expect(acted).toMatchObject({ nothing: 2 * EVENTS, redis: EVENTS, lost: { redis: 0 } });
	});
});
