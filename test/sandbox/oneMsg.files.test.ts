import { sampleFile } from '../../sandbox/world/files';
import { client, type Json, metaError, person, until, useSandbox } from './support';

const setup = useSandbox('oneMsg');
const api = () => {
	const { baseUrl, channelId, apiKey } = setup.sandbox.accounts.oneMsg;
	return client(`${baseUrl}/${channelId}`, { Authorization: `Bearer ${apiKey}` });
};
const photo = sampleFile('photo.jpg')!.bytes;
const inline = `data:image/jpeg;base64,${photo.toString('base64')}`;
const link = 'https://files.example/plan.pdf';
const error = { status: 400, data: { error: expect.anything() } };
const namespace = 'sandbox_templates';
const english = { policy: 'deterministic', code: 'en' };
const received = async (count: number): Promise<Json[]> => {
	await until(() => setup.receiver.received.length >= count);
	return setup.receiver.received.map(({ body }) => body);
};

describe('groups', () => {
	it('are changed', async () => {
		const { id } = await setup.control.seed();
		const change = { subject: 'New', description: 'Text', profile_picture_file: inline };
		expect((await api().post(`/groups/${id}`, change)).data).toMatchObject({ success: true });
		expect(await setup.control.group(id)).toMatchObject({
			subject: 'New',
			description: 'Text',
			picture: { mimeType: 'image/jpeg' },
		});
		await api().post(`/groups/${id}`, { profile_picture_file: link });
		expect((await setup.control.group(id)).picture).toEqual({ link });
	});

	it.each([{}, { subject: '' }, { profile_picture_file: 'plan.pdf' }])(
		'are not changed by %j',
		async (change) => {
			const { id } = await setup.control.seed();
			expect(await api().post(`/groups/${id}`, change)).toMatchObject(error);
		},
	);

	it('are deleted', async () => {
		const { id } = await setup.control.seed();
		expect((await api().delete(`/groups/${id}`)).data).toEqual({
			success: true,
			response: expect.any(Object),
		});
		expect((await api().delete(`/groups/${id}`)).data).toMatchObject({ error: { code: 131041 } });
	});
});

describe('files', () => {
	const sendFile = async (id: string, message: object) =>
		await api().post('/sendFile', { chatId: `${id}@g.us`, ...message });

	it.each([
		['an address', { body: link, filename: 'plan.pdf', caption: 'Read' }, 'document'],
		['a data URI', { body: inline, filename: 'a.jpg', caption: 'Read' }, 'image'],
	])('are sent as %s', async (_what, message, type) => {
		const { id } = await setup.control.seed();
		expect((await sendFile(id, message)).data).toMatchObject({ sent: true });
		expect((await setup.control.group(id)).messages).toMatchObject([
			{ type, media: { caption: 'Read', filename: message.filename } },
		]);
	});

	it('are sent by the id of an upload, and looked up and deleted', async () => {
		const { id } = await setup.control.seed();
		const { mediaId } = (await api().post('/uploadMedia', { body: inline })).data;
		expect((await sendFile(id, { mediaId, mediaType: 'image' })).data.sent).toBe(true);
		expect((await sendFile(id, { mediaId, mediaType: 'video' })).data.sent).toBe(false);
		const { data } = await api().get('/retrieveMedia', { params: { mediaId } });
		expect(data).toMatchObject({ id: mediaId, mimeType: 'image/jpeg', fileSize: photo.length });
		const file = await client('').get(data.url, { responseType: 'arraybuffer' });
		expect(photo.equals(file.data)).toBe(true);
		expect((await api().delete(`/media/${mediaId}`)).data).toEqual({ success: true });
		expect(await api().get('/retrieveMedia', { params: { mediaId } })).toMatchObject(error);
		expect((await sendFile(id, { mediaId, mediaType: 'image' })).data.sent).toBe(false);
	});

	it.each([
		{ body: link },
		{ filename: 'plan.pdf' },
		{ mediaId: '1' },
		{ body: link, filename: 'plan.pdf', mediaId: '1', mediaType: 'image' },
		{ body: 'plan.pdf', filename: 'plan.pdf' },
		{ body: link, filename: 'plan.pdf', caption: 'x'.repeat(1025) },
	])('are refused as %j', async (message) => {
		const { id } = await setup.control.seed();
		expect(await sendFile(id, message)).toMatchObject(error);
	});

	it('come by webhook as links, voice notes as such', async () => {
		await api().post('/settings', { webhookUrl: setup.receiver.url });
		const group = await setup.control.seed();
		await setup.control.write(group, '', { text: undefined, type: 'image', caption: 'Look' });
		const [message] = (await received(1))[0].messages;
		expect(message).toMatchObject({ type: 'image', caption: 'Look' });
		const file = await client('').get(message.body, { responseType: 'arraybuffer' });
		expect(photo.equals(file.data)).toBe(true);
		const voice = { body: 'data:audio/ogg;base64,T2dnUw==', filename: 'a.ogg', voice: true };
		await sendFile(group.id, voice);
		expect((await received(2))[1].messages).toMatchObject([{ type: 'ptt', fromMe: true }]);
		const location = { latitude: 1.5, longitude: 2 };
		await setup.control.write(group, '', { text: undefined, type: 'location', location });
		expect((await received(3))[2].messages).toMatchObject([{ type: 'location', body: '1.5;2' }]);
	});
});

