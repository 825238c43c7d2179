import type { OperationKey } from '../../../nodes/WhatsAppGroups/providers/Provider';
import { person, type Json } from '../../sandbox/support';
import { groupField } from './house';
import { found, isoTime, unknownGroup, wamid, type Scene, type Trial } from './scene';

const ofGroup = ({ group }: Scene) => ({ group: groupField(group) });
const accepted = ({ group }: Scene) => ({
	groupId: group.id,
	success: true,
	requestId: null,
});
const template = { __rl: true, mode: 'id', value: 'group_invite_link' };

/** Looking at a group, changing it, and inviting people to it. */
export const groupTrials = {
	'message.getMany': {
		parameters: ofGroup,
		output: ({ group, message }) => ({
			groupId: group.id,
			messageId: message.id,
			timestamp: isoTime,
			sender: { id: person(0).id, name: person(0).name },
			type: 'text',
			text: 'Second',
			fromMe: expect.anything(),
		}),
		effect: () => undefined,
		raw: ({ answer }: { answer: Json }) => (answer.messages ?? answer.data)[0],
	},
	'group.get': {
		parameters: ofGroup,
		output: ({ group }) => ({
			...unknownGroup,
			groupId: group.id,
			subject: group.subject,
			participantCount: 1,
			participants: [person(0).id],
			joinApprovalMode: 'auto_approve',
			suspended: false,
			createdAt: isoTime,
		}),
		effect: () => undefined,
	},
	'group.update': {
		parameters: (scene) => ({
			...ofGroup(scene),
			updateFields: { subject: 'New name', description: 'New words' },
		}),
		output: accepted,
		effect: (scene, now) => {
			expect(found(scene, now)).toMatchObject({ subject: 'New name', description: 'New words' });
		},
	},
	'group.delete': {
		parameters: ofGroup,
		output: accepted,
		effect: (_scene, now) => {
			expect(now).toEqual([]);
		},
	},
	'group.join': {
		parameters: ({ group }) => ({ inviteLink: group.inviteLink }),
		output: ({ group }) => ({ ...unknownGroup, groupId: group.id, subject: group.subject }),
		effect: () => undefined,
	},
	'group.leave': { parameters: ofGroup, output: accepted, effect: () => undefined },
	'group.updatePermissions': {
		parameters: (scene) => ({ ...ofGroup(scene), permission: 'adminsWrite' }),
		output: accepted,
		effect: () => undefined,
	},
	'inviteLink.send': {
		parameters: (scene) => ({ ...ofGroup(scene), to: `+${person(3).id}`, template }),
		output: ({ group }) => ({
			groupId: group.id,
			participantId: person(3).id,
			messageId: wamid,
			status: 'sent',
			error: null,
		}),
		effect: async ({ control, group }) => {
			const { data } = await control.http.get('/invitations');
			expect(data.at(-1)).toMatchObject({ to: person(3).id, groupId: group.id });
		},
	},
} satisfies Partial<Record<OperationKey, Trial>>;
