import type { IDataObject } from 'n8n-workflow';

import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { fakeRequest, perform } from '../support/request';

const LINK = 'https://chat.whatsapp.com/<LINK>';

describe('sending', () => {
	const send = async (groupId: string, answer: IDataObject, text = 'Hello') => {
		const request = fakeRequest({}, answer);
		const { result } = await perform(oneMsg, 'message.send', request, {
			groupId,
			type: 'text',
			text,
		});
		return { request, result };
	};
	const SENT = { sent: true, id: 'wamid.SAMPLE', message: 'Sent', description: '' };

	it.each([
		['120363046942338209', '120363046942338209'],
		['120363046942338209@g.us', '120363046942338209'],
		['Y2Fw/aV9+ncm=', 'Y2Fw/aV9+ncm='],
	])('to %s', async (groupId, plain) => {
		const { request, result } = await send(groupId, SENT);

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/sendMessage',
				body: { chatId: `${plain}@g.us`, body: 'Hello' },
			},
		]);
		expect(result).toEqual({
			groupId: plain,
			messageId: 'wamid.SAMPLE',
			status: 'sent',
			timestamp: null,
		});
	});

	it('does not return the ID of a job as the ID of a message', async () => {
		const { result } = await send('1', { sent: false, jobId: 'job-1', id: 'job-1' });

		expect(result).toMatchObject({ status: 'queued', messageId: null });
	});

	it('accepts 4096 characters, and refuses one more before anything is sent', async () => {
		await send('1', SENT, 'x'.repeat(4096));

		const request = fakeRequest({}, SENT);
		const tooLong = { groupId: '1', type: 'text', text: 'x'.repeat(4097) } as const;
		await expect(perform(oneMsg, 'message.send', request, tooLong)).rejects.toThrow(FieldError);
		expect(request.calls).toEqual([]);
	});
});

describe('creating a group', () => {
	it.each<{ answer: IDataObject; groupId: string | null; requestId: string | null }>([
		{ answer: { id: 'G' }, groupId: 'G', requestId: null },
		{ answer: { groupId: 'G' }, groupId: 'G', requestId: null },
		{ answer: { group_id: 'G' }, groupId: 'G', requestId: null },
		{ answer: { response: { id: 'G' } }, groupId: 'G', requestId: null },
		{ answer: { data: { id: 'G' } }, groupId: 'G', requestId: null },
		{ answer: { id: 'G@g.us' }, groupId: 'G', requestId: null },
		{ answer: { request_id: 'R' }, groupId: null, requestId: 'R' },
		{ answer: { success: true }, groupId: null, requestId: null },
	])('answered with $answer', async ({ answer, groupId, requestId }) => {
		const request = fakeRequest({}, answer);

		const { result } = await perform(oneMsg, 'group.create', request, {
			subject: 'Launch crew',
			description: 'All of us',
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/groups',
				body: { groupName: 'Launch crew', description: 'All of us' },
			},
		]);
		expect(result).toMatchObject({
			groupId,
			requestId,
			subject: 'Launch crew',
			description: 'All of us',
			participants: null,
		});
	});
});

describe('listing groups', () => {
	it.each<{ answer: IDataObject }>([
		{ answer: { groups: [{ id: 'G', subject: 'One' }] } },
		{ answer: { data: [{ groupId: 'G', name: 'One' }] } },
		{ answer: { items: [{ id: 'G@g.us', groupName: 'One' }] } },
		{ answer: { data: { groups: [{ id: 'G', subject: 'One' }] } } },
	])('answered with $answer', async ({ answer }) => {
		const request = fakeRequest({}, answer);

		const page = await perform(oneMsg, 'group.getMany', request, { limit: 10, cursor: 'A/+=' });

		expect(request.calls).toEqual([
			{ method: 'GET', path: '/groups', query: { limit: 10, after: 'A/+=' } },
		]);
		expect(page.answers.map(({ result }) => result)).toEqual([
			expect.objectContaining({ groupId: 'G', subject: 'One' }),
		]);
		expect(page.nextCursor).toBeUndefined();
	});

	it('finds where the next page begins', async () => {
		const request = fakeRequest(
			{},
			{ groups: [{ id: 'G' }], paging: { cursors: { after: 'A' }, next: 'https://x.example' } },
		);

		const { nextCursor } = await perform(oneMsg, 'group.getMany', request, { limit: 1 });

		expect(nextCursor).toBe('A');
	});

	it('reads an empty list', async () => {
		const page = await perform(oneMsg, 'group.getMany', fakeRequest({}, { groups: [] }), {
			limit: 10,
		});

		expect(page).toEqual({ answers: [] });
	});
});

describe.each([
	['inviteLink.get', 'GET'],
	['inviteLink.reset', 'POST'],
] as const)('%s', (key, method) => {
	it.each<{ answer: IDataObject }>([
		{ answer: { invite_link: LINK } },
		{ answer: { inviteLink: LINK } },
		{ answer: { response: { invite_link: LINK } } },
		{ answer: { data: { inviteLink: LINK } } },
	])('answered with $answer', async ({ answer }) => {
		const request = fakeRequest({}, answer);

		const { result } = await perform(oneMsg, key, request, { groupId: 'Y2Fw/aV9+ncm=@g.us' });

		expect(request.calls).toEqual([{ method, path: '/groups/Y2Fw%2FaV9%2Bncm%3D/inviteLink' }]);
		expect(result).toEqual({ groupId: 'Y2Fw/aV9+ncm=', inviteLink: LINK });
	});
});
