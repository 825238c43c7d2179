import { client, type Json, metaError, person, useSandbox } from './support';

const setup = useSandbox('dialog360');

const headers = () => ({ 'D360-API-KEY': setup.sandbox.accounts.dialog360.apiKey });
const api = () => client(setup.sandbox.accounts.dialog360.baseUrl, headers());
const at = (id: string, rest = '') => `/groups/${encodeURIComponent(id)}${rest}`;
const product = { messaging_product: 'whatsapp' };

/** As printed in 360dialog's "Messaging API" page. */
const textTo = (to: string) => ({
	messaging_product: 'whatsapp',
	recipient_type: 'group',
	to,
	type: 'text',
	text: {
		preview_url: true,
		body: 'This is another destination option: https://www.luckytravel.com/DDLmU5F1Pw',
	},
});
const pinIn = (to: string, pin: object) => ({
	messaging_product: 'whatsapp',
	recipient_type: 'group',
	to,
	type: 'pin',
	pin,
});
const send = async (group: { id: string }) =>
	(await api().post('/messages', textTo(group.id))).data.messages[0].id as string;

describe('authentication', () => {
	it.each([{}, { 'D360-API-KEY': 'wrong' }])('answers 401 to the headers %j', async (wrong) => {
		const { baseUrl } = setup.sandbox.accounts.dialog360;
		const answer = await client(baseUrl, wrong as Record<string, string>).get('/health_status');
		expect(answer).toMatchObject({ status: 401, data: { error: expect.any(String) } });
	});

	it('accepts the key of the account', async () => {
		const answer = await api().get('/health_status');
		expect(answer.data.health_status.can_send_message).toBe('AVAILABLE');
	});
});

describe('groups', () => {
	it('creates immediately and returns the ID', async () => {
		const { data } = await api().post('/groups', { ...product, subject: ' Launch crew ' });
		expect(Object.keys(data)).toEqual(['id']);
		expect(data.id).toMatch(/\+.*\/.*=/);
		expect(await setup.control.group(data.id)).toMatchObject({
			subject: 'Launch crew',
			joinApprovalMode: 'auto_approve',
			participants: [{ id: '15550001111', isBusiness: true }],
		});
	});

	it.each([
		[{ subject: 'No product' }],
		[{ ...product }],
		[{ ...product, subject: '   ' }],
		[{ ...product, subject: 'x'.repeat(129) }],
		[{ ...product, subject: 'x', description: 'x'.repeat(2049) }],
		[{ ...product, subject: 'x', join_approval_mode: true }],
		[undefined],
	])('refuses to create from %j', async (body) => {
		const { status, data } = await api().post('/groups', body);
		expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
	});

	it('pages through all groups with cursors, forwards and backwards', async () => {
		for (let index = 0; index < 5; index++) await setup.control.seed(0, `Group ${index}`);
		const subjects = ({ data }: Json) => data.data.groups.map((group: Json) => group.subject);

		const first = await api().get('/groups?limit=2');
		expect(subjects(first)).toEqual(['Group 0', 'Group 1']);
		expect(first.data.paging.previous).toBeUndefined();
		const second = await client('', headers()).get(first.data.paging.next);
		expect(subjects(second)).toEqual(['Group 2', 'Group 3']);
		const third = await api().get('/groups', {
			params: { limit: 2, after: second.data.paging.cursors.after },
		});
		expect(subjects(third)).toEqual(['Group 4']);
		expect(third.data.paging.next).toBeUndefined();
		const back = await client('', headers()).get(third.data.paging.previous);
		expect(subjects(back)).toEqual(['Group 2', 'Group 3']);
	});

	it('returns 25 groups by default', async () => {
		for (let index = 0; index < 26; index++) await setup.control.seed(0);
		expect((await api().get('/groups')).data.data.groups).toHaveLength(25);
		expect((await api().get('/groups?limit=1024')).data.data.groups).toHaveLength(26);
	});

	it.each([
		['limit=0', 131009],
		['limit=1025', 131009],
		['after=broken', 131059],
		['before=broken', 131059],
	])('refuses the list with %s', async (query, code) => {
		const { status, data } = await api().get(`/groups?${query}`);
		expect({ status, data }).toEqual({ status: 400, data: metaError(code) });
	});

	it('answers the fields that are asked for', async () => {
		const { id } = await setup.control.seed(2);
		expect((await api().get(at(id))).data).toEqual({ ...product, id });
		expect(
			(await api().get(at(id, '?fields=subject,participants,total_participant_count'))).data,
		).toEqual({
			...product,
			id,
			subject: 'Launch crew',
			total_participant_count: 2,
			participants: [{ wa_id: person(0).id }, { wa_id: person(1).id }],
		});
		expect((await api().get(at(id, '?fields=colour'))).data).toEqual(metaError(131009));
	});

	it('names an unknown group with 131041', async () => {
		const { status, data } = await api().get(at('nowhere'));
		expect({ status, data }).toEqual({ status: 400, data: metaError(131041) });
	});

	it('resets an invite link, and the old one is dead', async () => {
		const { id } = await setup.control.seed(0);
		const old = (await api().get(at(id, '/invite_link'))).data.invite_link;
		const renewed = (await api().post(at(id, '/invite_link'), product)).data.invite_link;
		expect(renewed).not.toBe(old);
		expect((await api().get(at(id, '/invite_link'))).data).toEqual({
			...product,
			invite_link: renewed,
		});
		expect((await setup.control.join(old, 1)).status).toBe(409);
		expect((await setup.control.join(renewed, 1)).status).toBe(200);
	});

	it('answers 429 with 131208 to too many operations', async () => {
		await setup.control.set({ tooManyGroupOperations: true });
		const { status, data } = await api().get('/groups');
		expect({ status, data }).toEqual({ status: 429, data: metaError(131208) });
	});

	it('answers 131215 without an Official Business Account', async () => {
		await setup.control.set({ officialAccount: false });
		const { status, data } = await api().get('/groups');
		expect({ status, data }).toEqual({ status: 400, data: metaError(131215) });
	});
});

