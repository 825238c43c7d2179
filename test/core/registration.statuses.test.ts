/** 1MSG's switch for statuses, which is one for the whole channel. */
import { useHouse } from './support/house';
import {
	ackSwitch,
	addresses,
	occupy,
	saved,
	second,
	setAckSwitch,
	standing,
	triggerOf,
	writes,
} from './support/webhooks';

const house = useHouse();

const withStatuses = { events: ['message.received', 'message.status'], onOccupied: 'addBeside' };
const without = { events: ['message.received', 'message.sent'], onOccupied: 'addBeside' };
const listening = (parameters: object, surroundings = {}) =>
	triggerOf(house, 'oneMsg', { ...parameters }, surroundings);

test('it is turned on for Message Status, and back off', async () => {
	const trigger = listening(withStatuses);

	await trigger.activate();
	expect(await ackSwitch(house)).toBe(true);
	expect(await trigger.isRegistered()).toBe(true);
	await trigger.deactivate();

	expect(await ackSwitch(house)).toBe(false);
});

test('one that was on before stays on', async () => {
	await setAckSwitch(house, true);
	const trigger = listening(withStatuses);

	await trigger.activate();
	await trigger.deactivate();

	expect(await ackSwitch(house)).toBe(true);
});

test('without Message Status it is not touched', async () => {
	const trigger = listening(without);

	await trigger.activate();

	expect(await ackSwitch(house)).toBe(false);
	expect((await writes(house, 'oneMsg')).map(({ path }) => path)).toEqual([
		expect.stringMatching(/\/webhook$/),
	]);
});

describe('two triggers on one channel', () => {
	test.each(['first', 'second'])(
		'the %s one may go first: the other goes on to get statuses, and turns them off',
		async (goesFirst) => {
			const triggers = [listening(withStatuses), listening(withStatuses, second)];
			for (const trigger of triggers) await trigger.activate();
			const [early, late] = goesFirst === 'first' ? triggers : [...triggers].reverse();

			await early.deactivate();
			expect(await ackSwitch(house)).toBe(true);
			await late.deactivate();

			expect(await ackSwitch(house)).toBe(false);
		},
	);

	test('found on by both, it stays on when both have gone', async () => {
		await setAckSwitch(house, true);
		const triggers = [listening(withStatuses), listening(withStatuses, second)];
		for (const trigger of triggers) await trigger.activate();
		for (const trigger of triggers) await trigger.deactivate();

		expect(await ackSwitch(house)).toBe(true);
	});

	test('one that wants no statuses leaves the other its own', async () => {
		const quiet = listening(without, second);
		await listening(withStatuses).activate();
		await quiet.activate();

		await quiet.deactivate();

		expect(await ackSwitch(house)).toBe(true);
	});

	test('one that replaces the other gives back what the other had', async () => {
		const first = listening(withStatuses);
		const replacing = listening({ ...without, onOccupied: 'replace' }, second);
		await first.activate();
		await replacing.activate();
		expect(await ackSwitch(house)).toBe(false);

		await replacing.deactivate();
		expect(await ackSwitch(house)).toBe(true);
		expect(await first.isRegistered()).toBe(true);
		await first.deactivate();

		expect(await ackSwitch(house)).toBe(false);
	});
});

test('the editor that listens for a test event leaves production its statuses', async () => {
	const production = listening(withStatuses);
	await production.activate();
	const before = await standing(house, 'oneMsg');
	const editor = listening(withStatuses);

	await editor.activate('test');
	await editor.deactivate('test');

	expect(await ackSwitch(house)).toBe(true);
	expect(await standing(house, 'oneMsg')).toEqual(before);
	await production.deactivate();
	expect(await ackSwitch(house)).toBe(false);
});

test('it is turned off also where our address was taken out by somebody else', async () => {
	const trigger = listening(withStatuses);
	await trigger.activate();
	const theirs = { url: 'https://other.example/hook/7' };
	await occupy(house, 'oneMsg', theirs);

	await trigger.deactivate();

	expect(await ackSwitch(house)).toBe(false);
	expect(await addresses(house, 'oneMsg')).toEqual([theirs.url]);
});

test('our address taken out by somebody else, and written again, still owes the switch', async () => {
	const trigger = listening(withStatuses);
	await trigger.activate();
	await occupy(house, 'oneMsg', { url: 'https://other.example/hook/7' });

	const restarted = listening(withStatuses, { staticData: saved(trigger) });
	await restarted.activate();
	expect(await ackSwitch(house)).toBe(true);
	await restarted.deactivate();

	expect(await ackSwitch(house)).toBe(false);
});

test('Message Status taken off the list turns it off again', async () => {
	const trigger = listening(withStatuses);
	await trigger.activate();

	// Its static data lost, as when the workflow was imported anew.
	await listening(without).activate();

	expect(await ackSwitch(house)).toBe(false);
});
