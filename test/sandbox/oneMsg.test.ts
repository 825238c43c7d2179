import { firstOf } from '../support/firstOf';
import { client, type Json, person, until, useSandbox } from './support';

const setup = useSandbox('oneMsg');

const root = () => {
	const { baseUrl, channelId } = setup.sandbox.accounts.oneMsg;
	return `${baseUrl}/${channelId}`;
};
const api = () =>
	client(root(), { Authorization: `Bearer ${setup.sandbox.accounts.oneMsg.apiKey}` });
const error = { error: expect.any(String) };
const metaError = (code: number) => ({ error: expect.objectContaining({ code }) });
const received = async (count: number): Promise<Json[]> => {
	await until(() => setup.receiver.received.length >= count);
	return setup.receiver.received.map(({ body }) => body);
};
const register = async (flags: object = {}) =>
	await api().post('/settings', { webhookUrl: setup.receiver.url, ...flags });
const send = async (group: { id: string }, body = 'Hello') =>
	await api().post('/sendMessage', { chatId: `${group.id}@g.us`, body });

describe('authentication', () => {
	const key = () => setup.sandbox.accounts.oneMsg.apiKey;

	it('accepts the key as a bearer or in the query', async () => {
		expect((await api().get('/status')).status).toBe(200);
		expect((await client(root()).get('/status', { params: { token: key() } })).status).toBe(200);
	});

	it('refuses a missing or wrong key, and a stale one in the query wins', async () => {
		const wrong = client(root(), { Authorization: 'Bearer wrong' });
		for (const answer of [
			await client(root()).get('/status'),
			await wrong.get('/status'),
			await api().get('/status?token=stale'),
		]) {
			expect(answer).toMatchObject({ status: 401, data: error });
		}
	});

	it('has a key that names its channel', () => {
		const payload = Buffer.from(key().split('.')[1]!, 'base64url').toString();
		expect(JSON.parse(payload)).toEqual({
			instanceId: setup.sandbox.accounts.oneMsg.channelId,
		});
	});
});

describe('groups', () => {
	it('creates one and answers its id, or a request id when asynchronous', async () => {
		const { data } = await api().post('/groups', { groupName: 'Launch crew', description: 'We' });
		expect(data).toMatchObject({ id: expect.any(String), subject: 'Launch crew' });
		expect(await setup.control.group(data.id)).toMatchObject({ description: 'We' });

		await setup.control.set({ asynchronousCreate: true });
		const later = await api().post('/groups', { groupName: 'Second crew' });
		expect(later.data).toEqual({ messaging_product: 'whatsapp', request_id: expect.any(String) });
		expect(await setup.control.groups()).toHaveLength(2);
	});

	it.each([{}, { subject: 'Launch crew' }, { groupName: '' }])(
		'refuses to create from %j',
		async (body) => {
			expect(await api().post('/groups', body)).toMatchObject({ status: 400, data: error });
		},
	);

	it('pages through all groups', async () => {
		const groups = [await setup.control.seed(), await setup.control.seed()];
		const first = await api().get('/groups?limit=1');
		expect(first.data.groups).toMatchObject([{ id: firstOf(groups).id }]);
		const { after } = first.data.paging.cursors;
		const second = await api().get('/groups', { params: { limit: 1, after } });
		expect(second.data.groups).toMatchObject([{ id: groups[1]!.id }]);
		expect(await api().get('/groups?after=broken')).toMatchObject({
			status: 400,
			data: metaError(131059),
		});
	});

	it('answers a group and its link, which a reset replaces', async () => {
		const group = await setup.control.seed(1);
		const info = await api().get(`/groups/${group.id}?fields=subject,participants`);
		expect(info.data).toMatchObject({ id: group.id, participants: [{ wa_id: person(0).id }] });
		const old = (await api().get(`/groups/${group.id}/inviteLink`)).data.invite_link;
		expect(old).toBe(group.inviteLink);
		const renewed = (await api().post(`/groups/${group.id}/inviteLink`)).data.invite_link;
		expect(renewed).not.toBe(old);
		expect((await setup.control.join(old, 1)).status).toBe(409);
	});

	it('accepts group IDs without @g.us', async () => {
		const group = await setup.control.seed(1);
		const answer = await api().get(`/groups/${group.id}@g.us/inviteLink`);
		expect(answer).toMatchObject({ status: 400, data: metaError(131041) });
	});
});

