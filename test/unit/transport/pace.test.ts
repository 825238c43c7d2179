import { RunStopped } from '../../../nodes/WhatsAppGroups/contract/errors';
import { Pace } from '../../../nodes/WhatsAppGroups/transport/Pace';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const TEN = { perSecond: 10, burst: 10 };

/** Lets this many calls leave, one behind the other, and notes when. */
function leaving(pace: Pace, count: number, stop?: AbortSignal): number[] {
	const begun = performance.now();
	const left: number[] = [];
	for (let call = 0; call < count; call++) {
		pace.take(stop).then(
			() => left.push(performance.now() - begun),
			() => {},
		);
	}
	return left;
}

const pass = async (ms: number) => await jest.advanceTimersByTimeAsync(ms);

/** The most that left within any second. */
function mostInASecond(left: number[]): number {
	return Math.max(
		...left.map((from) => left.filter((at) => at >= from && at < from + 1000).length),
	);
}

test('after a rest a burst is sent immediately, and then as many per second as the provider accepts', async () => {
	const left = leaving(new Pace(TEN), 100);

	await pass(0);
	expect(left.length).toBeGreaterThan(5);
	expect(left.length).toBeLessThanOrEqual(10);

	await pass(10_000);
	// A provider's bucket holds 10 and gets 10 a second.
	for (const [index, at] of left.entries()) expect(index + 1).toBeLessThanOrEqual(10 + at / 100);
	expect(left).toHaveLength(100);
	expect(left[99]).toBeLessThan(1.05 * 9000 + 100);
});

test('without a rate all are sent immediately', async () => {
	const left = leaving(new Pace(undefined), 1000);

	await pass(0);

	expect(left).toHaveLength(1000);
});

test('a refusal lets nothing leave for its pause, and less for a while', async () => {
	const pace = new Pace(TEN);
	pace.refused(new Error(), performance.now(), 3000);
	const left = leaving(pace, 1000);

	await pass(2999);
	expect(left).toEqual([]);

	await pass(5000);
	const slowed = left.length;
	expect(slowed).toBeGreaterThan(10);
	expect(slowed).toBeLessThan(49);

	await pass(60_000);
	const before = left.length;
	await pass(10_000);
	expect(left.length - before).toBeGreaterThan(98);
	expect(mostInASecond(left)).toBeLessThanOrEqual(11);
});

test('refusals of calls that were under way together slow down once', async () => {
	const [once, often] = [new Pace(TEN), new Pace(TEN)];
	const sentAt = performance.now();
	await pass(10);
	once.refused(new Error(), sentAt, 1000);
	for (let refusal = 0; refusal < 20; refusal++) often.refused(new Error(), sentAt, 1000);
	const [afterOne, afterMany] = [leaving(once, 100), leaving(often, 100)];

	await pass(5000);

	expect(afterMany).toHaveLength(afterOne.length);
});

test('a pause without a rate is kept, too', async () => {
	const pace = new Pace(undefined);
	pace.refused(new Error(), performance.now(), 1000);
	const left = leaving(pace, 10);

	await pass(999);
	expect(left).toEqual([]);
	await pass(2);
	expect(left).toHaveLength(10);
});

test('a call that may not wait that long fails immediately, and the others get their turn', async () => {
	const pace = new Pace(TEN);
	const refusal = new Error('Too much');
	pace.refused(refusal, performance.now(), 60_000);
	const impatient = expect(pace.take(undefined, 1000)).rejects.toBe(refusal);
	const patient = leaving(pace, 1);

	await pass(0);
	await impatient;
	await pass(61_000);
	expect(patient).toHaveLength(1);
});

test('a stopped call leaves the queue within a second, and the ones behind move up', async () => {
	const pace = new Pace({ perSecond: 1, burst: 1 });
	leaving(pace, 1);
	const stop = new AbortController();
	const stopped = Array.from({ length: 20 }, async () => await pace.take(stop.signal));
	const outcomes = Promise.allSettled(stopped);
	const behind = leaving(pace, 1);

	stop.abort();
	await pass(1000);

	for (const outcome of await outcomes) {
		expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(RunStopped) });
	}
	await pass(100);
	expect(behind).toHaveLength(1);
});

test('nothing ticks when nobody waits', async () => {
	leaving(new Pace(TEN), 15);
	await pass(2000);

	expect(jest.getTimerCount()).toBe(0);
});

test('a pause of years ends after five minutes, to see whether the provider still refuses', async () => {
	const pace = new Pace(TEN);
	pace.refused(new Error(), performance.now(), 1_755_548_877_000);
	const left = leaving(pace, 1);

	await pass(5 * 60_000 - 1000);
	expect(left).toEqual([]);
	await pass(2000);
	expect(left).toHaveLength(1);
});
