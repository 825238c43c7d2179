/**
 * Nodes and tools that send at the same time, with several credentials, while the clock of the machine
 * is set forward and back: whatever the provider answers, nothing is sent twice, and what is said is true.
 */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { callTools, type ToolCall, type Way } from '../support/tool';
import { useSandbox } from './support/sandbox';
import {
	behaviors,
	startFaultyProvider,
	type Behavior,
	type Delivery,
} from './support/faultyProvider';

const sandbox = useSandbox();
const RUNS = 20;
jest.setTimeout(300_000);

const HOUR_MS = 3_600_000;
const everyBehavior = Object.keys(behaviors) as Behavior[];

const schedule = fc.record({
	senders: fc.array(
		fc.record({
			path: fc.constantFrom<'node' | Way>('node', 'invoked', 'requested'),
			/** Of two credentials for one number, and of one for another. */
			credential: fc.nat({ max: 2 }),
			groups: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }),
		}),
		{ minLength: 2, maxLength: 4 },
	),
	plan: fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.constant<Behavior>('well') },
			{ weight: 4, arbitrary: fc.constantFrom(...everyBehavior) },
		),
		{ maxLength: 30 },
	),
	/** By how much the clock is off at each request, in ms. */
	clock: fc.array(fc.integer({ min: -HOUR_MS, max: HOUR_MS }), { minLength: 1, maxLength: 10 }),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer Value> ? Value : never;
type Sender = Schedule['senders'][number] & { numbers: number[] };

const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const sending = {
	...{ resource: 'message', operation: 'send', provider: 'dialog360' },
	group: { __rl: true, mode: 'id', value: "={{ $fromAI('group') }}" } as never,
	text: "={{ $fromAI('number') }}",
};

let schedules = 0;

/** Lets one sender send its messages. Returns what is said of each, in its order, as far as it is. */
async function send(baseUrl: string, { path, credential, groups, numbers }: Sender) {
	const apiKey = `${credential < 2 ? 'one' : 'other'} of ${schedules}`;
	const account = { baseUrl, apiKey, webhookSecret: `secret-${credential}` };
	const items = numbers.map((number, index) => ({ group: `group-${groups[index]}`, number }));
	if (path === 'node') {
		const { json } = await sandbox.run(
			'dialog360',
			'message.send',
			{
				group: { __rl: true, mode: 'id', value: '={{ $json.group }}' } as never,
				text: '={{ $json.number }}',
			},
			{ account, input: items, onError: 'continueRegularOutput', tries: 3 },
		);
		return json.map(statusOf);
	}
	const args = items.map(({ group, number }) => ({ group, number: `${number}` }));
	const credentials = sandbox.credentials('dialog360', account);
	const calls = await callTools(sending, credentials, args, retry, path).catch(() => []);
	return path === 'invoked' ? calls.map(statusOfCall) : [];
}

const statusOf = (json: IDataObject) =>
	json.error ? ((json.details as IDataObject).status ?? 'failed') : json.status;

const statusOfCall = ({ answer, error = '' }: ToolCall) => {
	if (answer !== undefined) return 'sent';
	return /before you run it again/.test(error) ? 'unknown' : 'failed';
};

/** Checks that one sender says of its messages what happened to them. */
function expectTrue({ numbers }: Sender, said: unknown[], arrived: Set<number>): void {
	for (const [index, status] of said.entries()) {
		if (status === 'sent') expect(arrived).toContain(numbers[index]);
		if (status === 'failed') expect(arrived).not.toContain(numbers[index]);
	}
}

/** A node sends to each group in the order of its items; the first time counts. */
function expectInOrder({ groups, numbers }: Sender, tried: Delivery[]): void {
	for (const group of new Set(groups)) {
		const own = numbers.filter((_, index) => groups[index] === group);
		const firsts = [...new Set(tried.map(({ number }) => number))];
		expect(firsts.filter((number) => own.includes(number))).toEqual(own);
	}
}

afterEach(() => jest.restoreAllMocks());

test('every message is sent once at most, and what is said of it is true', async () => {
	const property = async ({ senders, plan, clock }: Schedule) => {
		schedules++;
		const { server, tried, delivered } = await startFaultyProvider(plan);
		const realNow = Date.now.bind(Date);
		const now = jest
			.spyOn(Date, 'now')
			.mockImplementation(() => realNow() + clock[tried.length % clock.length]!);
		let next = 0;
		const numbered = senders.map((sender) => ({
			...sender,
			numbers: sender.groups.map(() => next++),
		}));

		const said = await Promise.all(
			numbered.map(async (sender) => await send(server.url, sender)),
		).finally(() => now.mockRestore());

		const numbers = delivered.map(({ number }) => number);
		expect(new Set(numbers).size).toBe(numbers.length);
		if (plan.length === 0) expect(numbers).toHaveLength(next);
		for (const [index, sender] of numbered.entries()) {
			expectTrue(sender, said[index]!, new Set(numbers));
			if (sender.path === 'node') expectInOrder(sender, tried);
		}
	};
	// First with everything going well: all of it arrives.
	const senders = (['node', 'invoked', 'requested'] as const).map((path, credential) => ({
		...{ path, credential, groups: [0, 1, 0] },
	}));
	const well: Schedule = { senders, plan: [], clock: [HOUR_MS, -HOUR_MS] };
	await fc.assert(fc.asyncProperty(schedule, property), { numRuns: RUNS, examples: [[well]] });
});
