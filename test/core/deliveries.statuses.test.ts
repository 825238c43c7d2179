import { person } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { groupField, useSandbox } from './support/sandbox';
import { liveTrigger, useN8n } from './support/liveTrigger';

const sandbox = useSandbox();
const server = useN8n();
const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

test('360dialog: statuses come one for each participant', async () => {
	const control = sandbox.control('dialog360');
	const group = await control.seed(2);
	await liveTrigger(sandbox, server.n8n, 'dialog360', { events: ['message.status'] });

	const { json } = await sandbox.run('dialog360', 'message.send', {
		group: groupField(group),
		text: 'From us',
	});
	await server.n8n.started(3);
	await control.read(group, 1, String(firstOf(json).messageId));

	const items = await server.n8n.started(4);
	const status = (value: string, participant: string | null) => ({
		eventId: expect.any(String),
		event: 'message.status',
		provider: 'dialog360',
		groupId: group.id,
		messageId: firstOf(json).messageId,
		timestamp: isoTime,
		number: { id: expect.any(String), phone: expect.any(String) },
		status: expect.objectContaining({
			value,
			participant,
			person: participant && expect.objectContaining({ id: participant }),
			errors: [],
		}),
	});
	// Deliveries may arrive in another order.
	expect(items).toHaveLength(4);
	expect(items).toEqual(
		expect.arrayContaining([
			status('sent', null),
			status('delivered', person(0).id),
			status('delivered', person(1).id),
			status('read', person(1).id),
		]),
	);
	expect(new Set(items.map(({ eventId }) => eventId)).size).toBe(4);
});

test('360dialog: a message that failed later has its error', async () => {
	const control = sandbox.control('dialog360');
	const group = await control.seed(1);
	await control.set({ windowClosed: true });
	await liveTrigger(sandbox, server.n8n, 'dialog360');

	await sandbox.run('dialog360', 'message.send', { group: groupField(group), text: 'Too late' });

	const [item] = await server.n8n.started(1);
	expect(item).toMatchObject({
		event: 'message.status',
		status: {
			value: 'failed',
			participant: null,
			errors: [{ code: '131047', message: expect.any(String), details: expect.any(String) }],
			explanation: expect.stringContaining('24-hour window'),
			advice: expect.stringContaining('template'),
		},
	});
});

test('1MSG: statuses come after the trigger has switched them on', async () => {
	const control = sandbox.control('oneMsg');
	const group = await control.seed(1);
	await liveTrigger(sandbox, server.n8n, 'oneMsg', { events: ['message.status'] });

	const { json } = await sandbox.run('oneMsg', 'message.send', {
		group: groupField(group),
		text: 'From us',
	});
	await server.n8n.started(2);
	await control.read(group, 0, String(firstOf(json).messageId));

	const items = await server.n8n.started(3);
	expect(items.map(({ status }) => (status as { value: string }).value).sort()).toEqual([
		'delivered',
		'read',
		'sent',
	]);
	const reader = {
		id: '15550002220',
		name: null,
		userId: null,
		username: null,
		phone: '15550002220',
	};
	for (const item of items) {
		// `sent` is about the group.
		const person = (item.status as { value: string }).value === 'sent' ? null : reader;
		expect(item).toStrictEqual({
			eventId: expect.any(String),
			event: 'message.status',
			provider: 'oneMsg',
			groupId: group.id,
			messageId: firstOf(json).messageId,
			timestamp: null,
			number: { id: expect.any(String), phone: null },
			status: {
				value: expect.any(String),
				participant: person?.id ?? null,
				person,
				pricing: null,
				errors: [],
				explanation: null,
				advice: null,
			},
		});
	}
});
