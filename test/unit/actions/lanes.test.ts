/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import fc from 'fast-check';

import { inLanes } from '../../../nodes/WhatsAppGroups/run/inLanes';

interface Item {
	lane: number;
	number: number;
}

/** Runs items whose end the test decides. */
async function desk(items: Item[], parallel: number) {
	const stop = new AbortController();
	const begun: Item[] = [];
	const ended: Item[] = [];
	const underWay: Array<{ item: Item; end: () => void }> = [];
	let most = 0;
	const done = inLanes({
		items,
		laneOf: ({ lane }) => lane,
		work: async (item) => {
			begun.push(item);
			await new Promise<void>((end) => {
				underWay.push({ item, end });
				most = Math.max(most, underWay.length);
			});
			ended.push(item);
		},
		parallel,
		stop: stop.signal,
	});
	const end = async (which: number) => {
		const [finished] = underWay.splice(which % underWay.length, 1);
		finished?.end();
		await new Promise(setImmediate);
	};
	await new Promise(setImmediate);
	return { stop, begun, ended, underWay, done, end, most: () => most };
}

const itemsOf = (lanes: number[]): Item[] => lanes.map((lane, number) => ({ lane, number }));

test('every item is done once, a lane in its order, whichever ends first', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
			fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
			fc.integer({ min: 1, max: 7 }),
			async (lanes, choices, parallel) => {
				const items = itemsOf(lanes);
				const { begun, ended, underWay, done, end, most } = await desk(items, parallel);
				for (const choice of choices) if (underWay.length > 0) await end(choice);
				await done;

				expect([...begun].sort((a, b) => a.number - b.number)).toEqual(items);
				for (const lane of new Set(lanes)) {
					const inLane = ({ lane: other }: Item) => other === lane;
					expect(begun.filter(inLane)).toEqual(items.filter(inLane));
					expect(ended.filter(inLane)).toEqual(items.filter(inLane));
				}
				expect(most()).toBeLessThanOrEqual(parallel);
				expect(most()).toBe(Math.min(parallel, new Set(lanes).size));
			},
		),
	);
});

test('stopped, nothing further is begun, and what is under way ends', async () => {
	const { stop, begun, underWay, done, end } = await desk(itemsOf([0, 1, 2, 0, 1, 2]), 2);

	stop.abort();
	await end(0);
	await end(0);
	await done;

	expect(begun).toHaveLength(2);
	expect(underWay).toEqual([]);
});

test('items are read ahead, but not all of a long input', async () => {
	let asked = 0;
	function* endless() {
		for (;;) yield { lane: 0, number: asked++ };
	}
	const stop = new AbortController();
	let done = 0;
	await inLanes({
		items: endless(),
		laneOf: ({ lane }) => lane,
		work: async () => {
			if (++done === 50) stop.abort();
		},
		parallel: 5,
		stop: stop.signal,
	});

	expect(done).toBe(50);
	expect(asked).toBeLessThan(20_000);
});

test('work that fails ends the whole, and nothing further is begun', async () => {
	let begun = 0;
	const failing = inLanes({
		items: itemsOf([0, 0, 0, 1, 1, 2]),
		laneOf: ({ lane }) => lane,
		work: async () => {
			begun++;
			await Promise.reject(new Error('Broken'));
		},
		parallel: 2,
		stop: new AbortController().signal,
	});

	await expect(failing).rejects.toThrow('Broken');
	expect(begun).toBeLessThanOrEqual(2);
});
