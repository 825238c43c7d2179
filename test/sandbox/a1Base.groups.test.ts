import { firstOf } from '../support/firstOf';
import { client, type Json, person, until, useSandbox } from './support';

const setup = useSandbox('a1Base');
const account = () => setup.sandbox.accounts.a1Base;
const api = () =>
	client(account().baseUrl, {
		'X-API-Key': account().apiKey,
		'X-API-Secret': account().apiSecret,
	});
const manage = async (action: string, more: object) =>
	await api().post(`/whatsapp/${account().accountId}/group-management`, {
		action,
		agent_number: account().agentNumber,
		...more,
	});
const refused = { status: 400, data: { status: 'error', message: expect.any(String) } };
const number = (index: number) => `+${person(index).id}`;

it.each([
	['update_name', { name: 'New' }, { subject: 'New' }],
	['update_description', { description: 'Text' }, { description: 'Text' }],
	[
		'update_picture',
		{ image_url: 'https://a.b/c.jpg' },
		{ picture: { link: 'https://a.b/c.jpg' } },
	],
	['update_settings', { setting: 'announcement' }, { adminsOnly: { write: true, edit: false } }],
	['update_settings', { setting: 'locked' }, { adminsOnly: { write: false, edit: true } }],
	['update_settings', { setting: 'unlocked' }, { adminsOnly: { write: false, edit: false } }],
])('%s: %j', async (action, more, changed) => {
	const { id } = await setup.control.seed(1);
	const { status, data } = await manage(action, { thread_id: id, ...more });
	expect({ status, data }).toMatchObject({
		status: 200,
		data: { status: 'success', message: expect.any(String), data: { thread_id: id } },
	});
	expect(await setup.control.group(id)).toMatchObject(changed);
});

it('adds, removes, promotes and demotes members', async () => {
	const { id: thread_id } = await setup.control.seed(1);
	const change = async (action: string, ...indexes: number[]) =>
		await manage(action, { thread_id, participants: indexes.map(number) });
	expect((await change('add_participants', 1, 2)).data.data).toEqual({
		thread_id,
		title: 'Launch crew',
		participants: [number(1), number(2)],
	});
	await change('promote_admin', 1, 2);
	await change('demote_admin', 2);
	await change('remove_participants', 0);
	expect((await setup.control.group(thread_id)).participants).toMatchObject([
		{ isBusiness: true, isAdmin: true },
		{ id: person(1).id, isAdmin: true },
		{ id: person(2).id, isAdmin: false },
	]);
	expect(await change('add_participants', 1)).toMatchObject(refused);
	expect(await change('remove_participants', 0)).toMatchObject(refused);
	expect(await change('promote_admin', 0)).toMatchObject(refused);
	expect((await change('add_participants', 0)).status).toBe(200);
});

it.each([
	['update_name', 'name', {}],
	['update_picture', 'image_url', { image_url: 'c.jpg' }],
	['update_settings', 'setting', { setting: 'loud' }],
	['add_participants', 'participants', { participants: [] }],
])('%s names a wrong %s', async (action, field, more) => {
	const { id: thread_id } = await setup.control.seed(1);
	const { status, data } = await manage(action, { thread_id, ...more });
	expect(status).toBe(422);
	expect(data.detail).toContainEqual(
		expect.objectContaining({ loc: expect.arrayContaining(['body', field]) }),
	);
});

it('refuses what concerns an unknown thread', async () => {
	expect(await manage('update_name', { thread_id: 'nowhere', name: 'New' })).toMatchObject(refused);
});

describe('groups of others', () => {
	const invite = async () =>
		(await setup.control.http.post('/invitations', { groupName: 'Theirs', from: number(0) })).data;
	const threads = `/messages/threads/acc-000/get-all`;

	it('are reported, joined and left', async () => {
		await setup.control.set({ webhookUrl: setup.receiver.url });
		const { group, inviteCode } = await invite();
		await until(() => setup.receiver.received.length > 0);
		expect(firstOf(setup.receiver.received).body).toMatchObject({
			thread_type: 'individual',
			sender_number: number(0),
			message_type: 'group_invite',
			message_content: { groupName: 'Theirs', inviteCode },
		});
		expect((await api().get(threads)).status).toBe(404);
		const joined = await manage('join', { invite_code: inviteCode });
		expect(joined.data.data).toMatchObject({ thread_id: group.id, title: 'Theirs' });
		expect((await api().get(threads)).data.data).toMatchObject([{ id: group.id }]);
		expect(await manage('join', { invite_code: inviteCode })).toMatchObject(refused);

		const thread_id = group.id;
		const add = { thread_id, participants: [number(5)] };
		expect(await manage('add_participants', add)).toMatchObject(refused);
		expect((await manage('leave', { thread_id })).status).toBe(200);
		expect(await manage('leave', { thread_id })).toMatchObject(refused);
		expect((await setup.control.group(group.id)).participants).toMatchObject([
			{ id: person(0).id, isAdmin: true },
		]);
		expect((await manage('join', { thread_id })).status).toBe(200);
	});

	it('are joined by the name that the service has', async () => {
		const { inviteCode: invite_code } = await invite();
		await setup.control.set({ joinAction: 'join_group' });
		const { status, data } = await manage('join', { invite_code });
		expect({ status, data }).toEqual({
			status: 422,
			data: {
				detail: [
					{
						loc: ['body', 'action'],
						msg: expect.stringContaining('join_group'),
						type: expect.any(String),
					},
				],
			},
		});
		expect((await manage('join_group', { invite_code })).status).toBe(200);
		expect((await setup.control.set({ joinAction: 'enter' })).status).toBe(409);
		expect(await manage('join_group', { invite_code: 'unknown' })).toMatchObject(refused);
	});
});

