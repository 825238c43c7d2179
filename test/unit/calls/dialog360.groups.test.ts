import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { FieldError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { firstOf } from '../../support/firstOf';
import { unknownGroup } from '../../support/unknownGroup';
import { fakeRequest, perform } from '../support/request';

const GROUP = 'Y2Fw/aV9+ncm=';

describe('creating a group', () => {
	it.each([
		{ answer: { id: GROUP }, known: { groupId: GROUP } },
		{
			answer: { messaging_product: 'whatsapp', request_id: '<R>' },
			known: { requestId: '<R>' },
		},
	])('answered with $answer', async ({ answer, known }) => {
		const request = fakeRequest({}, answer);

		const { result } = await perform(dialog360, 'group.create', request, {
			subject: 'Launch crew',
			description: 'All of us',
			joinApprovalMode: 'approval_required',
		});

		expect(request.calls).toEqual([
			{
				method: 'POST',
				path: '/groups',
				body: {
					messaging_product: 'whatsapp',
					subject: 'Launch crew',
					description: 'All of us',
					join_approval_mode: 'approval_required',
				},
			},
		]);
		expect(result).toEqual({
			...unknownGroup,
			subject: 'Launch crew',
			description: 'All of us',
			joinApprovalMode: 'approval_required',
			...known,
		});
	});

	it('sends only the given fields', async () => {
		const request = fakeRequest({}, { id: GROUP });

		await perform(dialog360, 'group.create', request, { subject: 'Launch crew' });

		expect(firstOf(request.calls).body).toEqual({
			messaging_product: 'whatsapp',
			subject: 'Launch crew',
		});
	});

	it.each([
		{ field: 'subject', limit: 128 },
		{ field: 'description', limit: 2048 },
	])('accepts a $field of $limit characters, and not one more', async ({ field, limit }) => {
		const request = fakeRequest({}, { id: GROUP });
		const create = async (length: number) =>
			await perform(dialog360, 'group.create', request, {
				subject: 'Launch crew',
				[field]: 'x'.repeat(length),
			});

		await create(limit);
		await expect(create(limit + 1)).rejects.toThrow(FieldError);
		expect(request.calls).toHaveLength(1);
	});
});

describe('listing groups', () => {
	const list = async (answer: Parameters<typeof fakeRequest>[1], cursor?: string) => {
		const request = fakeRequest({}, answer);
		return {
			request,
			page: await perform(dialog360, 'group.getMany', request, { limit: 2, cursor }),
		};
	};
	const entries = [
		{ id: GROUP, subject: 'One', created_at: 1755548877 },
		{ id: 'G2', subject: 'Two', created_at: '1755548877' },
	];

	it('reads the groups and where the next page begins', async () => {
		const { request, page } = await list({
			data: { groups: entries },
			paging: { cursors: { after: 'A', before: 'B' }, next: 'https://example.com/next' },
		});

		expect(request.calls).toEqual([{ method: 'GET', path: '/groups', query: { limit: 2 } }]);
		expect(page.nextCursor).toBe('A');
		expect(page.answers.map(({ result }) => result)).toEqual([
			{ ...unknownGroup, groupId: GROUP, subject: 'One', createdAt: '2025-08-18T20:27:57.000Z' },
			{ ...unknownGroup, groupId: 'G2', subject: 'Two', createdAt: '2025-08-18T20:27:57.000Z' },
		]);
		expect(page.answers.map(({ raw }) => raw)).toEqual(entries);
	});

	it('continues from a cursor', async () => {
		const { request } = await list({ data: { groups: [] } }, 'A/+=');

		expect(firstOf(request.calls).query).toEqual({ limit: 2, after: 'A/+=' });
	});

	it.each([
		['a short page without a next address', [1], { cursors: { after: 'A', before: 'B' } }],
		['a page without paging', [1, 2], undefined],
	])('ends after %s', async (_what, { length }, paging) => {
		const { page } = await list({ data: { groups: entries.slice(0, length) }, paging });

		expect(page.answers).toHaveLength(length);
		expect(page.nextCursor).toBeUndefined();
	});

	it('continues after a full page with a cursor, because `next` is optional', async () => {
		const { page } = await list({ data: { groups: entries }, paging: { cursors: { after: 'A' } } });

		expect(page.nextCursor).toBe('A');
	});

	it('asks for at most 1,024 at a time, the maximum of Meta', async () => {
		const request = fakeRequest({}, { data: { groups: [] } });

		await perform(dialog360, 'group.getMany', request, { limit: Infinity });

		expect(request.calls[0]!.query).toEqual({ limit: 1024 });
	});

	it('reads a list without `groups`, which third parties have seen', async () => {
		const { page } = await list({ data: entries });

		expect(page.answers.map(({ result }) => result.groupId)).toEqual([GROUP, 'G2']);
	});
});
