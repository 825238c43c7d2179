/** How many items are looked at ahead of the ones at work: enough to find work for other groups. */
const READ_AHEAD = 10_000;

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
export async function inLanes<Item>(lanes: Lanes<Item>): Promise<void> {
	const { laneOf, work, parallel, stop } = lanes;
	const items = lanes.items[Symbol.iterator]();
	/** Items that wait, by lane; a lane at work stays here until its last item has ended. */
	const waiting = new Map<unknown, Item[]>();
	/** Lanes that have something to do and are not at work, in turn. */
	const idle = new Set<unknown>();
	let ahead = 0;
	let atWork = 0;

	const lookAhead = () => {
		while (ahead < READ_AHEAD) {
			const { value: item, done } = items.next();
			if (done) return;
			ahead++;
			const lane = laneOf(item);
			const line = waiting.get(lane);
			if (line) {
				line.push(item);
			} else {
				waiting.set(lane, [item]);
				idle.add(lane);
			}
		}
	};

	await new Promise<void>((resolve) => {
		const workOn = async (lane: unknown) => {
			const line = waiting.get(lane) as Item[];
			await work(line[0]);
			line.shift();
			ahead--;
			atWork--;
			if (line.length > 0) idle.add(lane);
			else waiting.delete(lane);
			moveOn();
		};
		const moveOn = () => {
			if (!stop.aborted) {
				lookAhead();
				for (const lane of idle) {
					if (atWork >= parallel) break;
					idle.delete(lane);
					atWork++;
					void workOn(lane);
				}
			}
			if (atWork === 0) resolve();
		};
		moveOn();
	});
}
