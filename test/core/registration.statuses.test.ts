/** 1MSG's switch for statuses, which is shared by the whole channel. */
import { useSandbox } from './support/sandbox';
import {
	ackSwitch,
	addresses,
	setWebhooks,
	saved,
	second,
	setAckSwitch,
	registeredWebhooks,
	triggerOf,
	writes,
} from './support/webhooks';

const sandbox = useSandbox();

const withStatuses = { events: ['message.received', 'message.status'], onOccupied: 'addBeside' };
const without = { events: ['message.received', 'message.sent'], onOccupied: 'addBeside' };
const triggerFor = (parameters: object, surroundings = {}) =>
	triggerOf(sandbox, 'oneMsg', { ...parameters }, surroundings);

test('it is turned on for Message Status, and back off', async () => {
	const trigger = triggerFor(withStatuses);

	await trigger.activate();
	expect(await ackSwitch(sandbox)).toBe(true);
	expect(await trigger.isRegistered()).toBe(true);
	await trigger.deactivate();

	expect(await ackSwitch(sandbox)).toBe(false);
});

test('one that was on before stays on', async () => {
	await setAckSwitch(sandbox, true);
	const trigger = triggerFor(withStatuses);

	await trigger.activate();
	await trigger.deactivate();

	expect(await ackSwitch(sandbox)).toBe(true);
});

test('without Message Status it is not touched', async () => {
	const trigger = triggerFor(without);

	await trigger.activate();

	expect(await ackSwitch(sandbox)).toBe(false);
	expect((await writes(sandbox, 'oneMsg')).map(({ path }) => path)).toEqual([
		expect.stringMatching(/\/webhook$/),
	]);
});

describe('two triggers on one channel', () => {
	test.each(['first', 'second'])(
		'after the %s one stops, the other still gets statuses, and turns them off at its end',
		async (goesFirst) => {
			const [one, other] = [triggerFor(withStatuses), triggerFor(withStatuses, second)];
			await one.activate();
			await other.activate();
			const [early, late] = goesFirst === 'first' ? [one, other] : [other, one];

			await early.deactivate();
			expect(await ackSwitch(sandbox)).toBe(true);
			await late.deactivate();

			expect(await ackSwitch(sandbox)).toBe(false);
		},
	);

	test('if it was on before both, it stays on after both', async () => {
		await setAckSwitch(sandbox, true);
		const triggers = [triggerFor(withStatuses), triggerFor(withStatuses, second)];
		for (const trigger of triggers) await trigger.activate();
		for (const trigger of triggers) await trigger.deactivate();

		expect(await ackSwitch(sandbox)).toBe(true);
	});

	test('one without statuses does not turn them off for the other', async () => {
		const quiet = triggerFor(without, second);
		await triggerFor(withStatuses).activate();
		await quiet.activate();

		await quiet.deactivate();

		expect(await ackSwitch(sandbox)).toBe(true);
	});

	test('one that replaces the other restores its statuses', async () => {
		const first = triggerFor(withStatuses);
		const replacing = triggerFor({ ...without, onOccupied: 'replace' }, second);
		await first.activate();
		await replacing.activate();
		expect(await ackSwitch(sandbox)).toBe(false);

		await replacing.deactivate();
		expect(await ackSwitch(sandbox)).toBe(true);
		expect(await first.isRegistered()).toBe(true);
		await first.deactivate();

		expect(await ackSwitch(sandbox)).toBe(false);
	});
});

test('the editor does not turn off the statuses of production', async () => {
	const production = triggerFor(withStatuses);
	await production.activate();
	const before = await registeredWebhooks(sandbox, 'oneMsg');
	const editor = triggerFor(withStatuses);

	await editor.activate('test');
	await editor.deactivate('test');

	expect(await ackSwitch(sandbox)).toBe(true);
	expect(await registeredWebhooks(sandbox, 'oneMsg')).toEqual(before);
	await production.deactivate();
	expect(await ackSwitch(sandbox)).toBe(false);
});

test('it is turned off even if somebody else removed our address', async () => {
	const trigger = triggerFor(withStatuses);
	await trigger.activate();
	const theirs = { url: 'https://other.example/hook/7' };
	await setWebhooks(sandbox, 'oneMsg', theirs);

	await trigger.deactivate();

	expect(await ackSwitch(sandbox)).toBe(false);
	expect(await addresses(sandbox, 'oneMsg')).toEqual([theirs.url]);
});

test('it is turned off even if somebody else removed our address and it was written again', async () => {
	const trigger = triggerFor(withStatuses);
	await trigger.activate();
	await setWebhooks(sandbox, 'oneMsg', { url: 'https://other.example/hook/7' });

	const restarted = triggerFor(withStatuses, { staticData: saved(trigger) });
	await restarted.activate();
	expect(await ackSwitch(sandbox)).toBe(true);
	await restarted.deactivate();

	expect(await ackSwitch(sandbox)).toBe(false);
});

test('removing Message Status from the events turns it off', async () => {
	const trigger = triggerFor(withStatuses);
	await trigger.activate();

	// Without its static data, as after a new import.
	await triggerFor(without).activate();

	expect(await ackSwitch(sandbox)).toBe(false);
});
