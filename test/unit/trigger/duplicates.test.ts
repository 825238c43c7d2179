import { randomUUID } from 'node:crypto';

import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';

import { withoutDuplicates } from '../../../nodes/WhatsAppGroups/trigger/receiving/duplicates';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

/** A trigger that has seen nothing yet. */
function newTrigger() {
	const trigger = randomUUID();
	return async (events: GroupEvent[], accepted = Promise.resolve(true)) =>
		await withoutDuplicates(events, trigger, accepted);
}

const eventsOf = (...ids: string[]) => ids.map((eventId) => ({ eventId }) as GroupEvent);
const idsOf = (events: GroupEvent[]) => events.map(({ eventId }) => eventId);
const many = (count: number, name: string) =>
	eventsOf(...Array.from({ length: count }, (_, index) => `${name}${index}`));

/** A delivery whose outcome isn't known yet. */
function open() {
	let settle: (isAccepted: boolean) => void = () => {};
	const accepted = new Promise<boolean>((resolve) => {
		settle = resolve;
	});
	return { accepted, settle };
}

it('returns nothing for the same delivery again', async () => {
	const newOf = newTrigger();

	expect(idsOf(await newOf(eventsOf('a', 'b')))).toEqual(['a', 'b']);
	expect(await newOf(eventsOf('a', 'b'))).toEqual([]);
});

it('returns only what is new in a delivery, in its order', async () => {
	const newOf = newTrigger();
	await newOf(eventsOf('b'));

	expect(idsOf(await newOf(eventsOf('c', 'b', 'a')))).toEqual(['c', 'a']);
});

it('returns an event once that comes twice in one delivery', async () => {
	expect(idsOf(await newTrigger()(eventsOf('a', 'a')))).toEqual(['a']);
});

it('returns an event again that n8n did not accept', async () => {
	const newOf = newTrigger();
	await newOf(eventsOf('a'), Promise.resolve(false));

	expect(idsOf(await newOf(eventsOf('a')))).toEqual(['a']);
	expect(await newOf(eventsOf('a'))).toEqual([]);
});

it.each([
	['accepted', true, []],
	['refused', false, ['a']],
])('waits for a delivery in progress, which is then %s', async (_outcome, isAccepted, expected) => {
	const newOf = newTrigger();
	const { accepted, settle } = open();
	await newOf(eventsOf('a'), accepted);

	const again = newOf(eventsOf('a', 'a'));
	settle(isAccepted);

	expect(idsOf(await again)).toEqual(expected);
});

it('lets only one of those that waited have the event', async () => {
	const newOf = newTrigger();
	const { accepted, settle } = open();
	await newOf(eventsOf('a'), accepted);

	const waiting = [1, 2, 3].map(async () => await newOf(eventsOf('a')));
	settle(false);

	expect((await Promise.all(waiting)).flat()).toHaveLength(1);
});

it('rejects if the delivery in progress takes too long', async () => {
	const newOf = newTrigger();
	await newOf(eventsOf('a'), open().accepted);

	const rejected = expect(newOf(eventsOf('a', 'b'))).rejects.toThrow(/still in progress/);
	await jest.advanceTimersByTimeAsync(4500);

	await rejected;
	// The other events of the delivery are not lost.
	expect(idsOf(await newOf(eventsOf('b')))).toEqual(['b']);
});

it('keeps triggers apart', async () => {
	await newTrigger()(eventsOf('a'));

	expect(await newTrigger()(eventsOf('a'))).toHaveLength(1);
});

it('remembers 2,000 events, the newest longest', async () => {
	const newOf = newTrigger();
	await newOf(eventsOf('a', 'b'));
	await newOf(many(1999, 'x'));

	expect(idsOf(await newOf(eventsOf('b', 'a')))).toEqual(['a']);
});

it('loses nothing of one delivery with more events than are remembered', async () => {
	expect(await newTrigger()(many(2500, 'x'))).toHaveLength(2500);
});
