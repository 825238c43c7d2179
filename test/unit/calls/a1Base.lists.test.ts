import type { IDataObject } from 'n8n-workflow';

import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { ProviderError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { fakeRequest, perform } from '../support/request';

const ACCOUNT = { accountId: 'acc/000', agentNumber: '+15550001111' };

describe('listing groups', () => {
	const list = async (answer: IDataObject | Error) => {
		const request = fakeRequest(ACCOUNT, answer);
		return { request, page: await perform(a1Base, 'group.getMany', request, { limit: 10 }) };
	};
	const THREADS = [
		{
			id: 'chat_000',
			type: 'group',
			thread_name: 'Launch crew',
			created_at: '2025-01-31T00:48:15+00:00',
			participants: ['+15550002222', '+15550003333'],
		},
		{ id: 'chat_001', type: 'individual', thread_name: 'Sample Person' },
	];
	const notFound = (message: string) =>
		new ProviderError(message, {
			description: message,
			httpStatus: 404,
			answer: { detail: message },
		});

	it.each<{ form: string; answer: IDataObject }>([
		{ form: 'in `data`', answer: { status: 'success', data: THREADS } },
		{
			form: 'in `threads`, bare',
			answer: { threads: THREADS, total_count: 2, has_more: false },
		},
		{
			form: 'in `threads`, wrapped',
			answer: { data: { threads: THREADS, total_count: 2, has_more: false } },
		},
	])('reads the groups among the threads, $form', async ({ answer }) => {
		const { request, page } = await list(answer);

		expect(request.calls).toEqual([
			{ method: 'GET', path: '/messages/threads/acc%2F000/get-all/%2B15550001111' },
		]);
		expect(page.answers.map(({ result }) => result)).toEqual([
			expect.objectContaining({
				groupId: 'chat_000',
				subject: 'Launch crew',
				participants: ['15550002222', '15550003333'],
				participantCount: 2,
				createdAt: '2025-01-31T00:48:15.000Z',
			}),
		]);
		expect(page.nextCursor).toBeUndefined();
	});

	it('is empty for an account without threads, which is answered with 404', async () => {
		const { page } = await list(notFound('No threads found'));

		expect(page.answers).toEqual([]);
	});

	it('fails for any other 404, such as a wrong account', async () => {
		await expect(list(notFound('Account does not exist'))).rejects.toThrow(ProviderError);
	});
});
