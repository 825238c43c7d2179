import type { IDataObject } from 'n8n-workflow';

import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import type { Account } from '../../../nodes/WhatsAppGroups/contract/http';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { firstOf } from '../../support/firstOf';
import { fakeRequest, perform } from '../support/request';

const ACCOUNT = { accountId: 'acc/000', agentNumber: '+15550001111' };
const BARE = {
	chat_group_id: 'chat_000',
	from: '+15550001111',
	body: 'Hello',
	status: 'queued',
	date_created: '2025-01-01T00:00:00Z',
};

describe('sending', () => {
	const send = async (answer: IDataObject, account: Account = ACCOUNT) => {
		const request = fakeRequest(account, answer);
		const input = { groupId: 'chat_000', type: 'text', text: 'Hello' } as const;
		return { request, answered: await perform(a1Base, 'message.send', request, input) };
	};

	it('goes to the path of the OpenAPI file', async () => {
		const { request } = await send(BARE);

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/messages/group/acc%2F000/send',
				body: {
					content: 'Hello',
					from: '+15550001111',
					thread_id: 'chat_000',
					service: 'whatsapp',
				},
			},
		]);
	});

	it.each<{ form: string; answer: IDataObject; status: string; timestamp: string | null }>([
		{ form: 'bare', answer: BARE, status: 'queued', timestamp: '2025-01-01T00:00:00.000Z' },
		{
			form: 'wrapped',
			answer: { status: 'success', data: BARE },
			status: 'queued',
			timestamp: '2025-01-01T00:00:00.000Z',
		},
		{
			form: 'with a thread id',
			answer: { thread_id: 'chat_000', body: 'Hello', status: 'sent' },
			status: 'sent',
			timestamp: null,
		},
	])('reads an answer that is $form', async ({ answer, status, timestamp }) => {
		const { answered } = await send(answer);

		expect(answered.result).toEqual({ groupId: 'chat_000', messageId: null, status, timestamp });
		expect(answered.raw).toEqual(answer);
	});

	it('returns the ID of the message if there is one', async () => {
		const { answered } = await send({ ...BARE, message_id: 'msg_000' });

		expect(answered.result.messageId).toBe('msg_000');
	});

	it.each(['15550001111', '+1 555 000-1111', ' +15550001111 '])(
		'writes the agent number “%s” with + and digits',
		async (agentNumber) => {
			const { request } = await send(BARE, { ...ACCOUNT, agentNumber });

			expect(firstOf(request.calls).body?.from).toBe('+15550001111');
		},
	);

	it.each(['accountId', 'agentNumber'])('asks for a missing %s', async (field) => {
		await expect(send(BARE, { ...ACCOUNT, [field]: ' ' })).rejects.toThrow(FieldError);
	});
});

describe('creating a group', () => {
	const INPUT = { subject: 'Launch crew', participants: ['15550002222', '15550003333'] };

	it.each<{ form: string; answer: IDataObject }>([
		{
			form: 'wrapped',
			answer: {
				status: 'success',
				message: 'Created',
				data: { thread_id: 'chat_000', title: 'Launch crew', participants: ['+15550002222'] },
			},
		},
		{
			form: 'bare',
			answer: { thread_id: 'chat_000', title: 'Launch crew', participants: ['+15550002222'] },
		},
	])('reads an answer that is $form', async ({ answer }) => {
		const request = fakeRequest(ACCOUNT, answer);

		const { result } = await perform(a1Base, 'group.create', request, {
			...INPUT,
			initialMessage: 'Hello all',
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/whatsapp/acc%2F000/group-management',
				body: {
					action: 'create',
					agent_number: '+15550001111',
					title: 'Launch crew',
					participants: ['+15550002222', '+15550003333'],
					initial_message: 'Hello all',
				},
			},
		]);
		expect(result).toMatchObject({
			groupId: 'chat_000',
			subject: 'Launch crew',
			participants: ['15550002222'],
			inviteLink: null,
			requestId: null,
		});
	});

	it('keeps the subject where the answer has none', async () => {
		const request = fakeRequest(ACCOUNT, { status: 'success', data: { thread_id: 'chat_000' } });

		const { result } = await perform(a1Base, 'group.create', request, INPUT);

		expect(result).toMatchObject({ groupId: 'chat_000', subject: 'Launch crew' });
	});

	it('needs somebody in the group', async () => {
		const request = fakeRequest(ACCOUNT, {});

		await expect(
			perform(a1Base, 'group.create', request, { subject: 'Launch crew', participants: [] }),
		).rejects.toThrow(FieldError);
		expect(request.calls).toEqual([]);
	});
});
