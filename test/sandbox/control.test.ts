import { startSandbox } from '../../sandbox';
import { client, controlOf, person, until, useSandbox } from './support';

const setup = useSandbox('dialog360');
const api = () => {
	const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
	return client(baseUrl, { 'D360-API-KEY': apiKey });
};

describe('participants', () => {
	it('cannot write or leave when they are not in the group', async () => {
		const group = await setup.control.seed(1);
		const outsider = { from: person(7).id };
		expect(await setup.control.write(group, 'Hi', outsider)).toMatchObject({
			status: 409,
			data: { error: `${person(7).id} is not a participant of "Launch crew"` },
		});
		expect((await setup.control.leave(group, 7)).status).toBe(409);
	});

	it('cannot be more than eight', async () => {
		const group = await setup.control.seed(8);
		expect(await setup.control.join(group.inviteLink, 8)).toMatchObject({
			status: 409,
			data: { error: '"Launch crew" is full: at most 8 members' },
		});
	});

	it('may be written with a plus sign', async () => {
		const group = await setup.control.seed(1);
		const { data } = await setup.control.write(group, 'Hi', { from: `+${person(0).id}` });
		expect(data.from).toEqual(person(0));
	});

	it('get an explanation of an invalid request', async () => {
		expect(await setup.control.http.post('/groups', {})).toMatchObject({
			status: 400,
			data: { error: "body must have required property 'subject'" },
		});
		expect((await setup.control.http.get('/groups/nowhere')).status).toBe(404);
	});
});

it('shows groups, participants and messages in one neutral shape', async () => {
	const group = await setup.control.seed(1);
	const { data: message } = await setup.control.write(group, 'Hi', { replyTo: 'wamid.before' });
	expect(message).toEqual({
		id: expect.any(String),
		from: person(0),
		fromBusiness: false,
		type: 'text',
		text: 'Hi',
		replyTo: 'wamid.before',
		time: expect.any(String),
		statuses: {},
	});
	expect(await setup.control.group(group)).toEqual({ ...group, messages: [message] });
});

describe('files of participants', () => {
	const files = () => client(`${setup.sandbox.url}/sandbox`);
	const writeFile = async (more: object) =>
		await setup.control.write(await setup.control.seed(1), '', { text: undefined, ...more });

	it('are samples, fetched, or given', async () => {
		const sample = (await writeFile({ type: 'audio' })).data.media;
		expect(sample).toMatchObject({ mimeType: 'audio/ogg', filename: 'voice.ogg' });
		const mediaUrl = `${setup.sandbox.url}/sandbox/files/paper.pdf`;
		const fetched = (await writeFile({ type: 'document', mediaUrl, caption: 'Read' })).data;
		expect(fetched).toMatchObject({
			text: 'Read',
			media: { mimeType: 'application/pdf', filename: 'paper.pdf', caption: 'Read' },
		});
		const given = { base64: 'SGk=', mimeType: 'text/plain', fileName: 'hi.txt' };
		const { media } = (await writeFile({ type: 'document', ...given })).data;
		expect(media).toMatchObject({ mimeType: 'text/plain', filename: 'hi.txt' });
		expect((await client('').get(media!.link!)).data).toBe('Hi');
		expect((await files().get('/dialog360/media/1')).status).toBe(404);
	});

	it('must be reachable, and of a type that the provider reports', async () => {
		const mediaUrl = `${setup.sandbox.url}/sandbox/files/none`;
		expect((await writeFile({ type: 'image', mediaUrl })).status).toBe(409);
		const both = { mediaUrl, base64: 'SGk=' };
		expect((await writeFile({ type: 'image', ...both })).status).toBe(400);
		expect((await writeFile({ type: 'poll' })).status).toBe(400);
		expect((await writeFile({ type: 'reaction' })).status).toBe(400);
		expect((await writeFile({ type: 'text' })).status).toBe(400);
	});
});

it('records every call with its answer', async () => {
	await api().post('/groups?limit=1', 'no json');
	expect(await setup.control.calls()).toMatchObject([
		{
			method: 'POST',
			path: '/dialog360/groups',
			query: { limit: '1' },
			headers: { 'd360-api-key': setup.sandbox.accounts.dialog360.apiKey },
			body: 'no json',
			status: 400,
			answer: { error: { code: 131009 } },
			at: expect.any(String),
		},
	]);
});

it('answers the next call as set, once', async () => {
	const canned = { status: 503, body: 'canned', headers: { 'Retry-After': '7' } };
	await setup.control.set({ answerNext: canned });
	const answer = await api().get('/groups');
	expect(answer).toMatchObject({ status: 503, data: 'canned' });
	expect(answer.headers['retry-after']).toBe('7');
	expect((await api().get('/groups')).status).toBe(200);
});

it('accepts its own switches only', async () => {
	expect((await setup.control.set({ colour: 'red' })).status).toBe(400);
	expect((await setup.control.set({ windowClosed: 'yes' })).status).toBe(400);
	const { data } = await setup.control.set({ windowClosed: true });
	expect((await setup.control.http.get('/settings')).data).toEqual(data);
	expect(data).toMatchObject({ windowClosed: true, asynchronousCreate: false, answerNext: null });
});

it('offers messages to try until they are replaced', async () => {
	const tryOut = async () => (await setup.control.http.get('/try-out')).data;
	expect(await tryOut()).toEqual([]);
	const menu = { text: 'menu', example: 'Answer a keyword', groupId: 'group-1' };
	await setup.control.http.put('/try-out', [menu, menu]);
	await setup.control.http.put('/try-out', [menu]);
	expect(await tryOut()).toEqual([menu]);
	expect((await setup.control.http.put('/try-out', [{ text: 'menu' }])).status).toBe(400);
	expect((await controlOf(setup.sandbox, 'oneMsg').http.get('/try-out')).data).toEqual([]);
});

it('forgets everything at a reset', async () => {
	await setup.control.seed(1);
	await setup.control.set({ windowClosed: true });
	await client(setup.sandbox.url).post('/sandbox/reset');
	expect(await setup.control.groups()).toEqual([]);
	expect((await setup.control.http.get('/settings')).data.windowClosed).toBe(false);
});

it('closes immediately, even during calls', async () => {
	const other = await startSandbox();
	const control = controlOf(other, 'dialog360');
	const { baseUrl, apiKey } = other.accounts.dialog360;
	setup.receiver.statuses.push(...Array<number>(20).fill(500));
	await client(baseUrl, { 'D360-API-KEY': apiKey }).post('/v1/configs/webhook', {
		url: setup.receiver.url,
	});
	await control.write(await control.seed(1), 'Hi');
	await until(() => setup.receiver.received.length > 0);
	const before = Date.now();
	await other.close();
	expect(Date.now() - before).toBeLessThan(2000);
	await expect(control.groups()).rejects.toThrow();
});

it('says when a port is occupied', async () => {
	const port = Number(new URL(setup.sandbox.url).port);
	await expect(startSandbox({ port })).rejects.toThrow(`Port ${port} is in use`);
});
