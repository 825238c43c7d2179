import { sleep } from 'n8n-workflow';

/** How many items are looked at ahead of the ones at work: enough to find work for other groups. */
const READ_AHEAD = 10_000;

/**
 * Looking at an item evaluates expressions, which takes longer than to send it. After so many, what is
 * under way gets as much time as they took.
 */
const AT_A_STRETCH = 20;

interface Lanes<Item> {
	items: Iterable<Item>;
	/** Items of the same lane are done one after another. */
	laneOf(item: Item): unknown;
	/** Does one item; never rejects. */
	work(item: Item): Promise<void>;
	/** How many lanes are at work at a time. */
	parallel: number;
	/** Once it is aborted, nothing further is begun. */
	stop: AbortSignal;
}

/**
 * Does all items: within a lane strictly in their order, each after the one before has ended, and
 * several lanes side by side. Resolves when nothing is under way any more.
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
	let tell = () => {};
	const anItemEnded = async () => await new Promise<void>((resolve) => (tell = resolve));

	const line = (item: Item) => {
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
			if (stop.aborted || atWork >= parallel) return;
			idle.delete(lane);
			atWork++;
			void workOn(lane, lanes.get(lane) as Item[]);
		}
	};
	const workOn = async (lane: unknown, waiting: Item[]) => {
		const [item] = waiting;
		if (item !== undefined) await work(item);
		waiting.shift();
		ahead--;
		atWork--;
		if (waiting.length > 0) idle.add(lane);
		else lanes.delete(lane);
		begin();
		tell();
	};

	let looked = 0;
	let since = Date.now();
	for (const item of items) {
		while (ahead >= READ_AHEAD && !stop.aborted) await anItemEnded();
		if (stop.aborted) break;
		line(item);
		begin();
		if (++looked % AT_A_STRETCH === 0) {
			await sleep(Date.now() - since);
			since = Date.now();
		}
	}
	while (atWork > 0) await anItemEnded();
}
