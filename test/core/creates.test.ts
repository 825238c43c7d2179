import { providerNames, type ProviderName } from '../../sandbox/providers';
import { until } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { failureIn, useSandbox } from './support/sandbox';
import { forward } from './support/forward';
import { startServer } from './support/servers';

const sandbox = useSandbox();

/** Both ways are documented for these. Meta always creates later, A1Base always immediately. */
const onMeta = ['dialog360', 'oneMsg'] as const;
const later: ProviderName[] = ['dialog360', 'oneMsg', 'metaCloud'];
const onError = 'continueRegularOutput';

/** The provider creates groups only after its response, if it has a choice. */
const createLater = async (provider: ProviderName, settings: object = {}) =>
	await sandbox
		.control(provider)
		.set({ ...settings, ...(provider === 'metaCloud' ? {} : { asynchronousCreate: true }) });

const creations = async (provider: ProviderName) =>
	(await sandbox.control(provider).calls()).filter(
		({ method, path }) => method === 'POST' && path.endsWith('/groups'),
	);

const listReads = async (provider: ProviderName) =>
	(await sandbox.control(provider).calls()).filter(
		({ method, path }) => method === 'GET' && path.endsWith('/groups'),
	).length;

test.each(onMeta)('%s: the items of a run share the list of groups', async (provider) => {
	await sandbox.control(provider).seed(1, 'Launch crew');

	const subject = 'Launch crew';
	const { json } = await sandbox.run(
		provider,
		'group.create',
		{ subject },
		{ input: [{}, {}, {}] },
	);

	expect(new Set(json.map(({ groupId }) => groupId)).size).toBe(3);
	expect(await listReads(provider)).toBe(1);
});

test.each(onMeta)('%s: a group created immediately has its ID', async (provider) => {
	const control = sandbox.control(provider);

	const { json } = await sandbox.run(provider, 'group.create', {
		subject: 'Launch crew',
		options: { description: 'All about it' },
	});

	const group = firstOf(await control.groups());
	expect(group.description).toBe('All about it');
	expect(json).toMatchObject([
		{ groupId: group.id, subject: 'Launch crew', description: 'All about it', requestId: null },
	]);
});