describe('sends', () => {
	it('sends to a group', async () => {
		const group = await setup.control.seed(1);
		expect((await send(group)).data).toMatchObject({
			sent: true,
			id: expect.stringMatching(/^wamid\./),
			message: expect.any(String),
		});
		expect((await setup.control.group(group)).messages).toMatchObject([{ text: 'Hello' }]);
	});

	it.each([
		{ body: 'Hello' },
		{ body: 'Hello', chatId: '1@g.us', phone: '15550002222' },
		{ body: 'Hello', chatId: '1' },
		{ body: 'Hello', phone: '+15550002222' },
		{ body: '', chatId: '1@g.us' },
		{ body: 'x'.repeat(4097), chatId: '1@g.us' },
		{ body: 'Hello', chatId: '1@g.us', quotedMsgId: 'msg' },
	])('refuses %j', async (message) => {
		expect(await api().post('/sendMessage', message)).toMatchObject({ status: 400, data: error });
	});

	it('answers failed sends with 200 and sent: false', async () => {
		const notSent = { status: 200, data: { sent: false, message: expect.any(String) } };
		expect(await send({ id: '1' })).toMatchObject(notSent);
		expect(await send(await setup.control.seed(0))).toMatchObject(notSent);
		await setup.control.set({ windowClosed: true });
		const closed = await send(await setup.control.seed(1));
		expect(closed.data).toEqual({ sent: false, message: 'Dialog window is closed' });
	});

	it('answers queued sends with a job id', async () => {
		await setup.control.set({ queueSends: true });
		const group = await setup.control.seed(1);
		expect((await send(group)).data).toEqual({
			sent: false,
			jobId: expect.any(String),
			message: expect.any(String),
		});
		expect((await setup.control.group(group)).messages).toHaveLength(1);
	});
});

describe('webhook registration', () => {
	it('replaces the list, and clears it through the settings', async () => {
		const urls = ['https://a.example/1', 'https://b.example/2'];
		expect((await api().get('/webhook')).data).toEqual({ webhookUrl: '' });
		expect((await api().post('/webhook', { webhookUrl: urls })).data).toMatchObject({ set: true });
		expect((await api().get('/webhook')).data).toEqual({ webhookUrl: urls });
		await api().post('/webhook', { webhookUrl: urls[1] });
		expect((await api().get('/webhook')).data).toEqual({ webhookUrl: urls[1] });
		await api().post('/settings', { webhookUrl: '' });
		expect((await api().get('/webhook')).data).toEqual({ webhookUrl: '' });
	});

	it('rejects a sixth URL and an invalid one', async () => {
		const urls = Array.from({ length: 6 }, (_, index) => `https://a.example/${index}`);
		expect((await api().post('/webhook', { webhookUrl: urls.slice(1) })).status).toBe(200);
		for (const webhookUrl of [urls, [], '', 'nowhere', 'http://']) {
			expect(await api().post('/webhook', { webhookUrl })).toMatchObject({
				status: 400,
				data: error,
			});
		}
		expect((await api().get('/webhook')).data).toEqual({ webhookUrl: urls.slice(1) });
	});

	it('changes only the settings that are sent', async () => {
		await register();
		const { data } = await api().post('/settings', { ackNotificationsOn: true });
		expect(data).toEqual({
			ackNotificationsOn: true,
			guaranteedHooks: false,
			rawHooks: false,
			webhookUrl: setup.receiver.url,
		});
		expect((await api().get('/settings')).data).toEqual(data);
	});
});

