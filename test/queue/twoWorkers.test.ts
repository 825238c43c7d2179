/** One n8n in queue mode for all of these suites, because its four processes take long to start. */
import { startQueueMode, type QueueMode } from './support/queueMode';
import { hasServices } from './support/services';
import { acrossProcesses } from './suites/acrossProcesses';
import { announcement } from './suites/announcement';
import { severalWorkers } from './suites/severalWorkers';
import { waiting } from './suites/waiting';

jest.setTimeout(300_000);

/** With n8n's defaults, it takes a minute or two to notice that a worker was killed. */
const noticeSoon = {
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

(hasServices ? describe : describe.skip)('queue mode with two workers', () => {
	let n8n: QueueMode;
	beforeAll(async () => {
		n8n = await startQueueMode('queue-two-workers', { workers: 2, webhooks: 1 }, noticeSoon);
	});
	afterAll(async () => await n8n?.stop());

	describe('an event', () => acrossProcesses(() => n8n));
	describe('a question', () => waiting(() => n8n));
	describe('two workers', () => severalWorkers(() => n8n));
	describe('an announcement to many groups', () => announcement(() => n8n));
});
