/** Whatever is sent and refused, a number's pace depends on nothing but its own calls. */
import fc from 'fast-check';
import { sleep } from 'n8n-workflow';

import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { paceOf } from '../../../nodes/WhatsAppGroups/transport/paceOf';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const RATE = { perSecond: 10, burst: 10 };
const provider: Provider = { ...metaCloud, rates: { messages: RATE } };

/** Two credentials of the first number, and one of each other. */
const credentials = [
	{ number: 'A', accessToken: 'first' },
	{ number: 'A', accessToken: 'second' },
	{ number: 'B', accessToken: 'third' },
	{ number: 'C', accessToken: 'fourth' },
];

const HOUR_MS = 3_600_000;
const LONGEST_MS = 120_000;

const events = fc.array(
	fc.record({
		/** When it happens, in ms. */
		at: fc.integer({ min: 0, max: 5000 }),
		credential: fc.nat({ max: credentials.length - 1 }),
		/** Calls that want to leave, or a refusal with a pause in ms. */
		calls: fc.option(fc.integer({ min: 1, max: 20 })),
		pause: fc.integer({ min: 0, max: 3000 }),
		/** By how much the clock of the machine is set forward or back, in ms. */
		clock: fc.integer({ min: -HOUR_MS, max: HOUR_MS }),
	}),
	{ minLength: 1, maxLength: 15 },
);
type Event = typeof events extends fc.Arbitrary<Array<infer One>> ? One : never;

let runs = 0;

/** When each call of a number leaves, in ms. */
async function departures(schedule: Event[], jumps: boolean): Promise<Record<string, number[]>> {
	const run = ++runs;
	const begun = performance.now();
	const left: Record<string, number[]> = { A: [], B: [], C: [] };
	const happen = ({ credential, calls, pause, clock }: Event) => {
		const { number, accessToken } = credentials[credential]!;
		const account = { phoneNumberId: `${number} of run ${run}`, accessToken };
		const pace = paceOf(provider, account, 'messages');
		if (jumps) jest.setSystemTime(Date.now() + clock);
		if (calls === null) pace.refused(new Error(), performance.now(), pause);
		for (let call = 0; call < (calls ?? 0); call++) {
			void pace.take().then(() => left[number]!.push(performance.now() - begun));
		}
	};
	for (const event of schedule) void sleep(event.at).then(() => happen(event));
	await jest.advanceTimersByTimeAsync(LONGEST_MS);
	return left;
}

const holds = async (property: (schedule: Event[]) => Promise<void>) =>
	await fc.assert(fc.asyncProperty(events, property), { numRuns: 30 });

test('other numbers and the clock change nothing', async () => {
	await holds(async (schedule) => {
		const together = await departures(schedule, true);

		for (const number of ['A', 'B', 'C']) {
			const own = schedule.filter(({ credential }) => credentials[credential]!.number === number);
			expect(together[number]).toEqual((await departures(own, false))[number]);
		}
	});
});

test('all credentials of a number together keep to its rate, and every call leaves', async () => {
	await holds(async (schedule) => {
		const { A = [] } = await departures(schedule, true);

		const wanted = schedule.filter(({ credential }) => credentials[credential]!.number === 'A');
		expect(A).toHaveLength(wanted.reduce((sum, { calls }) => sum + (calls ?? 0), 0));
		for (const [first, from] of A.entries()) {
			for (let last = first; last < A.length; last++) {
				const inBetween = last - first + 1;
				expect(inBetween).toBeLessThanOrEqual(
					RATE.burst + ((A[last]! - from) * RATE.perSecond) / 1000 + 1,
				);
			}
		}
	});
});
