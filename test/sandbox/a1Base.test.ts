import { createHmac } from 'node:crypto';
import { firstOf } from '../support/firstOf';
import { client, type Json, person, until, useSandbox } from './support';

const setup = useSandbox('a1Base');

const account = () => setup.sandbox.accounts.a1Base;
const api = () =>
	client(account().baseUrl, {
		'X-API-Key': account().apiKey,
		'X-API-Secret': account().apiSecret,
	});
const paths = () => {
	const { accountId } = account();
	return {
		send: `/messages/group/${accountId}/send`,
		threads: `/messages/threads/${accountId}/get-all`,
		details: (id: string) => `/messages/threads/${accountId}/get-details/${id}`,
		manage: `/whatsapp/${accountId}/group-management`,
	};
};
/** A1Base's sample with its placeholders filled. */
const message = (thread_id: string) => ({
	content: 'Hello',
	attachment_uri: 'https://files.example/a.pdf',
	from: account().agentNumber,
	thread_id,
	service: 'whatsapp',
});
const createSample = {
	action: 'create',
	agent_number: '+15550001111',
	title: 'Launch crew',
	participants: ['+15550002222', '+15550003333'],
	initial_message: 'Hello all',
};
const error = { status: 'error', message: expect.any(String) };
const received = async (count: number): Promise<Json[]> => {
	await until(() => setup.receiver.received.length >= count);
	return setup.receiver.received.map(({ body }) => body);
};

describe('authentication', () => {
	it.each(['X-API-Key', 'X-API-Secret'])('needs a right %s', async (header) => {
		const answer = await api().get(paths().threads, { headers: { [header]: 'wrong' } });
		expect(answer).toMatchObject({ status: 401, data: error });
	});

	it('accepts header names in lower case', async () => {
		const { baseUrl, apiKey, apiSecret } = account();
		const lower = client(baseUrl, { 'x-api-key': apiKey, 'x-api-secret': apiSecret });
		expect((await lower.get(paths().threads)).status).toBe(404);
	});

	it('keeps other accounts closed', async () => {
		const answer = await api().get('/messages/threads/acc-999/get-all');
		expect(answer).toMatchObject({ status: 403, data: error });
	});
});

describe('group management', () => {
	it('creates a group with its members and first message', async () => {
		const { status, data } = await api().post(paths().manage, createSample);
		expect({ status, data }).toEqual({
			status: 200,
			data: {
				status: 'success',
				message: expect.any(String),
				data: {
					thread_id: expect.any(String),
					title: 'Launch crew',
					participants: ['+15550002222', '+15550003333'],
				},
			},
		});
		expect(await setup.control.group(data.data.thread_id)).toMatchObject({
			participants: [{ isBusiness: true }, { id: '15550002222' }, { id: '15550003333' }],
			messages: [{ text: 'Hello all', fromBusiness: true }],
		});
	});

	it('has no member limit', async () => {
		const participants = Array.from({ length: 20 }, (_, index) => `+155500${30000 + index}`);
		const { status } = await api().post(paths().manage, { ...createSample, participants });
		expect(status).toBe(200);
	});

	it.each([
		['agent_number', { agent_number: undefined }],
		['agent_number', { agent_number: '15550001111' }],
		['title', { title: undefined }],
		['participants', { participants: undefined }],
		['action', { action: 'dance' }],
	])('names a wrong %s', async (field, change) => {
		const { status, data } = await api().post(paths().manage, { ...createSample, ...change });
		expect(status).toBe(422);
		expect(data.detail).toContainEqual({
			loc: ['body', field],
			msg: expect.any(String),
			type: expect.any(String),
		});
	});

	it('refuses a number that is not the agent', async () => {
		const body = { ...createSample, agent_number: '+19990001111' };
		expect(await api().post(paths().manage, body)).toMatchObject({ status: 400, data: error });
	});
});