describe('messages', () => {
	it('accepts the documented sample', async () => {
		const { id } = await setup.control.seed();
		const { status, data } = await api().post('/messages', textTo(id));
		expect({ status, data }).toEqual({
			status: 200,
			data: {
				...product,
				contacts: [{ input: id, wa_id: id }],
				messages: [{ id: expect.stringMatching(/^wamid\./) }],
			},
		});
		expect((await setup.control.group(id)).messages).toMatchObject([
			{
				id: data.messages[0].id,
				fromBusiness: true,
				type: 'text',
				text: textTo(id).text.body,
				statuses: { [person(0).id]: 'delivered' },
			},
		]);
	});

	it.each([
		['no recipient type', { recipient_type: undefined }],
		['another recipient type', { recipient_type: 'individual' }],
		['no product', { messaging_product: undefined }],
		['an unknown type', { type: 'poll' }],
		['an empty text', { text: { body: '' } }],
		['too long a text', { text: { body: 'x'.repeat(4097) } }],
		['no text', { text: undefined }],
	])('refuses a message with %s', async (_what, change) => {
		const { id } = await setup.control.seed();
		const { status, data } = await api().post('/messages', { ...textTo(id), ...change });
		expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
		expect((await setup.control.group(id)).messages).toEqual([]);
	});

	it('refuses an unknown group and a group nobody joined', async () => {
		const { id } = await setup.control.seed(0);
		expect((await api().post('/messages', textTo('nowhere'))).data).toEqual(metaError(131041));
		expect((await api().post('/messages', textTo(id))).data).toEqual(metaError(131020));
	});

	it('keeps three pins: the oldest falls off', async () => {
		const group = await setup.control.seed();
		const ids: string[] = [];
		for (let count = 0; count < 4; count++) ids.push(await send(group));
		for (const message_id of ids) {
			const body = pinIn(group.id, { type: 'pin', message_id, expiration_days: 4 });
			expect((await api().post('/messages', body)).status).toBe(200);
		}
		expect((await setup.control.group(group)).pins).toEqual(ids.slice(1));

		await api().post('/messages', pinIn(group.id, { type: 'unpin', message_id: ids[2] }));
		expect((await setup.control.group(group)).pins).toEqual([ids[1], ids[3]]);
	});

	it.each([
		{ type: 'pin' },
		{ type: 'pin', expiration_days: '4' },
		{ type: 'pin', expiration_days: 0 },
		{ type: 'pin', expiration_days: 31 },
		{ type: 'pin', expiration_days: 1.5 },
		{ type: 'stick', expiration_days: 4 },
		{ type: 'pin', expiration_days: 4, message_id: 'wamid.unknown' },
	])('refuses the pin %j', async (pin) => {
		const group = await setup.control.seed();
		const body = pinIn(group.id, { message_id: await send(group), ...pin });
		const { status, data } = await api().post('/messages', body);
		expect({ status, data }).toEqual({ status: 400, data: metaError(131009) });
	});
});

describe('webhook registration', () => {
	it('answers 404 first, then echoes what is set', async () => {
		expect((await api().get('/v1/configs/webhook')).status).toBe(404);
		const webhook = { url: 'https://n8n.example/webhook', headers: { 'X-Secret': 's' } };
		expect((await api().post('/v1/configs/webhook', webhook)).data).toEqual(webhook);
		expect((await api().get('/v1/configs/webhook')).data).toEqual(webhook);
		expect((await setup.control.http.get('/webhook')).data).toEqual({ webhooks: [webhook] });
	});

	it.each([
		{},
		{ url: '' },
		{ url: 'ftp://n8n.example' },
		{ url: 'http://' },
		{ url: 'https://n8n.example', headers: { 'X-Secret': 1 } },
	])('refuses %j', async (webhook) => {
		const { status, data } = await api().post('/v1/configs/webhook', webhook);
		expect({ status, data }).toEqual({ status: 400, data: { error: expect.any(String) } });
	});

	it.each(['https://n8n.example:8443/x', 'https://my_n8n.example/x', 'http://n8n.example/x'])(
		'refuses %s when strict',
		async (url) => {
			expect((await api().post('/v1/configs/webhook', { url })).status).toBe(200);
			await setup.control.set({ strictWebhookUrls: true });
			expect((await api().post('/v1/configs/webhook', { url })).status).toBe(400);
		},
	);
});