describe('templates', () => {
	const params = [
		{ type: 'body', parameters: ['Ada', '17'].map((text) => ({ type: 'text', text })) },
	];
	const message = { template: 'order_update', language: english, namespace, params };

	it('are listed with their namespace', async () => {
		const { templates } = (await api().get('/templates?limit=2&offset=1&sort=name')).data;
		expect(templates).toMatchObject([
			{ name: 'group_invite_link', namespace },
			{ name: 'group_notice', namespace, status: 'approved' },
		]);
	});

	it('are sent to a group whatever the window, and to a person', async () => {
		const { id } = await setup.control.seed();
		await setup.control.set({ windowClosed: true });
		const sent = await api().post('/sendTemplate', { ...message, chatId: `${id}@g.us` });
		expect(sent.data).toMatchObject({ sent: true });
		expect((await setup.control.group(id)).messages).toMatchObject([{ type: 'template' }]);
		const toPerson = await api().post('/sendTemplate', { ...message, phone: person(1).id });
		expect(toPerson.data).toMatchObject({ sent: true });
	});

	it('invite one person', async () => {
		const { id } = await setup.control.seed(0);
		const parameters = [{ type: 'group_id', group_id: id }];
		const { data } = await api().post('/sendTemplate', {
			template: 'group_invite_link',
			language: english,
			namespace,
			params: [{ type: 'body', parameters }],
			phone: person(1).id,
		});
		expect((await setup.control.http.get('/invitations')).data).toMatchObject([
			{ to: person(1).id, groupId: id, messageId: data.id },
		]);
	});

	it('are refused when name, language, namespace or parameters are wrong', async () => {
		const chatId = `${(await setup.control.seed()).id}@g.us`;
		const wrong = [{ template: 'x' }, { language: { ...english, code: 'xx' } }, { namespace: 'x' }];
		for (const change of wrong) {
			const { data } = await api().post('/sendTemplate', { ...message, ...change, chatId });
			expect(data).toEqual({ sent: false, message: 'template is not defined' });
		}
		const fewer = await api().post('/sendTemplate', { ...message, params: [], chatId });
		expect(fewer).toMatchObject({ status: 400, data: metaError(132000) });
		const words = await api().post('/sendTemplate', { ...message, params: ['Ada'], chatId });
		expect(words).toMatchObject(error);
	});
});

it('keeps messages', async () => {
	const group = await setup.control.seed();
	const chatId = `${group.id}@g.us`;
	await setup.control.write(group, 'one');
	const quotedMsgId = (await setup.control.write(group, 'two')).data.id;
	await api().post('/sendMessage', { chatId, body: 'three', quotedMsgId });
	await setup.control.http.post('/direct-messages', { from: person(3).id, text: 'four' });
	const bodies = async (params: object) =>
		(await api().get('/messages', { params })).data.messages.map(({ body }: Json) => body);
	expect(await bodies({})).toEqual(['one', 'two', 'three', 'four']);
	expect(await bodies({ chatId, limit: 2 })).toEqual(['one', 'two']);
	expect(await bodies({ chatId, limit: 2, last: true })).toEqual(['two', 'three']);
	expect(await bodies({ firstMessageNumber: 2, lastMessageNumber: 3 })).toEqual(['two', 'three']);
	expect(await bodies({ msgId: quotedMsgId })).toEqual(['two']);
	expect(await bodies({ min_time: 4e9 })).toEqual([]);
	const [, , third] = (await api().get('/messages')).data.messages;
	expect(third).toMatchObject({ quotedMsgId, fromMe: true, messageNumber: 3 });
	await setup.control.set({ keepHistory: false });
	expect((await api().get('/messages')).data).toEqual({
		notice: expect.any(String),
		messages: [],
	});
});
