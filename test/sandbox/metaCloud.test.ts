import { createHmac } from 'node:crypto';
import fastify from 'fastify';
import { templates } from '../../sandbox/providers/cloudApi/templates';
import { sampleFile } from '../../sandbox/world/files';
import { firstOf } from '../support/firstOf';
import { client, form, type Json, metaError, person, until, useSandbox } from './support';

const setup = useSandbox('metaCloud');
const account = () => setup.sandbox.accounts.metaCloud;
const headers = () => ({ Authorization: `Bearer ${account().accessToken}` });
const api = () => client(account().baseUrl, headers());
const ofNumber = (path: string) => `/${account().phoneNumberId}${path}`;
const node = (id: string, rest = '') => `/${encodeURIComponent(id)}${rest}`;
const product = { messaging_product: 'whatsapp' };
const photo = sampleFile('photo.jpg')!.bytes;
const received = async (count: number): Promise<Json[]> => {
	await until(() => setup.receiver.received.length >= count);
	return setup.receiver.received.map(({ body }) => body.entry[0].changes[0]);
};
const register = async () => await setup.control.set({ webhookUrl: setup.receiver.url });
const sendTo = async (to: string, message: object) =>
	await api().post(ofNumber('/messages'), {
		...product,
		recipient_type: 'group',
		to,
		...message,
	});

describe('access', () => {
	it('is refused without the right token', async () => {
		const attempts: Array<Record<string, string>> = [{}, { Authorization: 'Bearer wrong' }];
		for (const wrong of attempts) {
			const { status, data } = await client(account().baseUrl, wrong).get(ofNumber(''));
			expect({ status, data }).toEqual({
				status: 401,
				data: {
					error: {
						message: expect.any(String),
						type: 'OAuthException',
						code: 190,
						fbtrace_id: expect.any(String),
					},
				},
			});
		}
	});

	it('shows the number, and no foreign one', async () => {
		expect((await api().get(ofNumber(''))).data).toMatchObject({
			id: account().phoneNumberId,
			display_phone_number: '15550001111',
		});
		expect((await api().get(ofNumber('?fields=verified_name'))).data).toEqual({
			id: account().phoneNumberId,
			verified_name: expect.any(String),
		});
		for (const path of ['/999', '/999/groups', '/999/message_templates']) {
			expect(await api().get(path)).toMatchObject({ status: 400, data: { error: { code: 100 } } });
		}
	});
});

describe('groups', () => {
	it('are created later than asked for', async () => {
		await register();
		const { data } = await api().post(ofNumber('/groups'), {
			...product,
			subject: ' Launch crew ',
			join_approval_mode: 'approval_required',
		});
		expect(data).toEqual({ ...product, request_id: expect.any(String) });
		const [{ field, value }] = await received(1);
		const group = firstOf(await setup.control.groups());
		expect({ field, groups: value.groups }).toEqual({
			field: 'group_lifecycle_update',
			groups: [
				{
					timestamp: expect.any(String),
					group_id: group.id,
					type: 'group_create',
					request_id: data.request_id,
					subject: 'Launch crew',
					invite_link: group.inviteLink,
					join_approval_mode: 'approval_required',
				},
			],
		});
	});

	it('are listed by pages whose links lead on', async () => {
		const groups = [await setup.control.seed(), await setup.control.seed()];
		const { data } = await api().get(ofNumber('/groups?limit=1'));
		expect(data.data.groups).toEqual([
			{ id: firstOf(groups).id, subject: 'Launch crew', created_at: expect.any(Number) },
		]);
		const next = await client('', headers()).get(data.paging.next);
		expect(next.data.data.groups).toMatchObject([{ id: groups[1]!.id }]);
	});

	it('are read, changed, linked to and deleted by their id alone', async () => {
		const { id, inviteLink } = await setup.control.seed(1);
		expect((await api().get(node(id))).data).toEqual({ id, ...product });
		expect((await api().get(node(id, '?fields=subject,participants'))).data).toMatchObject({
			subject: 'Launch crew',
			participants: [{ wa_id: person(0).id }],
		});
		const changed = await api().post(node(id), { ...product, description: 'All of us' });
		expect(changed.data).toEqual({ success: true });
		const link = { ...product, invite_link: inviteLink };
		expect((await api().get(node(id, '/invite_link'))).data).toEqual(link);
		expect((await api().post(node(id, '/invite_link'), product)).data).not.toEqual(link);
		expect((await api().delete(node(id))).data).toEqual({ success: true });
		expect((await api().get(node(id))).data).toEqual(metaError(131041));
	});

	it('accept a picture in the field of the sample', async () => {
		const { id } = await setup.control.seed();
		expect((await api().post(node(id), form(product, { file: photo }))).status).toBe(200);
		const other = form(product, { profile_picture_file: photo });
		expect((await api().post(node(id), other)).data).toEqual(metaError(131009));
	});

	it('lose participants and let in who asks', async () => {
		const seats = '/groups';
		const { data: group } = await setup.control.http.post(seats, {
			subject: 'Careful',
			joinApprovalMode: 'approval_required',
			participants: [person(0)],
		});
		const asked = await setup.control.http.post(`${seats}${node(group.id, '/join-requests')}`, {
			participant: person(1),
		});
		const path = node(group.id, '/join_requests');
		const join_requests = [asked.data.id];
		expect((await api().get(path)).data.data).toMatchObject([{ wa_id: person(1).id }]);
		expect((await api().post(path, { ...product, join_requests })).data).toEqual({
			...product,
			approved_join_requests: join_requests,
		});
		expect((await api().delete(path, { data: { ...product, join_requests } })).data).toMatchObject({
			rejected_join_requests: [],
			failed_join_requests: [{ errors: [{ code: 131213 }] }],
		});
		const gone = await api().delete(node(group.id, '/participants'), {
			data: { ...product, participants: [{ user: person(0).id }] },
		});
		expect(gone.data).toEqual({ success: true });
		expect((await setup.control.group(group)).participants).toMatchObject([
			{ isBusiness: true },
			{ id: person(1).id },
		]);
	});
});

