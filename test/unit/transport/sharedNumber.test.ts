/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Several n8n processes send from one number: each has a pace of its own, and the provider one limit. */
import { Pace } from '../../../nodes/WhatsAppGroups/transport/Pace';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const LIMIT = { perSecond: 80, burst: 80 };
const RETRY_AFTER_MS = 1000;
/** How many groups one run sends to at a time. */
const PARALLEL = 10;
/** By then the processes have found their shares. */
const RUNNING_AFTER_MS = 10_000;

/** The same numbers for the same seed, so that a failure can be repeated. */
function randomNumbers(seed: number): () => number {
	let state = seed * 20_261_127;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** A bucket of tokens at the provider's door; gives the times at which calls were let in or refused. */
function provider() {
	let tokens = LIMIT.burst;
	let countedAt = performance.now();
	const accepted: number[] = [];
	const refused: number[] = [];
	const letsIn = () => {
		const now = performance.now();
		tokens = Math.min(LIMIT.burst, tokens + ((now - countedAt) * LIMIT.perSecond) / 1000);
		countedAt = now;
		const isFree = tokens >= 1;
		if (isFree) tokens -= 1;
		(isFree ? accepted : refused).push(now);
		return isFree;
	};
	return { accepted, refused, letsIn };
}

/** Sends that many messages as one process does, with answers after 10 to 90 ms. */
async function send(
	messages: number,
	{ letsIn }: ReturnType<typeof provider>,
	random: () => number,
): Promise<void> {
	const pace = new Pace(LIMIT);
	let left = messages;
	const halfOfTheWay = async () =>
		await new Promise((resolve) => setTimeout(resolve, 5 + random() * 40));
	const lane = async () => {
		while (left-- > 0) {
			for (let isSent = false; !isSent; ) {
				await pace.take();
				const sentAt = performance.now();
				await halfOfTheWay();
				isSent = letsIn();
				await halfOfTheWay();
				if (!isSent) pace.refused(new Error('Too much'), sentAt, RETRY_AFTER_MS);
			}
		}
	};
	await Promise.all(Array.from({ length: PARALLEL }, lane));
}

const MESSAGES = 6400;

/** How long the messages took, in shares of the least time, and how many of the later calls were refused. */
async function share(processes: number, seed: number) {
	const [to, random, begun] = [provider(), randomNumbers(seed), performance.now()];
	let took: number | undefined;
	const portions = Array.from({ length: processes }, () => MESSAGES / processes);
	void Promise.all(portions.map((portion) => send(portion, to, random))).then(
		() => (took = performance.now() - begun),
	);
	while (took === undefined) await jest.advanceTimersByTimeAsync(1000);
	const least = ((MESSAGES - LIMIT.burst) / LIMIT.perSecond) * 1000;
	const later = (times: number[]) => times.filter((at) => at - begun > RUNNING_AFTER_MS).length;
	const refusedShare = later(to.refused) / later([...to.accepted, ...to.refused]);
	return { delivered: to.accepted.length, timesTheLeast: took / least, refusedShare };
}

it.each([1, 2, 4])(
	'%s n8n processes share a number, with few refusals and little time lost',
	async (processes) => {
		for (const seed of [1, 2, 3, 4]) {
			const { delivered, timesTheLeast, refusedShare } = await share(processes, seed);

			expect(delivered).toBe(MESSAGES);
			expect(timesTheLeast).toBeLessThan(1.1);
			expect(refusedShare).toBeLessThanOrEqual(0.01);
		}
	},
);

test('a process that is alone again has its whole pace within ten seconds', async () => {
	const pace = new Pace(LIMIT);
	for (let round = 0; round < 20; round++) {
		pace.refused(new Error('Too much'), performance.now(), 0);
		await jest.advanceTimersByTimeAsync(100);
	}
	let left = 0;
	const goOn = () =>
		void pace
			.take()
			.then(
				() => left++,
				() => {},
			)
			.then(goOn);
	goOn();
	await jest.advanceTimersByTimeAsync(10_000);
	const before = left;

	await jest.advanceTimersByTimeAsync(10_000);

	expect(left - before).toBeGreaterThan(0.99 * 10 * LIMIT.perSecond);
});
