import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { person, type Json } from '../../sandbox/support';
import { unknownGroup } from '../../support/unknownGroup';
import { groupField } from './sandbox';
import { business, created, found, isoTime, ofMessage, wamid, type Expectation } from './setup';

/** Messages, new groups, lists and invite links. */
export const basicExpectations = {
	'message.send': {
		parameters: ({ group }) => ({ group: groupField(group), text: 'Hello all' }),
		output: ({ provider, group }) => ({
			groupId: group.id,
			...(provider === 'a1Base'
				? { messageId: null, status: 'queued', timestamp: isoTime }
				: { messageId: wamid, status: 'sent', timestamp: null }),
		}),
		effect: (setup, now) => {
			expect(found(setup, now).messages.at(-1)).toMatchObject({
				text: 'Hello all',
				fromBusiness: true,
			});
		},
	},
	'message.pin': {
		parameters: (setup) => ({ ...ofMessage(setup), expirationDays: 4 }),
		before: ({ group, older }) => ({
			group: groupField(group),
			messageId: older.id,
			expirationDays: 1,
		}),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: true }),
		effect: (setup, now) => {
			expect(found(setup, now).pins).toEqual([setup.older.id, setup.message.id]);
		},
	},
	'message.unpin': {
		parameters: ofMessage,
		before: (setup) => ({ ...ofMessage(setup), operation: 'pin', expirationDays: 1 }),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: false }),
		effect: (setup, now) => {
			expect(found(setup, now).pins).toEqual([]);
		},
	},
	'group.create': {
		parameters: () => ({
			subject: 'New crew',
			participants: `+${person(1).id}`,
			options: { waitSeconds: 2 },
		}),
		output: (setup, now) => ({
			...unknownGroup,
			groupId: created(setup, now).id,
			subject: 'New crew',
			...(setup.provider === 'metaCloud'
				? { requestId: expect.any(String), createdAt: isoTime }
				: {}),
			...(setup.provider === 'a1Base' ? {} : { inviteLink: created(setup, now).inviteLink }),
			...(setup.provider === 'a1Base' ? { participants: [person(1).id], participantCount: 1 } : {}),
			created: true,
			advice: null,
		}),
		effect: (setup, now) => {
			expect(now).toHaveLength(2);
			expect(created(setup, now).subject).toBe('New crew');
		},
		// Beside the invite link there is what the calls before it answered.
		raw: ({ answer }: { answer: Json }) => expect.objectContaining(answer),
	},
	'group.getMany': {
		parameters: () => ({ returnAll: true }),
		output: ({ provider, group }) => ({
			...unknownGroup,
			groupId: group.id,
			subject: group.subject,
			...(provider === 'a1Base'
				? { participants: [business, person(0).id], participantCount: 2 }
				: {}),
			createdAt: isoTime,
		}),
		effect: ({ group }, now) => {
			expect(now.map(({ id }) => id)).toEqual([group.id]);
		},
		raw: ({ answer }: { answer: Json }) => (answer.data?.groups ?? answer.groups ?? answer.data)[0],
	},
	'inviteLink.get': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ group }) => ({ groupId: group.id, inviteLink: group.inviteLink }),
		effect: async ({ control, group }) => {
			expect((await control.join(group.inviteLink, 1)).status).toBe(200);
		},
	},
	'inviteLink.reset': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: (setup, now) => ({
			groupId: setup.group.id,
			inviteLink: found(setup, now).inviteLink,
		}),
		effect: async (setup, now) => {
			expect(found(setup, now).inviteLink).not.toBe(setup.group.inviteLink);
			expect((await setup.control.join(setup.group.inviteLink, 1)).status).toBe(409);
			expect((await setup.control.join(found(setup, now).inviteLink, 1)).status).toBe(200);
		},
	},
} satisfies Partial<Record<OperationKey, Expectation>>;