describe('threads', () => {
	it('answers 404 when there are none or one is unknown', async () => {
		for (const path of [paths().threads, paths().details('nowhere')]) {
			expect(await api().get(path)).toMatchObject({ status: 404, data: error });
		}
	});

	it('lists threads and returns details', async () => {
		const group = await setup.control.seed(1);
		const participants = ['+15550001111', `+${person(0).id}`];
		expect((await api().get(paths().threads)).data).toMatchObject({
			status: 'success',
			data: [{ id: group.id, type: 'group', thread_name: 'Launch crew', participants }],
		});
		expect((await api().get(paths().details(group.id))).data).toEqual({
			status: 'success',
			data: {
				account_id: account().accountId,
				chat_id: group.id,
				chat_name: 'Launch crew',
				participants,
			},
		});
	});
});

describe('sends', () => {
	it('accepts the documented sample, and answers bare or wrapped', async () => {
		const { id } = await setup.control.seed(1);
		const answer = {
			chat_group_id: id,
			from: '+15550001111',
			body: 'Hello',
			status: 'queued',
			date_created: expect.any(String),
		};
		expect((await api().post(paths().send, message(id))).data).toEqual(answer);
		await setup.control.set({ wrapAnswers: true });
		expect((await api().post(paths().send, message(id))).data).toEqual({
			status: 'success',
			data: answer,
		});
	});

	it.each([
		['content', { content: undefined, message: 'the prose form' }],
		['content', { content: '' }],
		['from', { from: undefined }],
		['thread_id', { thread_id: undefined }],
		['service', { service: 'sms' }],
	])('names a wrong %s', async (field, change) => {
		const { id } = await setup.control.seed(1);
		const { status, data } = await api().post(paths().send, { ...message(id), ...change });
		expect(status).toBe(422);
		expect(data.detail).toEqual([expect.objectContaining({ loc: ['body', field] })]);
	});

	it('answers 404 to an unknown thread', async () => {
		const answer = await api().post(paths().send, message('nowhere'));
		expect(answer).toMatchObject({ status: 404, data: error });
	});
});

describe('webhooks', () => {
	beforeEach(async () => {
		await setup.control.set({ webhookUrl: setup.receiver.url });
	});

	it('delivers messages, replies and one-to-one messages', async () => {
		const group = await setup.control.seed(1);
		const { data: first } = await setup.control.write(group, 'Hi');
		const common = {
			thread_id: group.id,
			message_id: first.id,
			thread_type: 'group',
			sender_number: `+${person(0).id}`,
			sender_name: 'Person 0',
			a1_account_id: account().accountId,
			a1_phone_number: '+15550001111',
			timestamp: expect.stringMatching(/\+00:00$/),
			service: 'whatsapp',
			is_from_agent: false,
		};
		expect(await received(1)).toEqual([
			{ ...common, message_type: 'text', message_content: { text: 'Hi' } },
		]);
		await setup.control.write(group, 'Me again', { replyTo: first.id });
		expect((await received(2))[1]).toMatchObject({
			message_type: 'rich_text',
			message_content: {
				text: 'Me again',
				quoted_message_content: 'Hi',
				quoted_message_sender: person(0).id,
			},
		});
		await setup.control.http.post('/direct-messages', { from: '+15550009999', text: 'You' });
		expect((await received(3))[2]).toMatchObject({ thread_type: 'individual' });
	});

	it('delivers own messages and tries once', async () => {
		setup.receiver.statuses.push(500);
		const { id } = await setup.control.seed(1);
		await api().post(paths().send, message(id));
		expect(await received(1)).toMatchObject([{ is_from_agent: true, thread_id: id }]);
		const delivery = await until(async () =>
			(await setup.control.deliveries()).find(({ state }) => state === 'failed'),
		);
		expect(delivery.attempts).toHaveLength(1);
	});

	it('signs deliveries when asked', async () => {
		await setup.control.set({ signDeliveries: true });
		await setup.control.write(await setup.control.seed(1), 'Hi ü');
		await received(1);
		const { headers, raw } = firstOf(setup.receiver.received);
		const digest = createHmac('sha256', account().apiSecret)
			.update(headers['x-timestamp'] + raw)
			.digest('hex');
		expect(headers['x-signature']).toBe(digest);
	});

	it('reports no joins and reads', async () => {
		const group = await setup.control.seed(1);
		await setup.control.join(group.inviteLink, 1);
		await setup.control.leave(group, 1);
		await setup.control.write(group, 'The only thing to report');
		await received(1);
		expect(await setup.control.deliveries()).toHaveLength(1);
	});
});
