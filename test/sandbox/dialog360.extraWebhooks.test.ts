import { client, until, useSandbox } from './support';

const setup = useSandbox('dialog360');
const api = () => {
	const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
	return client(baseUrl, { 'D360-API-KEY': apiKey });
};
const path = '/multi_webhook';
const extra = (name: string) => ({ name, url: `${setup.receiver.url}/${name}` });
const conflict = { status: 409, data: { error: expect.any(String) } };

it('are stored, added and changed by name', async () => {
	expect((await api().get(path)).data).toEqual({ enabled: false, destinations: [] });
	const message = { status: 200, data: { message: expect.any(String) } };
	expect(await api().post(path, { enabled: true })).toMatchObject(message);
	expect(await api().put(path, { destinations: [extra('a')] })).toMatchObject(message);
	expect(await api().put(path, { destinations: [extra('b')] })).toMatchObject(message);
	const headers = { 'X-Secret': 'b' };
	expect(await api().patch(path, { name: 'b', headers })).toMatchObject(message);
	expect((await api().get(path)).data).toEqual({
		enabled: true,
		destinations: [extra('a'), { ...extra('b'), headers }],
	});
	await api().post(path, { enabled: false });
	expect((await api().get(path)).data).toEqual({ enabled: false, destinations: [] });
	await api().post(path, { enabled: true, destinations: [extra('c')] });
	expect((await api().get(path)).data.destinations).toEqual([extra('c')]);
});

it('conflict if there are too many, or one occurs twice or does not exist', async () => {
	const destinations = ['a', 'b', 'c', 'd'].map(extra);
	expect(await api().put(path, { destinations: [extra('a')] })).toMatchObject(conflict);
	expect(await api().patch(path, extra('a'))).toMatchObject(conflict);
	expect(await api().post(path, { enabled: true })).toMatchObject({ status: 200 });
	expect(await api().put(path, { destinations })).toMatchObject(conflict);
	expect(await api().put(path, { destinations: [extra('a'), extra('a')] })).toMatchObject(conflict);
	expect(await api().patch(path, { name: 'z', url: 'https://z.example' })).toMatchObject(conflict);
	expect(await api().post(path, { enabled: true })).toMatchObject(conflict);
	expect(await api().post(path, { enabled: true, destinations: [extra('a')] })).toMatchObject(
		conflict,
	);
	expect(await api().put(path, { destinations: [{ name: 'a' }] })).toMatchObject({
		status: 400,
		data: { error: expect.any(String) },
	});
});

it('are served only after the main one has answered 200', async () => {
	await api().post('/v1/configs/webhook', { url: setup.receiver.url });
	await api().post(path, { enabled: true, destinations: [extra('a')] });
	await setup.control.set({ redeliveryBaseMs: 5 });
	setup.receiver.statuses.push(500, 202);
	await setup.control.write(await setup.control.seed(1), 'Hi');
	await until(() => setup.receiver.received.length === 4);
	expect(setup.receiver.received.map((one) => one.path)).toEqual([
		'/hook',
		'/hook',
		'/hook',
		'/hook/a',
	]);
	await api().post(path, { enabled: false });
	expect((await setup.control.http.get('/webhook')).data.webhooks).toHaveLength(1);
});
