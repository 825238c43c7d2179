import { sleep } from '../transport/sleep';

/** How many items are read ahead of the ones at work: enough to find work for other groups. */
const READ_AHEAD = 10_000;

/**
 * Reading an item evaluates expressions, which is slower than sending. After this many items, yield
 * for as long as they took.
 */
const YIELD_AFTER = 20;

interface Lanes<Item> {
	items: Iterable<Item> | AsyncIterable<Item>;
	/** Items of the same lane are done one after another. */
	laneOf(item: Item): unknown;
	/** Does one item. If it rejects, nothing further is begun, and the whole rejects. */
	work(item: Item): Promise<void>;
	/** How many lanes are at work at the same time. */
	parallel: number;
	/** Once it is aborted, nothing further is begun. */
	stop: AbortSignal;
}

/**
 * Does all items: within a lane strictly in their order, each after the one before has ended, and
 * several lanes side by side. Settles when nothing is under way anymore.
 */
export async function inLanes<Item>({
	items,
	laneOf,
	work,
	parallel,
	stop,
}: Lanes<Item>): Promise<void> {
	/** Items that have not ended, by lane. */
	const lanes = new Map<unknown, Item[]>();
	/** Lanes that have something to do and are not at work, in turn. */
	const idle = new Set<unknown>();
	let ahead = 0;
	let atWork = 0;
	let failure: { error: unknown } | undefined;
	const ended = () => stop.aborted || failure !== undefined;
	let notify = () => {};
	const anItemEnded = async () => await new Promise<void>((resolve) => (notify = resolve));

	const enqueue = (item: Item) => {
		const lane = laneOf(item);
		const before = lanes.get(lane);
		if (before) {
			before.push(item);
		} else {
			lanes.set(lane, [item]);
			idle.add(lane);
		}
		ahead++;
	};
	const begin = () => {
		for (const lane of idle) {
			if (ended() || atWork >= parallel) return;
			idle.delete(lane);
			atWork++;
			void workOn(lane, lanes.get(lane) as Item[]);
		}
	};
	const workOn = async (lane: unknown, waiting: Item[]) => {
		const [item] = waiting;
		try {
			if (item !== undefined) await work(item);
		} catch (error) {
			failure ??= { error };
		}
		waiting.shift();
		ahead--;
		atWork--;
		if (waiting.length > 0) idle.add(lane);
		else lanes.delete(lane);
		begin();
		notify();
	};

	let read = 0;
	let since = performance.now();
	for await (const item of items) {
		if (ended()) break;
		enqueue(item);
		begin();
		if (++read % YIELD_AFTER === 0) {
			await sleep(performance.now() - since, stop);
			while (ahead >= READ_AHEAD && !ended()) await anItemEnded();
			since = performance.now();
		}
	}
	while (atWork > 0) await anItemEnded();
	if (failure) throw failure.error;
}
