import { firstOf } from '../support/firstOf';
import { client, type Json, person, until, useSandbox } from './support';

const setup = useSandbox('dialog360');

const api = () => {
	const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
	return client(baseUrl, { 'D360-API-KEY': apiKey });
};
const register = async (headers: object = {}) =>
	await api().post('/v1/configs/webhook', { url: setup.receiver.url, headers });

/** Meta's envelope around one change, as meta-groups section 5 prints it. */
const change = (field: string, value: object) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: expect.any(String),
			changes: [
				{
					field,
					value: {
						messaging_product: 'whatsapp',
						metadata: {
							display_phone_number: '15550001111',
							phone_number_id: expect.any(String),
						},
						...value,
					},
				},
			],
		},
	],
});
const seconds = expect.stringMatching(/^\d{10}$/);
const received = async (count: number): Promise<Json[]> => {
	await until(() => setup.receiver.received.length >= count);
	return setup.receiver.received.map(({ body }) => body);
};
const text = (to: string) => ({
	messaging_product: 'whatsapp',
	recipient_type: 'group',
	to,
	type: 'text',
	text: { body: 'Hello' },
});

it.each([true, false])('reports a created group (asynchronous: %s)', async (asynchronousCreate) => {
	await register();
	await setup.control.set({ asynchronousCreate });
	const { data } = await api().post('/groups', {
		messaging_product: 'whatsapp',
		subject: 'Launch crew',
		description: 'All of us',
	});
	const group = firstOf(await setup.control.groups());
	expect(data).toEqual(
		asynchronousCreate
			? { messaging_product: 'whatsapp', request_id: expect.any(String) }
			: { id: group.id },
	);
	expect(await received(1)).toEqual([
		change('group_lifecycle_update', {
			groups: [
				{
					timestamp: seconds,
					group_id: group.id,
					type: 'group_create',
					request_id: data.request_id ?? expect.any(String),
					subject: 'Launch crew',
					description: 'All of us',
					invite_link: group.inviteLink,
					join_approval_mode: 'auto_approve',
				},
			],
		}),
	]);
});

it('reports people who join and leave', async () => {
	await register();
	const group = await setup.control.seed(0);
	await setup.control.join(group.inviteLink, 0);
	const [joined] = await received(1);
	expect(joined).toEqual(
		change('group_participants_update', {
			groups: [
				{
					timestamp: seconds,
					group_id: group.id,
					type: 'group_participants_add',
					reason: 'invite_link',
					added_participants: [{ input: person(0).id, wa_id: person(0).id }],
				},
			],
		}),
	);
	await setup.control.leave(group, 0);
	expect((await received(2))[1]).toEqual(
		change('group_participants_update', {
			groups: [
				{
					timestamp: seconds,
					group_id: group.id,
					type: 'group_participants_remove',
					initiated_by: 'participant',
					removed_participants: [{ wa_id: person(0).id }],
				},
			],
		}),
	);
});

it('delivers messages of participants, and one-to-one messages without a group', async () => {
	await register({ 'X-Secret': 'passed on' });
	const group = await setup.control.seed(1);
	const { data: message } = await setup.control.write(group, 'Hi');
	const [incoming] = await received(1);
	expect(incoming).toEqual(
		change('messages', {
			contacts: [{ profile: { name: 'Person 0' }, wa_id: person(0).id }],
			messages: [
				{
					from: person(0).id,
					group_id: group.id,
					id: message.id,
					timestamp: seconds,
					type: 'text',
					text: { body: 'Hi' },
				},
			],
		}),
	);
	expect(firstOf(setup.receiver.received).headers['x-secret']).toBe('passed on');

	await setup.control.http.post('/direct-messages', { from: person(5).id, text: 'Only you' });
	const [direct] = (await received(2))[1].entry[0].changes[0].value.messages;
	expect(direct).not.toHaveProperty('group_id');
});

it('reports the statuses of own messages, aggregated', async () => {
	await register();
	const group = await setup.control.seed(2);
	const id = (await api().post('/messages', text(group.id))).data.messages[0].id;
	const status = (value: string, participant?: string) => ({
		id,
		status: value,
		timestamp: seconds,
		recipient_id: group.id,
		recipient_type: 'group',
		...(participant && { recipient_participant_id: participant }),
		...(value === 'delivered' && {
			pricing: { billable: true, pricing_model: 'PMP', category: 'group_service' },
		}),
	});
	const first = await received(2);
	expect(first).toContainEqual(change('messages', { statuses: [status('sent')] }));
	expect(first).toContainEqual(
		change('messages', {
			statuses: [status('delivered', person(0).id), status('delivered', person(1).id)],
		}),
	);
	await setup.control.read(group, 1, id);
	expect((await received(3))[2]).toEqual(
		change('messages', { statuses: [status('read', person(1).id)] }),
	);
	expect(firstOf((await setup.control.group(group)).messages).statuses).toEqual({
		[person(0).id]: 'delivered',
		[person(1).id]: 'read',
	});
});

it('accepts a message and reports its failure when the window is closed', async () => {
	await register();
	await setup.control.set({ windowClosed: true });
	const group = await setup.control.seed(1);
	expect((await api().post('/messages', text(group.id))).status).toBe(200);
	const [failure] = await received(1);
	expect(failure.entry[0].changes[0].value.statuses).toMatchObject([
		{ status: 'failed', errors: [{ code: 131047, error_data: { details: expect.any(String) } }] },
	]);
	expect((await setup.control.group(group)).messages).toEqual([]);
});

it('delivers again until the answer is exactly 200', async () => {
	await register();
	await setup.control.set({ redeliveryBaseMs: 5 });
	setup.receiver.statuses.push(500, 201, 302);
	await setup.control.write(await setup.control.seed(1), 'Hi');
	const delivery = await until(async () =>
		(await setup.control.deliveries()).find(({ state }) => state === 'delivered'),
	);
	expect(delivery.attempts.map(({ status }) => status)).toEqual([500, 201, 302, 200]);
	expect(new Set(setup.receiver.received.map(({ raw }) => raw)).size).toBe(1);
});

it('gives up an attempt after five seconds', async () => {
	await register();
	setup.receiver.pauses.push(5500);
	await setup.control.write(await setup.control.seed(1), 'Hi');
	const delivery = await until(async () =>
		(await setup.control.deliveries()).find(({ state }) => state === 'delivered'),
	);
	expect(delivery.attempts).toMatchObject([{ error: expect.any(String) }, { status: 200 }]);
});

it('gives up after a bounded number of attempts', async () => {
	await register();
	await setup.control.set({ redeliveryBaseMs: 1 });
	setup.receiver.statuses.push(...Array<number>(20).fill(500));
	await setup.control.write(await setup.control.seed(1), 'Hi');
	const delivery = await until(async () =>
		(await setup.control.deliveries()).find(({ state }) => state === 'failed'),
	);
	expect(delivery.attempts).toHaveLength(6);
});

it('repeats a delivery on request', async () => {
	await register();
	await setup.control.write(await setup.control.seed(1), 'Hi');
	const { id } = await until(async () =>
		(await setup.control.deliveries()).find(({ state }) => state === 'delivered'),
	);
	const { data } = await setup.control.http.post(`/deliveries/${id}/repeat`);
	expect(data.attempts).toHaveLength(2);
	expect(setup.receiver.received[1]!.raw).toBe(firstOf(setup.receiver.received).raw);
});
