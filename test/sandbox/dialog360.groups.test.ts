import { sampleFile } from '../../sandbox/world/files';
import { firstOf } from '../support/firstOf';
import { client, form, metaError, person, until, useSandbox } from './support';

const setup = useSandbox('dialog360');
const api = () => {
	const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
	return client(baseUrl, { 'D360-API-KEY': apiKey });
};
const at = (id: string, rest = '') => `/groups/${encodeURIComponent(id)}${rest}`;
const product = { messaging_product: 'whatsapp' };
const register = async () =>
	await api().post('/v1/configs/webhook', { url: setup.receiver.url, headers: {} });
/** The one group object of the webhook at this place. */
const reported = async (index = 0) => {
	await until(() => setup.receiver.received.length > index);
	const [{ field, value }] = setup.receiver.received[index]!.body.entry[0].changes;
	return { field, ...value.groups[0] };
};
const photo = sampleFile('photo.jpg')!.bytes;

describe('settings', () => {
	it('changes subject and description, and reports the result', async () => {
		await register();
		const { id } = await setup.control.seed();
		const { data } = await api().post(at(id), { ...product, subject: 'New', description: 'Text' });
		expect(data).toEqual({ success: true });
		expect(await setup.control.group(id)).toMatchObject({ subject: 'New', description: 'Text' });
		expect(await reported()).toMatchObject({
			field: 'group_settings_update',
			group_id: id,
			type: 'group_settings_update',
			request_id: expect.any(String),
			group_subject: { text: 'New', update_successful: true },
			group_description: { text: 'Text', update_successful: true },
		});
	});

	it.each([{}, product, { ...product, subject: ' ' }, { ...product, subject: 'x'.repeat(129) }])(
		'refuses the change %j',
		async (body) => {
			const { id } = await setup.control.seed();
			const { status, data } = await api().post(at(id), body);
			expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
		},
	);

	it('accepts a picture in its own field', async () => {
		await register();
		const { id } = await setup.control.seed();
		const picture = form(product, { profile_picture_file: photo });
		expect((await api().post(at(id), picture)).data).toEqual({ success: true });
		expect((await setup.control.group(id)).picture).toMatchObject({ mimeType: 'image/jpeg' });
		expect((await reported()).profile_picture).toMatchObject({ update_successful: true });
		const { body } = firstOf((await setup.control.calls()).slice(-1));
		expect(body).toMatchObject({ profile_picture_file: { size: photo.length } });

		expect((await api().post(at(id), form(product, { file: photo }))).status).toBe(400);
	});

	it.each([
		['is not square', 193, 200, 131209],
		['is too small', 191, 191, 131210],
	])('refuses a picture that %s', async (_what, width, height, code) => {
		const { id } = await setup.control.seed();
		const picture = Buffer.from(photo);
		const frame = picture.indexOf(Buffer.from([0xff, 0xc0]));
		picture.writeUInt16BE(height, frame + 5);
		picture.writeUInt16BE(width, frame + 7);
		const { status, data } = await api().post(
			at(id),
			form(product, { profile_picture_file: picture }),
		);
		expect({ status, data }).toEqual({ status: 400, data: metaError(code) });
	});

	it('rejects a file that is not a JPEG', async () => {
		const { id } = await setup.control.seed();
		const picture = form(product, { profile_picture_file: Buffer.from('GIF89a') });
		expect((await api().post(at(id), picture)).data).toEqual(metaError(131009));
	});
});

it('deletes a group', async () => {
	await register();
	const { id } = await setup.control.seed();
	expect((await api().delete(at(id))).data).toEqual({ success: true });
	expect(await setup.control.groups()).toEqual([]);
	expect(await reported()).toMatchObject({ field: 'group_lifecycle_update', type: 'group_delete' });
	expect((await api().delete(at(id))).data).toEqual(metaError(131041));
});

