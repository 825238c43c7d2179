import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import { person, type Json } from '../../sandbox/support';
import { unknownGroup } from '../../support/unknownGroup';
import { groupField } from './sandbox';
import { business, found, isoTime, membersOf, wamid, type Setup, type Expectation } from './setup';

const ofGroup = ({ group }: Setup) => ({ group: groupField(group) });
const accepted = ({ group }: Setup) => ({
	groupId: group.id,
	success: true,
	requestId: null,
});
const template = { __rl: true, mode: 'id', value: 'group_invite_link' };

/** A1Base returns “recent messages”, 1MSG a history. */
const newestFirst = (provider: string) => provider === 'a1Base';

/** The fields of a group in a thread of A1Base. */
const thread = {
	...unknownGroup,
	participantCount: 2,
	participants: [business, person(0).id],
};

const details = {
	participantCount: 1,
	participants: [person(0).id],
	joinApprovalMode: 'auto_approve',
	suspended: false,
	createdAt: isoTime,
};

/** Looking at a group, changing it, and inviting people to it. */
export const groupExpectations = {
	'message.getMany': {
		parameters: ofGroup,
		output: ({ provider, group, older, message }) => {
			const stored = [older, message].map(({ id, text }) => ({
				groupId: group.id,
				messageId: id,
				timestamp: isoTime,
				sender: { id: person(0).id, name: person(0).name },
				type: 'text',
				text,
				fromMe: false,
			}));
			return newestFirst(provider) ? stored.reverse() : stored;
		},
		effect: () => undefined,
		raw: ({ answer }: { answer: Json }) => answer.messages ?? answer.data,
	},
	'group.get': {
		parameters: ofGroup,
		output: ({ provider, group }) => ({
			...(provider === 'a1Base' ? thread : { ...unknownGroup, ...details }),
			groupId: group.id,
			subject: group.subject,
		}),
		effect: () => undefined,
	},
	'group.update': {
		parameters: (setup) => ({
			...ofGroup(setup),
			updateFields: { subject: 'New name', description: 'New words' },
		}),
		output: accepted,
		effect: (setup, now) => {
			expect(found(setup, now)).toMatchObject({ subject: 'New name', description: 'New words' });
		},
	},
	'group.delete': {
		parameters: ofGroup,
		output: (setup) => ({ ...accepted(setup), deleted: true }),
		effect: (_setup, now) => {
			expect(now).toEqual([]);
		},
	},
	'group.join': {
		arrange: async (setup) => {
			const { status, data } = await setup.control.http.post('/invitations', {
				from: person(0).id,
				name: person(0).name,
				groupName: 'Theirs',
			});
			expect(status).toBe(200);
			Object.assign(setup.group, await setup.control.group(data.group.id));
		},
		parameters: ({ group }) => ({ inviteLink: group.inviteLink }),
		output: ({ group }) => ({
			...unknownGroup,
			groupId: group.id,
			subject: 'Theirs',
			participantCount: 2,
			participants: [person(0).id, business],
		}),
		effect: (setup, now) => {
			expect(membersOf(setup, now)).toEqual([person(0).id, business]);
		},
	},
	'group.leave': {
		parameters: ofGroup,
		output: accepted,
		effect: (setup, now) => {
			expect(membersOf(setup, now)).toEqual([person(0).id]);
		},
	},
	'group.updatePermissions': {
		parameters: (setup) => ({ ...ofGroup(setup), permission: 'adminsWrite' }),
		output: accepted,
		effect: (setup, now) => {
			expect(found(setup, now).adminsOnly).toEqual({ write: true, edit: false });
		},
	},
	'inviteLink.send': {
		parameters: (setup) => ({ ...ofGroup(setup), to: `+${person(3).id}`, template }),
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
} satisfies Partial<Record<OperationKey, Expectation>>;