describe('webhooks', () => {
	it('delivers messages of participants in the normalized form', async () => {
		await register();
		const group = await setup.control.seed(1);
		const { data: message } = await setup.control.write(group, 'Hi all');
		expect(await received(1)).toEqual([
			{
				instanceId: '123456',
				messages: [
					{
						id: message.id,
						body: 'Hi all',
						fromMe: false,
						self: 0,
						isForwarded: 0,
						author: `${person(0).id}@c.us`,
						time: expect.any(Number),
						chatId: `${group.id}@g.us`,
						type: 'chat',
						senderName: 'Person 0',
						caption: null,
						quotedMsgId: null,
						chatName: 'Launch crew',
						messageNumber: 1,
						metadata: {},
					},
				],
			},
		]);
		await setup.control.http.post('/direct-messages', { from: person(3).id, text: 'You' });
		expect((await received(2))[1].messages[0].chatId).toBe(`${person(3).id}@c.us`);
	});

	it('delivers own messages always, acks only when they are on', async () => {
		await register();
		const group = await setup.control.seed(1);
		const quiet = (await send(group)).data.id;
		expect(await received(1)).toMatchObject([{ messages: [{ id: quiet, fromMe: true }] }]);

		await api().post('/settings', { ackNotificationsOn: true });
		const { id } = (await send(group)).data;
		await received(4);
		await setup.control.read(group, 0, id);
		const ack = (status: string, more: object = {}) => ({
			instanceId: '123456',
			ack: [{ id, chatId: `${group.id}@g.us`, status, ...more }],
		});
		const bodies = await received(5);
		expect(bodies).toContainEqual(ack('sent'));
		for (const status of ['delivered', 'read']) {
			expect(bodies).toContainEqual(ack(status, { phone: person(0).id }));
		}
	});

	it("delivers Meta's form when raw hooks are on", async () => {
		await register({ rawHooks: true });
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Hi');
		const [body] = await received(1);
		expect(body).toMatchObject({ instanceId: '123456', object: 'whatsapp_business_account' });
		expect(body.entry[0].changes[0].value.messages).toMatchObject([{ group_id: group.id }]);
		await send(group);
		const echo = (await received(2))[1].entry[0].changes[0];
		expect(echo.value.message_echoes).toMatchObject([{ group_id: group.id }]);
	});

	it('delivers to every URL and accepts any 2xx', async () => {
		const urls = [`${setup.receiver.url}/a`, `${setup.receiver.url}/b`];
		await api().post('/webhook', { webhookUrl: urls });
		setup.receiver.statuses.push(204, 201);
		await setup.control.write(await setup.control.seed(1), 'Hi');
		await received(2);
		expect(setup.receiver.received.map(({ path }) => path).sort()).toEqual(['/hook/a', '/hook/b']);
		await until(async () =>
			(await setup.control.deliveries()).every(({ state }) => state === 'delivered'),
		);
	});

	it.each([
		[false, [500], 'failed'],
		[true, [500, 200], 'delivered'],
	])('repeats only when guaranteed (%s)', async (guaranteedHooks, attempts, state) => {
		await register({ guaranteedHooks });
		await setup.control.set({ redeliveryBaseMs: 5 });
		setup.receiver.statuses.push(500);
		await setup.control.write(await setup.control.seed(1), 'Hi');
		const delivery = await until(async () =>
			(await setup.control.deliveries()).find((candidate) => candidate.state !== 'pending'),
		);
		expect(delivery.state).toBe(state);
		expect(delivery.attempts.map(({ status }) => status)).toEqual(attempts);
	});

	it('waits for a slow answer', async () => {
		await register();
		setup.receiver.pauses.push(5500);
		await setup.control.write(await setup.control.seed(1), 'Hi');
		const delivery = await until(async () =>
			(await setup.control.deliveries()).find(({ state }) => state !== 'pending'),
		);
		expect(delivery.attempts).toMatchObject([{ status: 200 }]);
	});
});
