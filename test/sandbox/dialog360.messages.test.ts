import { templates } from '../../sandbox/providers/cloudApi/templates';
import { sampleFile } from '../../sandbox/world/files';
import { firstOf } from '../support/firstOf';
import { client, form, metaError, person, until, useSandbox } from './support';

const setup = useSandbox('dialog360');
const account = () => setup.sandbox.accounts.dialog360;
const headers = () => ({ 'D360-API-KEY': account().apiKey });
const api = () => client(account().baseUrl, headers());
const product = { messaging_product: 'whatsapp' };
const photo = sampleFile('photo.jpg')!.bytes;

const sendTo = async (to: string, message: object) =>
	await api().post('/messages', { ...product, recipient_type: 'group', to, ...message });
const upload = async (type = 'image/jpeg') =>
	(await api().post('/media', form({ ...product, type }, { file: photo }, type))).data.id as string;
const template = (name: string, components?: object[]) => ({
	type: 'template',
	template: { name, language: { code: 'en' }, components },
});
const body = (...parameters: object[]) => ({ type: 'body', parameters });
const text = (value: string, more = {}) => ({ type: 'text', text: value, ...more });

describe('media messages', () => {
	const link = 'https://example.com/file';

	it.each([
		['image', { link, caption: 'Look' }],
		['video', { link, caption: 'Look' }],
		['audio', { link }],
		['document', { link, caption: 'Look', filename: 'plan.pdf' }],
	])('sends %s by link', async (type, media) => {
		const { id } = await setup.control.seed();
		const context = { message_id: 'wamid.before' };
		expect((await sendTo(id, { type, [type]: media, context })).status).toBe(200);
		const [message] = (await setup.control.group(id)).messages;
		expect(message).toMatchObject({ type, media, replyTo: 'wamid.before' });
	});

	it.each([
		['image', { caption: 'Nothing to look at' }],
		['image', { link, id: '1' }],
		['image', { link, caption: 'x'.repeat(1025) }],
		['image', { link, filename: 'a.jpg' }],
		['audio', { link, caption: 'Listen' }],
		['document', { link: 'plan.pdf' }],
		['video', { id: 'unknown' }],
	])('refuses the %s %j', async (type, media) => {
		const { id } = await setup.control.seed();
		const { status, data } = await sendTo(id, { type, [type]: media });
		expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
	});

	it('sends what was uploaded, as what it is', async () => {
		const { id } = await setup.control.seed();
		const media = await upload();
		expect((await sendTo(id, { type: 'image', image: { id: media } })).status).toBe(200);
		expect((await sendTo(id, { type: 'document', document: { id: media } })).status).toBe(200);
		expect((await sendTo(id, { type: 'video', video: { id: media } })).status).toBe(400);
	});
});

describe('media', () => {
	it('returns a link on another host, and the file if that host is replaced', async () => {
		const id = await upload();
		const { data } = await api().get(`/${id}`);
		expect(data).toEqual({
			...product,
			id,
			url: expect.stringContaining('https://lookaside.fbsbx.com/whatsapp_business/attachments/?'),
			mime_type: 'image/jpeg',
			sha256: expect.any(String),
			file_size: String(photo.length),
		});
		const path = data.url.replace('https://lookaside.fbsbx.com', '');
		for (const base of [account().baseUrl, setup.sandbox.url]) {
			const file = await client(base, headers()).get(path, { responseType: 'arraybuffer' });
			expect(file.headers['content-type']).toBe('image/jpeg');
			expect(photo.equals(file.data)).toBe(true);
			expect((await client(base).get(path)).status).toBe(401);
		}
		expect((await api().get(path.replace(/hash=../, 'hash='))).status).toBe(404);
	});

	it('deletes a file', async () => {
		const id = await upload();
		expect((await api().delete(`/${id}`)).data).toEqual({ success: true });
		expect((await api().get(`/${id}`)).data).toEqual(metaError(131009));
	});

	it.each([
		['no file', form({ ...product, type: 'image/jpeg' }, {})],
		['no type', form(product, { file: photo })],
		['no product', form({ type: 'image/jpeg' }, { file: photo })],
		['another type', form({ ...product, type: 'image/png' }, { file: photo })],
		[
			'an unknown image type',
			form({ ...product, type: 'image/bmp' }, { file: photo }, 'image/bmp'),
		],
		[
			'too large a file',
			form({ ...product, type: 'image/jpeg' }, { file: Buffer.alloc(5 * 1024 * 1024 + 1) }),
		],
		['a JSON body', { ...product, type: 'image/jpeg', file: 'a.jpg' }],
	])('refuses %s', async (_what, upload) => {
		const { status, data } = await api().post('/media', upload);
		expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
	});

	it('keeps what participants send', async () => {
		await api().post('/v1/configs/webhook', { url: setup.receiver.url, headers: {} });
		const group = await setup.control.seed();
		await setup.control.http.post(`/groups/${encodeURIComponent(group.id)}/messages`, {
			from: person(0).id,
			type: 'document',
			caption: 'Read',
		});
		await until(() => setup.receiver.received.length > 0);
		const [{ value }] = firstOf(setup.receiver.received).body.entry[0].changes;
		const [{ type, document }] = value.messages;
		expect({ type, document }).toEqual({
			type: 'document',
			document: {
				id: expect.any(String),
				mime_type: 'application/pdf',
				sha256: expect.any(String),
				caption: 'Read',
				filename: 'paper.pdf',
			},
		});
		expect((await api().get(`/${document.id}`)).data.sha256).toBe(document.sha256);
	});

	it('reports messages that no API passes on', async () => {
		await api().post('/v1/configs/webhook', { url: setup.receiver.url, headers: {} });
		const group = await setup.control.seed();
		await setup.control.http.post(`/groups/${encodeURIComponent(group.id)}/messages`, {
			from: person(0).id,
			type: 'unsupported',
		});
		await until(() => setup.receiver.received.length > 0);
		const [{ value }] = firstOf(setup.receiver.received).body.entry[0].changes;
		expect(value.messages).toMatchObject([{ type: 'unsupported', errors: [{ code: 130501 }] }]);
	});
});