describe('files', () => {
	const send = async (path: string, body: object) =>
		await api().post(`${path}/${account().accountId}`, {
			from: account().agentNumber,
			service: 'whatsapp',
			...body,
		});
	const content = {
		type: 'media',
		media_url: 'https://a.b/film.mp4',
		media_type: 'video',
		caption: 'See',
	};

	it('are sent with their type and caption', async () => {
		const { id: thread_id } = await setup.control.seed(1);
		expect((await send('/send', { type: 'group', thread_id, content })).data).toMatchObject({
			chat_group_id: thread_id,
			body: 'See',
			status: 'queued',
		});
		expect((await setup.control.group(thread_id)).messages).toMatchObject([
			{ type: 'video', text: 'See', media: { link: content.media_url, caption: 'See' } },
		]);
		const direct = await send('/send', { type: 'individual', to: number(3), content });
		expect(direct.data).toMatchObject({ to: number(3), body: 'See' });
	});

	it.each([
		{ type: 'group', content },
		{ type: 'individual', content },
		{ type: 'group', thread_id: 'x', content: { type: 'text', text: 'Hello' } },
		{ type: 'group', thread_id: 'x', content: { ...content, media_type: 'sticker' } },
	])('are not sent as %j', async (body) => {
		expect((await send('/send', body)).status).toBe(422);
	});

	it('are attached to a text', async () => {
		const { id: thread_id } = await setup.control.seed(1);
		const attachment_uri = 'https://a.b/c.png?size=1';
		await api().post(`/messages/group/${account().accountId}/send`, {
			from: account().agentNumber,
			service: 'whatsapp',
			thread_id,
			content: 'Look',
			attachment_uri,
		});
		expect((await setup.control.group(thread_id)).messages).toMatchObject([
			{ type: 'image', text: 'Look', media: { link: attachment_uri } },
		]);
	});
});

describe('messages', () => {
	const recent = (id: string) => `/messages/threads/${account().accountId}/get-recent/${id}`;
	const details = (id: string) => `/messages/individual/${account().accountId}/get-details/${id}`;

	it('are looked up, the newest five of a thread', async () => {
		const group = await setup.control.seed(1);
		for (let count = 1; count <= 6; count++) await setup.control.write(group, `Hi ${count}`);
		const { data } = (await api().get(recent(group.id))).data;
		expect(data.map(({ content }: Json) => content)).toEqual(
			[6, 5, 4, 3, 2].map((count) => `Hi ${count}`),
		);
		expect(data[0]).toMatchObject({ thread_id: group.id, sender_number: number(0) });
		expect((await api().get(details(data[0].id))).data.data).toMatchObject({
			chat_id: group.id,
			from: number(0),
			to: account().agentNumber,
			body: 'Hi 6',
			direction: 'inbound',
		});
		const said = { from: number(4), text: 'You' };
		const { id } = (await setup.control.http.post('/direct-messages', said)).data;
		expect((await api().get(details(id))).data.data).toMatchObject({ from: number(4) });
		expect((await api().get(details('unknown'))).status).toBe(404);
		expect((await api().get(recent('unknown'))).status).toBe(404);
	});

	it.each([
		['image', {}, 'image', { data: expect.stringMatching(/^\/9j\//) }],
		['document', { base64: 'SGk=' }, 'document', { data: 'SGk=' }],
		['reaction', { emoji: '👍' }, 'reaction', { reaction: '👍' }],
		[
			'location',
			{ location: { latitude: 1, longitude: 2, name: 'Here' } },
			'location',
			{
				latitude: 1,
				longitude: 2,
				name: 'Here',
			},
		],
		['unsupported', {}, 'unsupported_message_type', { error: expect.any(String) }],
		['text', { text: 'Agent?', mentionsAgent: true }, 'text', { text: 'Agent?' }],
	])('of the type %s are reported', async (type, more, message_type, message_content) => {
		await setup.control.set({ webhookUrl: setup.receiver.url });
		const group = await setup.control.seed(1);
		expect((await setup.control.write(group, '', { text: undefined, type, ...more })).status).toBe(
			200,
		);
		await until(() => setup.receiver.received.length > 0);
		const { body } = firstOf(setup.receiver.received);
		expect(body).toMatchObject({ message_type, message_content });
		expect(body.agent_mentioned).toBe('mentionsAgent' in more ? true : undefined);
	});
});

it('lets only admins write if that is set', async () => {
	const group = await setup.control.seed(1);
	await manage('update_settings', { thread_id: group.id, setting: 'announcement' });
	expect((await setup.control.write(group, 'Hi')).status).toBe(409);
});

it('lists the threads of a number', async () => {
	const { id } = await setup.control.seed(1);
	const path = `/messages/threads/${account().accountId}/get-all`;
	const own = encodeURIComponent(account().agentNumber);
	expect((await api().get(`${path}/${own}`)).data.data).toMatchObject([{ id }]);
	expect((await api().get(`${path}/%2B1999`)).status).toBe(404);
});
