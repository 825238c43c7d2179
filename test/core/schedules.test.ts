/** For any responses in any order: nothing is lost, and nothing is sent twice. */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { useSandbox } from './support/sandbox';
import {
	behaviors,
	startFaultyProvider,
	type Delivery,
	type Behavior,
} from './support/faultyProvider';

const sandbox = useSandbox();
const RUNS = 25;
jest.setTimeout(300_000);

const schedule = fc.record({
	groups: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 }),
	plan: fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.constant<Behavior>('well') },
			{ weight: 4, arbitrary: fc.constantFrom(...(Object.keys(behaviors) as Behavior[])) },
		),
		{ maxLength: 40 },
	),
	parallelGroups: fc.integer({ min: 1, max: 6 }),
});

type Schedule = typeof schedule extends fc.Arbitrary<infer Value> ? Value : never;

async function send({ groups, plan, parallelGroups }: Schedule, more: object) {
	const { server, tried, delivered } = await startFaultyProvider(plan);
	const run = await sandbox.run(
		'dialog360',
		'message.send',
		{
			group: { __rl: true, mode: 'id', value: '={{ $json.group }}' } as never,
			text: '={{ $json.number }}',
			options: { parallelGroups },
		},
		{
			account: { baseUrl: server.url },
			input: groups.map((group, number) => ({ group: `group-${group}`, number })),
			...more,
		},
	);
	return { run, tried, delivered };
}

function expectOnce(delivered: Delivery[]): void {
	const numbers = delivered.map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
}

/** For repeated attempts, the first one counts. */
function expectInOrder(messages: Delivery[]): void {
	for (const of of new Set(messages.map(({ group }) => group))) {
		const inGroup = messages.filter(({ group }) => group === of).map(({ number }) => number);
		const firsts = [...new Set(inGroup)];
		expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
	}
}

function expectOnceAndInOrder(delivered: Delivery[]): void {
	expectOnce(delivered);
	expectInOrder(delivered);
}

const statusOf = (json: IDataObject) =>
	json.error ? ((json.details as IDataObject).status ?? 'failed') : json.status;

/** Checks that an item says what happened to its message. */
function expectTrue(items: IDataObject[], delivered: Delivery[]): void {
	const arrived = new Set(delivered.map(({ number }) => number));
	for (const [number, json] of items.entries()) {
		const status = statusOf(json);
		if (status === 'sent') expect(arrived).toContain(number);
		if (status === 'failed') expect(arrived).not.toContain(number);
	}
}

const holds = async (property: (plan: Schedule) => Promise<void>) =>
	await fc.assert(fc.asyncProperty(schedule, property), { numRuns: RUNS });

test('with Continue On Fail each item has one true outcome', async () => {
	await holds(async (plan) => {
		const { run, delivered } = await send(plan, { onError: 'continueRegularOutput' });

		expect(run.error).toBeUndefined();
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
			plan.groups.map((_, item) => ({ item })),
		);
		expectOnceAndInOrder(delivered);
		expectTrue(run.json, delivered);
	});
});

test('a run that stops says what was done and what was not tried', async () => {
	await holds(async (plan) => {
		const { run, delivered } = await send(plan, {});

		expectOnceAndInOrder(delivered);
		if (run.error === undefined) {
			expect(delivered).toHaveLength(plan.groups.length);
		} else if (plan.groups.length > 1) {
			const said = run.error.description ?? '';
			const done = numbersAfter(said, 'before the run stopped');
			const inDoubt = numbersAfter(said, 'May have been done');
			const none = [...numbersAfter(said, 'Failed'), ...numbersAfter(said, 'Not tried')];
			const arrived = delivered.map(({ number }) => number);
			expect([...done, ...inDoubt, ...none].sort((a, b) => a - b)).toEqual([...plan.groups.keys()]);
			expect(said).toContain(`${done.length} of ${plan.groups.length} items`);
			expect(arrived).toEqual(expect.arrayContaining(done));
			expect(arrived.filter((number) => none.includes(number))).toEqual([]);
		}
	});
});

test.each([undefined, 'continueRegularOutput'])(
	'with Retry On Fail, and %s on error, n8n runs the node again, and nothing is sent twice',
	async (onError) => {
		await holds(async (plan) => {
			const { run, tried, delivered } = await send(plan, { onError, tries: 3 });

			expectOnce(delivered);
			// With Continue, a refused message is sent again after those that follow it.
			expectInOrder(onError === undefined ? delivered : tried);
			if (run.error === undefined) {
				expect(run.items).toHaveLength(plan.groups.length);
				expectTrue(run.json, delivered);
			}
		});
	},
);

/** The numbers in “label: 0–2, 5.” */
function numbersAfter(text: string, label: string): number[] {
	const [, list = ''] = new RegExp(`${label}: ([^.]+)\\.`).exec(text) ?? [];
	return list
		.split(', ')
		.filter(Boolean)
		.flatMap((range) => {
			const [first, last = first] = range.split('–').map(Number);
			return Array.from({ length: last! - first! + 1 }, (_, index) => first! + index);
		});
}