describe('templates', () => {
	it('are listed', async () => {
		const { waba_templates: list, ...rest } = (await api().get('/v1/configs/templates')).data;
		const total = templates.length;
		expect(rest).toMatchObject({ count: total, total, limit: 1000, offset: 0 });
		const part = await api().get(`/v1/configs/templates?limit=2&offset=${total - 1}`);
		expect(part.data).toMatchObject({ count: 1, total });
		const names = (all: Array<{ name: string }>) => all.map(({ name }) => name);
		expect(names(list)).toEqual(names(templates));
		expect(Object.keys(list[0])).toEqual(
			expect.arrayContaining(['language', 'status', 'namespace', 'category', 'components']),
		);
	});

	const image = {
		type: 'header',
		parameters: [{ type: 'image', image: { link: 'https://a.b/c' } }],
	};

	it.each([
		['order_update', [body(text('Ada'), text('17'))], 'Hello Ada, order 17 is on its way.'],
		[
			'event_reminder',
			[
				body(
					text('18:00', { parameter_name: 'time' }),
					text('The match', { parameter_name: 'event' }),
				),
			],
			'The match begins at 18:00.',
		],
		['picture_of_the_day', [image, body(text('a lake'))], 'Today: a lake'],
	])('sends %s to a group', async (name, components, words) => {
		const { id } = await setup.control.seed();
		await setup.control.set({ windowClosed: true });
		expect((await sendTo(id, template(name, components))).status).toBe(200);
		expect((await setup.control.group(id)).messages).toMatchObject([
			{ type: 'template', text: words, template: { name, language: 'en' } },
		]);
	});

	it.each([
		['nothing', [], 132001, 404],
		['order_update', [], 132000, 400],
		['order_update', [body(text('Ada'))], 132000, 400],
		['event_reminder', [body(text('a'), text('b'))], 132000, 400],
		['picture_of_the_day', [body(text('a lake'))], 132000, 400],
		['group_invite_link', [body({ type: 'group_id', group_id: 'x' })], 131009, 400],
	])('refuses %s with %j', async (name, components, code, status) => {
		const { id } = await setup.control.seed();
		const answer = await sendTo(id, template(name, components));
		expect(answer).toMatchObject({ status, data: metaError(code) });
	});
});

describe('invitations', () => {
	const invite = async (to: string, group_id?: string) =>
		await api().post('/messages', {
			...product,
			to,
			...template('group_invite_link', [body({ type: 'group_id', group_id })]),
		});

	it('reach one person', async () => {
		const { id, inviteLink } = await setup.control.seed(0);
		const { data } = await invite('15550002222', id);
		expect(data.contacts).toEqual([{ input: '15550002222', wa_id: '15550002222' }]);
		expect((await setup.control.http.get('/invitations')).data).toEqual([
			{
				to: '15550002222',
				groupId: id,
				inviteLink,
				messageId: data.messages[0].id,
				time: expect.any(String),
			},
		]);
	});

	it('need a group and a telephone number', async () => {
		const { id } = await setup.control.seed(0);
		expect((await invite('15550002222', 'nowhere')).data).toEqual(metaError(131041));
		expect((await invite('15550002222')).data).toEqual(metaError(131009));
		expect((await invite(id, id)).data).toEqual(metaError(131009));
	});
});

it('serves sample files', async () => {
	const { status, headers: answered } = await client(setup.sandbox.url).get(
		'/sandbox/files/paper.pdf',
	);
	expect({ status, type: answered['content-type'] }).toEqual({
		status: 200,
		type: 'application/pdf',
	});
	expect((await client(setup.sandbox.url).get('/sandbox/files/none')).status).toBe(404);
});
