import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { fakeRequest, perform } from '../support/request';

const USER_ID = 'US.13491208655302741918';
const PHONE = '14155552671';
const META = { phoneNumberId: '1000' };
const A1 = { accountId: 'acc', agentNumber: '+15550001111' };

describe.each([dialog360, metaCloud])('$displayName', (provider) => {
	it('removes people by number and by user id', async () => {
		const request = fakeRequest(META, { success: true });

		const outcomes = await perform(provider, 'participant.remove', request, {
			groupId: 'G',
			participants: [PHONE, USER_ID],
		});

		expect(request.calls[0]!.body).toMatchObject({
			participants: [{ user: PHONE }, { user: USER_ID }],
		});
		expect(outcomes.map(({ result }) => result)).toMatchObject([
			{ participantId: PHONE, success: true },
			{ participantId: USER_ID, success: true },
		]);
	});

	it('says of a user id that it could not be removed', async () => {
		const failed = [{ user_id: USER_ID, errors: [{ code: 131212 }] }];
		const request = fakeRequest(META, { success: true, failed_participants: failed });

		const outcomes = await perform(provider, 'participant.remove', request, {
			groupId: 'G',
			participants: [PHONE, USER_ID],
		});

		expect(outcomes.map(({ result }) => result.success)).toEqual([true, false]);
	});

	it('says of each join request what became of it', async () => {
		const request = fakeRequest(META, {
			approved_join_requests: ['A'],
			failed_join_requests: [{ join_request_id: 'B', errors: [{ code: 131213 }] }],
		});

		const outcomes = await perform(provider, 'joinRequest.approve', request, {
			groupId: 'G',
			joinRequestIds: ['A', 'B', 'C'],
		});

		expect(outcomes.map(({ result }) => result)).toMatchObject([
			{ joinRequestId: 'A', success: true, error: null },
			{ joinRequestId: 'B', success: false, error: expect.stringContaining('131213') },
			{ joinRequestId: 'C', success: false, error: expect.any(String) },
		]);
	});
});

const invitation = {
	groupId: 'G',
	to: USER_ID,
	template: {
		name: 'invite',
		language: 'en',
		approved: true,
		namespace: null,
		components: [],
		variables: [],
		unfillable: null,
	},
};

it('1MSG invites by user id', async () => {
	const request = fakeRequest({ channelId: 'C' }, { sent: true, id: 'wamid.A' });

	await perform(oneMsg, 'inviteLink.send', request, invitation);

	expect(request.calls[0]!.body).toMatchObject({ chatId: `${USER_ID}@lid` });
	expect(request.calls[0]!.body).not.toHaveProperty('phone');
});

it.each([
	['360dialog', dialog360, 'To'],
	['Meta', metaCloud, 'To'],
])('%s refuses to invite by user id, by name', async (_name, provider, field) => {
	const request = fakeRequest(META);

	await expect(perform(provider, 'inviteLink.send', request, invitation)).rejects.toMatchObject({
		field,
		message: expect.stringContaining(USER_ID),
	});
	expect(request.calls).toEqual([]);
});

it.each(['participant.add', 'participant.remove', 'participant.promote'] as const)(
	'A1Base refuses user ids in %s, by name',
	async (key) => {
		const request = fakeRequest(A1);
		const people = { groupId: 'G', participants: [PHONE, USER_ID] };

		await expect(perform(a1Base, key, request, people)).rejects.toThrow(USER_ID);
		expect(request.calls).toEqual([]);
	},
);