describe.each(later)('%s, which creates the group later', (provider) => {
	test('the node waits for the group, and returns its id and its invite link', async () => {
		await createLater(provider, { createDelayMs: 700 });

		const { json } = await sandbox.run(provider, 'group.create', { subject: 'Launch crew' });

		const group = firstOf(await sandbox.control(provider).groups());
		expect(json).toMatchObject([
			{
				groupId: group.id,
				inviteLink: group.inviteLink,
				requestId: expect.any(String),
				created: true,
				advice: null,
			},
		]);
		expect(await creations(provider)).toHaveLength(1);
	});

	test("an older group of the same name isn't mistaken for the new one", async () => {
		const old = await sandbox.control(provider).seed(1, 'Launch crew');
		await createLater(provider, { createDelayMs: 700 });

		const { json } = await sandbox.run(provider, 'group.create', { subject: 'Launch crew' });

		const groups = await sandbox.control(provider).groups();
		expect(groups).toHaveLength(2);
		expect(firstOf(json).groupId).toBe(groups.find(({ id }) => id !== old.id)?.id);
	});

	test('groups with the same name in one run are kept apart', async () => {
		await createLater(provider, { createDelayMs: 300 });

		const subject = 'Launch crew';
		const { json } = await sandbox.run(provider, 'group.create', { subject }, { input: [{}, {}] });

		const groups = await sandbox.control(provider).groups();
		expect(json.map(({ groupId }) => groupId)).toEqual(groups.map(({ id }) => id));
		// Before the first one, and after each.
		expect(await listReads(provider)).toBe(3);
	});

	test('a group that comes too late ends with the request id and what to do', async () => {
		await createLater(provider, { createDelayMs: 60_000 });

		const { json, error } = await sandbox.run(provider, 'group.create', {
			subject: 'Launch crew',
			options: { waitSeconds: 1 },
		});

		expect(error).toBeUndefined();
		const { answer } = firstOf(await creations(provider));
		expect(json).toMatchObject([
			{
				groupId: null,
				inviteLink: null,
				requestId: (answer as { request_id: string }).request_id,
				advice: expect.stringMatching(/still creating.*Don't create it again.*Group Created/),
			},
		]);
		expect(await creations(provider)).toHaveLength(1);
	});

	test('if somebody else creates one of the same name meanwhile, neither is chosen', async () => {
		await createLater(provider, { createDelayMs: 100 });
		const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
		const busy = await startServer(async (request, response) => {
			if (request.method === 'POST') await sandbox.control(provider).seed(0, 'launch  CREW');
			await forward(origin, request, response);
		});
		const account = { baseUrl: busy.url + pathname.replace(/\/$/, '') };

		const { json } = await sandbox.run(
			provider,
			'group.create',
			{ subject: 'Launch crew' },
			{ account },
		);

		expect(json).toMatchObject([{ groupId: null, requestId: expect.any(String) }]);
		for (const { id } of await sandbox.control(provider).groups()) {
			expect(firstOf(json).advice).toContain(id);
		}
	});

	test('the group is found even if the response gets lost', async () => {
		await createLater(provider, { createDelayMs: 300 });
		const { origin, pathname } = new URL(sandbox.accounts[provider].baseUrl);
		const lossy = await startServer(async (request, response) => {
			if (request.method !== 'POST') return await forward(origin, request, response);
			const { writeHead } = response;
			response.writeHead = () => writeHead.call(response, 500);
			await forward(origin, request, response);
		});
		const account = { baseUrl: lossy.url + pathname.replace(/\/$/, '') };

		const { json } = await sandbox.run(
			provider,
			'group.create',
			{ subject: 'Launch crew' },
			{ account, onError },
		);

		const group = firstOf(await sandbox.control(provider).groups());
		expect(json).toMatchObject([{ groupId: group.id, requestId: null, created: true }]);
		expect(await creations(provider)).toHaveLength(1);
	});

	test('without waiting, the request ID is returned immediately', async () => {
		await createLater(provider, { createDelayMs: 60_000 });

		const { json } = await sandbox.run(provider, 'group.create', {
			subject: 'Launch crew',
			options: { waitForId: false },
		});

		expect(await sandbox.control(provider).calls()).toHaveLength(1);
		expect(json).toMatchObject([{ groupId: null, requestId: expect.any(String) }]);
	});

	test('waiting ends when the run is canceled', async () => {
		await createLater(provider, { createDelayMs: 60_000 });
		const before = performance.now();

		await sandbox.run(
			provider,
			'group.create',
			{ subject: 'Launch crew' },
			{ cancelled: until(async () => (await creations(provider)).length > 0) },
		);

		expect(performance.now() - before).toBeLessThan(5_000);
	});
});

describe.each(providerNames)('%s, if the name exists', (provider) => {
	const participants = '+15550002221';

	test('the existing group is used, whatever the case and the spaces of its name', async () => {
		const old = await sandbox.control(provider).seed(1, 'Café  Crew');

		const { json } = await sandbox.run(provider, 'group.create', {
			subject: ' cafe\u0301 crew',
			participants,
			options: { ifNameExists: 'useExisting' },
		});

		expect(json).toMatchObject([{ groupId: old.id, subject: 'Café  Crew', created: false }]);
		expect(firstOf(json).inviteLink).toBe(provider === 'a1Base' ? null : old.inviteLink);
		expect(await sandbox.control(provider).groups()).toHaveLength(1);
	});

	test('a group is created if there is none', async () => {
		await sandbox.control(provider).seed(1, 'Another crew');

		const { json } = await sandbox.run(
			provider,
			'group.create',
			{ subject: 'Launch crew', participants, options: { ifNameExists: 'useExisting' } },
			{ input: [{}, {}] },
		);

		expect(json).toMatchObject([{ created: true }, { created: false }]);
		expect(json[1]!.groupId).toBe(firstOf(json).groupId);
	});

	test('several groups with the name are refused, and named', async () => {
		const groups = [
			await sandbox.control(provider).seed(1, 'Launch crew'),
			await sandbox.control(provider).seed(1, 'Launch crew'),
		];

		const { error, details } = failureIn(
			await sandbox.run(
				provider,
				'group.create',
				{ subject: 'Launch crew', participants, options: { ifNameExists: 'useExisting' } },
				{ onError },
			),
		);

		expect(error).toBe('2 groups are named “Launch crew”');
		for (const { id } of groups) expect(details.description).toContain(id);
	});

	test('another one is created unless something else is chosen', async () => {
		await sandbox.control(provider).seed(1, 'Launch crew');

		await sandbox.run(provider, 'group.create', { subject: 'Launch crew', participants });

		expect(await sandbox.control(provider).groups()).toHaveLength(2);
	});
});

test('360dialog: join approval is asked for at creation', async () => {
	const { json } = await sandbox.run('dialog360', 'group.create', {
		subject: 'Launch crew',
		options: { joinApprovalMode: 'approval_required' },
	});

	const group = firstOf(await sandbox.control('dialog360').groups());
	expect(group.joinApprovalMode).toBe('approval_required');
	expect(json).toMatchObject([{ joinApprovalMode: 'approval_required' }]);
});

test.each([
	['text with commas and new lines', '+1 555 000 2221, 15550002222\n+1(555)000-2223'],
	['an array', '={{ ["+15550002221", "15550002222", "+1-555-000-2223"] }}'],
])('A1Base: participants as %s, and a first message', async (_form, participants) => {
	const { json, error } = await sandbox.run('a1Base', 'group.create', {
		subject: 'Launch crew',
		participants,
		options: { initialMessage: 'Welcome' },
	});

	expect(error).toBeUndefined();
	const group = firstOf(await sandbox.control('a1Base').groups());
	const people = ['15550002221', '15550002222', '15550002223'];
	expect(group.participants.filter((one) => !one.isBusiness).map(({ id }) => id)).toEqual(people);
	expect(group.messages.map(({ text }) => text)).toEqual(['Welcome']);
	expect(json).toMatchObject([{ participants: people, participantCount: 3 }]);
});