it('sends and pins', async () => {
	const { id } = await setup.control.seed(1);
	const { data } = await sendTo(id, { type: 'text', text: { body: 'Hello' } });
	expect(data.contacts).toEqual([{ input: id, wa_id: id }]);
	const message_id = data.messages[0].id;
	const pin = { type: 'pin', message_id, expiration_days: 4 };
	expect((await sendTo(id, { type: 'pin', pin })).status).toBe(200);
	expect((await setup.control.group(id)).pins).toEqual([message_id]);
	const mismatch = { type: 'text', text: { body: 'Hello' }, recipient_type: 'individual' };
	expect((await sendTo(id, mismatch)).data).toEqual(metaError(131009));
});

it('keeps files, fetched with the token from a host of their own', async () => {
	const upload = form({ ...product, type: 'image/jpeg' }, { file: photo });
	const { id } = (await api().post(ofNumber('/media'), upload)).data;
	const { url } = (await api().get(node(id))).data;
	expect(url.startsWith(account().baseUrl)).toBe(false);
	const file = await client('', headers()).get(url, { responseType: 'arraybuffer' });
	expect(photo.equals(file.data)).toBe(true);
	expect((await client('').get(url)).data.error.code).toBe(190);
	expect((await api().delete(node(id))).data).toEqual({ success: true });
	expect((await api().get(node(id))).status).toBe(400);
});

it('lists templates by pages and by name', async () => {
	const path = `/${account().businessAccountId}/message_templates`;
	const names = ({ data }: Json) => data.data.map(({ name }: Json) => name);
	const first = await api().get(`${path}?limit=3`);
	expect(first.data.data[0]).toMatchObject({ language: 'en', status: 'APPROVED' });
	const next = names(await client('', headers()).get(first.data.paging.next));
	expect(next).toEqual(templates.slice(3).map(({ name }) => name));
	expect(names(await api().get(`${path}?name=order`))).toEqual(['order_update']);
});

describe('webhooks', () => {
	it('are kept only if the challenge is echoed', async () => {
		await register();
		expect(setup.receiver.verified).toEqual([
			{
				'hub.mode': 'subscribe',
				'hub.challenge': expect.any(String),
				'hub.verify_token': account().verifyToken,
			},
		]);
		const mute = fastify();
		mute.get('/*', () => 'Hello');
		const silent = await mute.listen({ port: 0, host: '127.0.0.1' });
		expect(await setup.control.set({ webhookUrl: silent })).toMatchObject({
			status: 409,
			data: { error: expect.stringContaining('without the challenge') },
		});
		await mute.close();
		expect((await setup.control.set({ webhookUrl: silent })).status).toBe(409);
		expect((await setup.control.http.get('/webhook')).data.webhooks).toMatchObject([
			{ url: setup.receiver.url },
		]);
		expect((await setup.control.set({ webhookUrl: '' })).status).toBe(200);
		expect((await setup.control.http.get('/webhook')).data.webhooks).toEqual([]);
	});

	it('are signed with the secret of the app, and repeated until accepted', async () => {
		await register();
		await setup.control.set({ appSecret: 'another', redeliveryBaseMs: 5 });
		setup.receiver.statuses.push(500);
		await setup.control.write(await setup.control.seed(1), 'Hi ü');
		await received(2);
		for (const delivery of setup.receiver.received) {
			const digest = createHmac('sha256', 'another').update(delivery.raw).digest('hex');
			expect(delivery.headers['x-hub-signature-256']).toBe(`sha256=${digest}`);
		}
	});
});
