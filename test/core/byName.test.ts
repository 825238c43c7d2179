import type { INodeParameters } from 'n8n-workflow';

import { providerNames } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { failureIn, useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

/** The group field with “By Name”, as the editor stores it. */
const byName = (value: string): INodeParameters =>
	({ __rl: true, mode: 'name', value }) as unknown as INodeParameters;

describe.each(providerNames)('%s: a group by its name', (provider) => {
	const send = async (name: string, input: object[] = [{}]) =>
		await sandbox.run(
			provider,
			'message.send',
			{ group: byName(name), text: 'Hello' },
			{ onError, input: input as never },
		);
	const lists = async () =>
		(await sandbox.control(provider).calls()).filter(({ method }) => method === 'GET');

	test.each(['Café Crew 🎉', ' cafe\u0301  CREW 🎉\u200B', 'CAFÉ\u00A0CREW 🎉'])(
		'“%s” is found',
		async (name) => {
			await sandbox.control(provider).seed(1, 'Café Crew');
			const group = await sandbox.control(provider).seed(1, 'Café Crew 🎉');

			const { json } = await send(name);

			expect(json).toMatchObject([{ groupId: group.id }]);
		},
	);

	test('the list is read once for all items', async () => {
		const crew = await sandbox.control(provider).seed(1, 'Crew');
		const team = await sandbox.control(provider).seed(1, 'Team');

		const { json } = await send('={{ $json.name }}', [
			{ name: 'crew' },
			{ name: 'TEAM' },
			{ name: 'Nobody' },
			{ name: 'Crew' },
		]);

		expect(json.map(({ groupId }) => groupId)).toEqual([crew.id, team.id, undefined, crew.id]);
		expect(await lists()).toHaveLength(1);
	});

	test('a name that several groups have is refused, and all are listed', async () => {
		const groups = [
			await sandbox.control(provider).seed(1, 'Crew'),
			await sandbox.control(provider).seed(1, 'crew'),
		];

		const { error, details } = failureIn(await send('CREW'));

		expect(error).toBe('2 groups are named “CREW”');
		for (const { id } of groups) expect(details.description).toContain(id);
		expect((await send('crew')).json).toMatchObject([{ groupId: groups[1]!.id }]);
	});

	test('a name that no group has is refused, with what there is and what to do', async () => {
		await sandbox.control(provider).seed(1, 'Launch crew');
		await sandbox.control(provider).seed(1, 'Team');

		const { error, details } = failureIn(await send('Launch'));

		expect(error).toBe('No group is named “Launch”');
		expect(details.description).toMatch(/pick the group from the list.*appear here/);
		expect(details.description).toMatch(/Similar names: “Launch crew”\.$/);
		expect(failureIn(await send('Sales')).details.description).toMatch(/“Launch crew”, “Team”/);
	});

	test('an empty name is refused', async () => {
		expect(failureIn(await send('={{ " " }}')).error).toMatch(/name of the group is empty/);
		expect(await sandbox.control(provider).calls()).toEqual([]);
	});

	test('Get Many finds groups by a part of their name', async () => {
		const control = sandbox.control(provider);
		for (let at = 0; at < 12; at++) await control.seed(1, `Team ${at}`);
		const wanted = [await control.seed(1, 'The Crew'), await control.seed(1, 'crew two')];

		const all = await sandbox.run(provider, 'group.getMany', {
			filters: { nameContains: ' CREW' },
		});
		const first = await sandbox.run(provider, 'group.getMany', {
			limit: 1,
			filters: { nameContains: 'crew' },
		});

		expect(all.json.map(({ groupId }) => groupId)).toEqual(wanted.map(({ id }) => id));
		expect(first.json.map(({ groupId }) => groupId)).toEqual([firstOf(wanted).id]);
	});
});
