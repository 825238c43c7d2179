import { personOf } from '../../nodes/WhatsAppGroups/contract/people';
import { person } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { useSandbox } from './support/sandbox';
import { liveTrigger, useN8n } from './support/liveTrigger';
import { setRawHooks } from './support/webhooks';

const sandbox = useSandbox();
const server = useN8n();
const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);

test('360dialog: people who join and leave start runs', async () => {
	const control = sandbox.control('dialog360');
	const group = await control.seed(1);
	await liveTrigger(sandbox, server.n8n, 'dialog360');

	await control.join(group.inviteLink, 1);
	await server.n8n.items(1);
	await control.leave(group, 0);

	const items = await server.n8n.items(2);
	const common = {
		provider: 'dialog360',
		groupId: group.id,
		messageId: null,
		timestamp: isoTime,
	};
	expect(items).toMatchObject([
		{ ...common, event: 'participant.joined', participants: [personOf({ ids: [person(1).id] })] },
		{
			...common,
			event: 'participant.left',
			participants: [personOf({ ids: [person(0).id] })],
			initiatedBy: 'participant',
		},
	]);
});

test.each([false, true])(
	'360dialog: “group.created” matches the call that created it (later: %s)',
	async (asynchronousCreate) => {
		const control = sandbox.control('dialog360');
		await control.set({ asynchronousCreate });
		await liveTrigger(sandbox, server.n8n, 'dialog360', { events: ['group.created'] });

		const { json } = await sandbox.run('dialog360', 'group.create', {
			subject: 'Launch crew',
			options: { description: 'All about it', joinApprovalMode: 'approval_required' },
		});

		const [item] = await server.n8n.started(1);
		const group = firstOf(await control.groups());
		expect(item).toStrictEqual({
			eventId: expect.any(String),
			event: 'group.created',
			provider: 'dialog360',
			groupId: group.id,
			messageId: null,
			timestamp: isoTime,
			number: { id: expect.any(String), phone: expect.any(String) },
			requestId: asynchronousCreate ? firstOf(json).requestId : expect.any(String),
			group: {
				subject: 'Launch crew',
				description: 'All about it',
				inviteLink: group.inviteLink,
				joinApprovalMode: 'approval_required',
			},
		});
		expect(firstOf(json).groupId).toBe(group.id);
	},
);

test('1MSG with raw hooks: messages as usual, and the rest as “other” in its own form', async () => {
	const control = sandbox.control('oneMsg');
	const group = await control.seed(1);
	await liveTrigger(sandbox, server.n8n, 'oneMsg');
	await setRawHooks(sandbox);

	const { data: message } = await control.write(group, 'Hi');
	await server.n8n.items(1);
	await control.join(group.inviteLink, 1);

	const [received, joined] = await server.n8n.items(2);
	expect(received).toMatchObject({
		event: 'message.received',
		provider: 'oneMsg',
		groupId: group.id,
		messageId: message.id,
		message: { type: 'text', text: 'Hi' },
	});
	expect(joined).toMatchObject({ event: 'other', provider: 'oneMsg' });
	expect(JSON.stringify(joined!.raw)).toContain('group_participants_add');
});
