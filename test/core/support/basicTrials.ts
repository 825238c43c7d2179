import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { person, type Json } from '../../sandbox/support';
import { groupField } from './house';
import {
	business,
	created,
	found,
	isoTime,
	ofMessage,
	unknownGroup,
	wamid,
	type Trial,
} from './scene';

/** Messages, new groups, lists and invite links. */
export const basicTrials = {
	'message.send': {
		parameters: ({ group }) => ({ group: groupField(group), text: 'Hello all' }),
		output: ({ provider, group }) => ({
			groupId: group.id,
			...(provider === 'a1Base'
				? { messageId: null, status: 'queued', timestamp: isoTime }
				: { messageId: wamid, status: 'sent', timestamp: null }),
		}),
		effect: (scene, now) => {
			expect(found(scene, now).messages.at(-1)).toMatchObject({
				text: 'Hello all',
				fromBusiness: true,
			});
		},
	},
	'message.pin': {
		parameters: (scene) => ({ ...ofMessage(scene), expirationDays: 4 }),
		before: ({ group, older }) => ({
			group: groupField(group),
			messageId: older.id,
			expirationDays: 1,
		}),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: true }),
		effect: (scene, now) => {
			expect(found(scene, now).pins).toEqual([scene.older.id, scene.message.id]);
		},
	},
	'message.unpin': {
		parameters: ofMessage,
		before: (scene) => ({ ...ofMessage(scene), operation: 'pin', expirationDays: 1 }),
		output: ({ group, message }) => ({ groupId: group.id, messageId: message.id, pinned: false }),
		effect: (scene, now) => {
			expect(found(scene, now).pins).toEqual([]);
		},
	},
	'group.create': {
		parameters: () => ({ subject: 'New crew', participants: `+${person(1).id}` }),
		output: (scene, now) => ({
			...unknownGroup,
			groupId: created(scene, now).id,
			subject: 'New crew',
			...(scene.provider === 'metaCloud' ? { groupId: null, requestId: expect.any(String) } : {}),
			...(scene.provider === 'oneMsg' ? { inviteLink: created(scene, now).inviteLink } : {}),
			...(scene.provider === 'a1Base' ? { participants: [person(1).id], participantCount: 1 } : {}),
		}),
		effect: (scene, now) => {
			expect(now).toHaveLength(2);
			expect(created(scene, now).subject).toBe('New crew');
		},
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
		output: (scene, now) => ({
			groupId: scene.group.id,
			inviteLink: found(scene, now).inviteLink,
		}),
		effect: async (scene, now) => {
			expect(found(scene, now).inviteLink).not.toBe(scene.group.inviteLink);
			expect((await scene.control.join(scene.group.inviteLink, 1)).status).toBe(409);
			expect((await scene.control.join(found(scene, now).inviteLink, 1)).status).toBe(200);
		},
	},
} satisfies Partial<Record<OperationKey, Trial>>;
