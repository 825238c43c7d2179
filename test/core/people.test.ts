/** Lists of people and group IDs, in the forms that workflows have. */
import type { IDataObject } from 'n8n-workflow';

import { listGroups } from '../support/action';
import { failureIn, groupField, useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';
const value = '={{ $json.value }}';

/** The people in A1Base's requests, for one item. */
async function add(given: unknown) {
	const control = sandbox.control('a1Base');
	const group = await control.seed(1);
	const run = await sandbox.run(
		'a1Base',
		'participant.add',
		{ group: groupField(group), participants: value },
		{ input: [{ value: given } as IDataObject], onError },
	);
	const calls = await control.calls();
	return { run, asked: calls.map(({ body }) => (body as IDataObject).participants) };
}

test.each<[unknown, string[]]>([
	['0049 171 1234567', ['+491711234567']],
	['+49 (0)171 1234567', ['+491711234567']],
	['4917112345678.0', ['+4917112345678']],
	['\u202a+49 171 1234567\u202c', ['+491711234567']],
	['+49\u2011171\u20111234567', ['+491711234567']],
	['whatsapp:+491711234567', ['+491711234567']],
	['491711234567@s.whatsapp.net', ['+491711234567']],
	['+491711234567; +491711234568', ['+491711234567', '+491711234568']],
	['["+491711111111","+491712222222"]', ['+491711111111', '+491712222222']],
	[
		['+491711111111', { phone: '+491712222222' }],
		['+491711111111', '+491712222222'],
	],
	[{ id: '491711111111', name: 'Ana', userId: null, phone: '491711111111' }, ['+491711111111']],
	['+491711234567, 00491711234567', ['+491711234567']],
])('%j reaches %j', async (given, people) => {
	expect((await add(given)).asked).toEqual([people]);
});

test.each<[unknown, string]>([
	['0171 1234567', '“0171 1234567” in “Members” has no country code'],
	[['+491711111111', null], '“null” in “Members” has no phone number or user ID'],
	[[{ name: 'Ana' }], '“{"name":"Ana"}” in “Members” has no phone number or user ID'],
	['+491711111111, Ana', "“Ana” in “Members” isn't a phone number"],
	['US.13491208655302741918', '“US.13491208655302741918” in “Members” is a user ID'],
	[[], '“Members” is empty'],
	['', '“Members” is empty'],
	[null, '“Members” is empty'],
	[undefined, '“Members” is empty'],
])('%j is refused by name, without a call', async (given, says) => {
	const { run, asked } = await add(given);

	expect(failureIn(run).error).toContain(says);
	expect(asked).toEqual([]);
});

// The group IDs of 360dialog and Meta aren't digits.
test.each(['oneMsg', 'a1Base'] as const)(
	'%s: a group ID that is a long number is refused before sending',
	async (provider) => {
		const item = JSON.parse('{"value":120363042345678901}') as IDataObject;
		const run = await sandbox.run(
			provider,
			'message.send',
			{ group: groupField(value), messageType: 'text', text: 'Hi' },
			{ input: [item], onError },
		);

		expect(failureIn(run).error).toMatch(/“120363042345678900” in “Group” may have lost digits/);
		expect(await sandbox.control(provider).calls()).toEqual([]);
	},
);

test('groups with the same name show the end of their ID', async () => {
	const control = sandbox.control('dialog360');
	for (const subject of ['Crew', 'Crew', 'Board']) await control.seed(1, subject);
	const ids = (await control.groups()).map(({ id }) => id);

	const { results } = await listGroups({
		parameters: { provider: 'dialog360' },
		credentials: sandbox.credentials('dialog360'),
	});

	expect(results.map(({ name }) => name)).toEqual([
		`Crew (…${ids[0]!.slice(-8)})`,
		`Crew (…${ids[1]!.slice(-8)})`,
		'Board',
	]);
});
