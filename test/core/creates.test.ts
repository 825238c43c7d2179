import { useSandbox } from './support/sandbox';

const sandbox = useSandbox();

/** Both ways are documented for these. Meta always creates later, and A1Base always at once. */
const onMeta = ['dialog360', 'oneMsg'] as const;

test.each(onMeta)('%s: a group created at once has its id', async (provider) => {
	const control = sandbox.control(provider);

	const { json } = await sandbox.run(provider, 'group.create', {
		subject: 'Launch crew',
		options: { description: 'All about it' },
	});

	const [group] = await control.groups();
	expect(group.description).toBe('All about it');
	expect(json).toMatchObject([
		{ groupId: group.id, subject: 'Launch crew', description: 'All about it', requestId: null },
	]);
});

test.each(onMeta)('%s: a group created later has a request id only', async (provider) => {
	const control = sandbox.control(provider);
	await control.set({ asynchronousCreate: true });

	const { json } = await sandbox.run(provider, 'group.create', { subject: 'Launch crew' });

	const [{ answer }] = await control.calls();
	const { request_id: requestId } = answer as { request_id: string };
	expect(requestId).toMatch(/.+/);
	expect(json).toMatchObject([{ groupId: null, subject: 'Launch crew', requestId }]);
});

test('360dialog: join approval is asked for at creation', async () => {
	const { json } = await sandbox.run('dialog360', 'group.create', {
		subject: 'Launch crew',
		options: { joinApprovalMode: 'approval_required' },
	});

	const [group] = await sandbox.control('dialog360').groups();
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
	const [group] = await sandbox.control('a1Base').groups();
	const people = ['15550002221', '15550002222', '15550002223'];
	expect(group.participants.filter((one) => !one.isBusiness).map(({ id }) => id)).toEqual(people);
	expect(group.messages.map(({ text }) => text)).toEqual(['Welcome']);
	expect(json).toMatchObject([{ participants: people, participantCount: 3 }]);
});
