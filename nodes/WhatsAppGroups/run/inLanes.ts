import { sleep } from '../transport/sleep';

/** How many items are read ahead, to find items for other groups. */
const READ_AHEAD = 10_000;

/**
 * Reading an item evaluates expressions, which is slower than sending. After this many items, responses
 * and other executions have their turn.
 */
const YIELD_AFTER = 20;

interface Lanes<Item> {
	items: Iterable<Item> | AsyncIterable<Item>;
	/** Items of the same lane run one after another. */
	laneOf(item: Item): unknown;
	/** Does one item. If it rejects, no further item starts, and `inLanes` rejects. */
	work(item: Item): Promise<void>;
	/** How many lanes run at the same time. */
	parallel: number;
	/** Once it is aborted, no further item starts. */
	stop: AbortSignal;
}

/**
 * Does all items: within a lane in their order and one at a time, and several lanes at the same time.
 * Settles once no item is running.
 */
export async function inLanes<Item>({
	items,
	laneOf,
	work,
	parallel,
	stop,
}: Lanes<Item>): Promise<void> {
	/** Items that have not finished, by lane. */
	const lanes = new Map<unknown, Item[]>();
	/** Lanes with items that are not running, the next one first. */
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
	for await (const item of items) {
		if (ended()) break;
		enqueue(item);
		begin();
		if (++read % YIELD_AFTER === 0) {
			await sleep(1);
			while (ahead >= READ_AHEAD && !ended()) await anItemEnded();
		}
	}
	while (atWork > 0) await anItemEnded();
	if (failure) throw failure.error;
}