describe('removing participants', () => {
	const remove = async (id: string, indexes: number[]) =>
		await api().delete(at(id, '/participants'), {
			data: { ...product, participants: indexes.map((one) => ({ user: `+${person(one).id}` })) },
		});

	it('removes them for good', async () => {
		await register();
		const group = await setup.control.seed(2);
		expect(await remove(group.id, [0])).toMatchObject({ status: 200, data: { success: true } });
		expect(await reported()).toMatchObject({
			field: 'group_participants_update',
			type: 'group_participants_remove',
			initiated_by: 'business',
			removed_participants: [{ input: person(0).id }],
		});
		expect((await setup.control.join(group.inviteLink, 0)).status).toBe(409);
	});

	it('succeeds partly', async () => {
		await register();
		const { id } = await setup.control.seed(1);
		expect(await remove(id, [0, 1])).toMatchObject({ status: 206, data: metaError(131201) });
		expect(await reported()).toMatchObject({
			failed_participants: [{ input: person(1).id, errors: [{ code: 131212 }] }],
			errors: [{ code: 131201 }],
		});
	});

	it.each([
		[[], 131009],
		[[0, 0], 131202],
		[[0, 1, 2, 3, 4, 5, 6, 7, 8], 131204],
		[[5], 131212],
	])('refuses to remove %j', async (indexes, code) => {
		const { id } = await setup.control.seed(2);
		const { status, data } = await remove(id, indexes);
		expect({ status, data }).toEqual({ status: 400, data: metaError(code) });
	});
});

describe('join requests', () => {
	const askToJoin = async (people: number) => {
		const { data } = await setup.control.http.post('/groups', {
			subject: 'Careful',
			joinApprovalMode: 'approval_required',
		});
		const ids: string[] = [];
		for (let index = 0; index < people; index++) {
			const path = `/groups/${encodeURIComponent(data.id)}/join-requests`;
			ids.push((await setup.control.http.post(path, { participant: person(index) })).data.id);
		}
		return { id: data.id as string, ids };
	};

	it('pages through them', async () => {
		const { id, ids } = await askToJoin(3);
		const first = await api().get(at(id, '/join_requests?limit=2'));
		expect(first.data.data[0]).toEqual({
			join_request_id: ids[0],
			wa_id: person(0).id,
			creation_timestamp: expect.any(Number),
		});
		const { after } = first.data.paging.cursors;
		const second = await api().get(at(id, '/join_requests'), { params: { limit: 2, after } });
		expect(second.data.data).toMatchObject([{ join_request_id: ids[2] }]);
		const next = await api().get(first.data.paging.next);
		expect(next.data.data).toEqual(second.data.data);
		expect((await api().get(at(id, '/join_requests?after=broken'))).data).toEqual(
			metaError(131059),
		);
	});

	it('approves and rejects, and names what does not exist', async () => {
		await register();
		const { id, ids } = await askToJoin(2);
		expect(await reported(0)).toMatchObject({
			type: 'group_join_request_created',
			join_request_id: ids[0],
			wa_id: person(0).id,
		});
		const approved = await api().post(at(id, '/join_requests'), {
			...product,
			join_requests: [ids[0], 'nobody'],
		});
		expect(approved.data).toMatchObject({
			approved_join_requests: [ids[0]],
			failed_join_requests: [{ join_request_id: 'nobody', errors: [{ code: 131213 }] }],
		});
		expect(await reported(2)).toMatchObject({ type: 'group_participants_add' });
		const rejected = await api().delete(at(id, '/join_requests'), {
			data: { ...product, join_requests: [ids[1]] },
		});
		expect(rejected.data).toEqual({ ...product, rejected_join_requests: [ids[1]] });
		const group = await setup.control.group(id);
		expect(group.joinRequests).toEqual([]);
		expect(group.participants.map((one) => one.id)).toEqual(['15550001111', person(0).id]);
	});

	it('reports one that is withdrawn', async () => {
		await register();
		const { id, ids } = await askToJoin(1);
		const path = `/groups/${encodeURIComponent(id)}/join-requests/${ids[0]}`;
		expect((await setup.control.http.delete(path)).status).toBe(200);
		expect(await reported(1)).toMatchObject({ type: 'group_join_request_revoked' });
		expect((await setup.control.http.delete(path)).status).toBe(409);
	});
});

it('suspends a group and clears it', async () => {
	await register();
	const { id } = await setup.control.seed();
	const path = `/groups/${encodeURIComponent(id)}`;
	await setup.control.http.post(`${path}/suspend`);
	expect(await reported(0)).toMatchObject({ field: 'group_status_update', type: 'group_suspend' });
	expect(await api().get(at(id, '/invite_link'))).toMatchObject({
		status: 403,
		data: metaError(131207),
	});
	expect((await api().get(at(id, '?fields=suspended'))).data.suspended).toBe(true);
	await setup.control.http.post(`${path}/unsuspend`);
	expect(await reported(1)).toMatchObject({ type: 'group_suspend_cleared' });
	expect((await setup.control.http.post(`${path}/unsuspend`)).status).toBe(409);
});
