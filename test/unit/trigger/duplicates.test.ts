import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';

type Duplicates = typeof import('../../../nodes/WhatsAppGroups/trigger/receiving/duplicates');

/** As after a start of n8n: the process remembers nothing. */
function freshProcess(): Duplicates['withoutDuplicates'] {
	let started: Duplicates | undefined;
	jest.isolateModules(() => {
		started = jest.requireActual<Duplicates>(
			'../../../nodes/WhatsAppGroups/trigger/receiving/duplicates',
		);
	});
	return (started as Duplicates).withoutDuplicates;
}

const eventsOf = (...ids: string[]) => ids.map((eventId) => ({ eventId }) as GroupEvent);
const idsOf = (events: GroupEvent[]) => events.map(({ eventId }) => eventId);
/** Static data as it is read back from the database. */
const saved = (staticData: IDataObject) => JSON.parse(JSON.stringify(staticData)) as IDataObject;
const many = (count: number, name: string) =>
	eventsOf(...Array.from({ length: count }, (_, index) => `${name}${index}`));

it('the same delivery again has nothing new', () => {
	const withoutDuplicates = freshProcess();
	const staticData: IDataObject = {};

	expect(idsOf(withoutDuplicates(eventsOf('a', 'b'), 'T', staticData))).toEqual(['a', 'b']);
	expect(withoutDuplicates(eventsOf('a', 'b'), 'T', saved(staticData))).toEqual([]);
});

it('only what is new in a delivery is left, in its order', () => {
	const withoutDuplicates = freshProcess();
	withoutDuplicates(eventsOf('b'), 'T', {});

	expect(idsOf(withoutDuplicates(eventsOf('c', 'b', 'a'), 'T', {}))).toEqual(['c', 'a']);
});

it('the same event twice in one delivery is one', () => {
	expect(idsOf(freshProcess()(eventsOf('a', 'a'), 'T', {}))).toEqual(['a']);
});

it('two at once, before either has saved its static data', () => {
	const withoutDuplicates = freshProcess();

	expect(withoutDuplicates(eventsOf('a'), 'T', {})).toHaveLength(1);
	expect(withoutDuplicates(eventsOf('a'), 'T', {})).toEqual([]);
});

it('a restart forgets nothing that was saved', () => {
	const staticData: IDataObject = {};
	freshProcess()(eventsOf('a'), 'T', staticData);

	expect(idsOf(freshProcess()(eventsOf('a', 'b'), 'T', saved(staticData)))).toEqual(['b']);
});

it('what another process saved meanwhile counts', () => {
	const withoutDuplicates = freshProcess();
	withoutDuplicates(eventsOf('a'), 'T', {});
	const ofAnother: IDataObject = {};
	freshProcess()(eventsOf('b'), 'T', ofAnother);

	expect(withoutDuplicates(eventsOf('b'), 'T', saved(ofAnother))).toEqual([]);
});

it('triggers do not share what they have seen', () => {
	const withoutDuplicates = freshProcess();
	withoutDuplicates(eventsOf('a'), 'T', {});

	expect(withoutDuplicates(eventsOf('a'), 'U', {})).toHaveLength(1);
});

it('remembers a busy day, but not without bound, and the newest longest', () => {
	const withoutDuplicates = freshProcess();
	const staticData: IDataObject = {};
	for (let delivery = 0; delivery < 100; delivery++) {
		withoutDuplicates(many(100, `${delivery}-`), 'T', staticData);
	}

	expect(JSON.stringify(staticData).length).toBeLessThan(20_000);
	expect(withoutDuplicates(many(100, '99-'), 'T', saved(staticData))).toEqual([]);
	expect(withoutDuplicates(many(100, '98-'), 'T', saved(staticData))).toEqual([]);
});

it('in memory it goes further back than in static data', () => {
	const withoutDuplicates = freshProcess();
	const staticData: IDataObject = {};
	withoutDuplicates(eventsOf('a'), 'T', staticData);
	withoutDuplicates(many(1500, 'x'), 'T', staticData);

	expect(withoutDuplicates(eventsOf('a'), 'T', saved(staticData))).toEqual([]);
	expect(freshProcess()(eventsOf('a'), 'T', saved(staticData))).toHaveLength(1);
});

it('in memory it is bounded, too: 2,000 events are remembered', () => {
	const withoutDuplicates = freshProcess();
	withoutDuplicates(eventsOf('a', 'b'), 'T', {});
	withoutDuplicates(many(1999, 'x'), 'T', {});

	expect(idsOf(withoutDuplicates(eventsOf('b', 'a'), 'T', {}))).toEqual(['a']);
});

it('static data is not touched, hence not saved, for nothing new', () => {
	const withoutDuplicates = freshProcess();
	const staticData: IDataObject = {};
	withoutDuplicates(eventsOf('a'), 'T', staticData);
	const frozen = Object.freeze(saved(staticData));

	expect(withoutDuplicates(eventsOf('a'), 'T', frozen)).toEqual([]);
	expect(withoutDuplicates([], 'T', frozen)).toEqual([]);
});

it('one delivery with more events than are remembered loses none', () => {
	expect(freshProcess()(many(2000, 'x'), 'T', {})).toHaveLength(2000);
});
