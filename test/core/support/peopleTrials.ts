import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import type { Group } from '../../../sandbox/world/model';
import { person, type Json } from '../../sandbox/support';
import { groupField } from './house';
import { business, found, isoTime, membersOf, type Scene, type Trial } from './scene';

const people = (index: number) => ({
	parameters: ({ group }: Scene) => ({
		group: groupField(group),
		participants: `+${person(index).id}`,
	}),
	output: ({ group }: Scene) => ({
		groupId: group.id,
		participantId: person(index).id,
		success: true,
		error: null,
	}),
});

/** A group that asks for approval, with one person who wants to get in. */
async function askToJoin(scene: Scene): Promise<void> {
	const { data: group } = await scene.control.http.post('/groups', {
		subject: 'Invited only',
		joinApprovalMode: 'approval_required',
	});
	const path = `/groups/${encodeURIComponent(group.id)}/join-requests`;
	await scene.control.http.post(path, { participant: person(4) });
	const now = await scene.control.group(group.id);
	Object.assign(scene.group, now);
}

const requests = {
	arrange: askToJoin,
	parameters: ({ group }: Scene) => ({
		group: groupField(group),
		joinRequestIds: group.joinRequests?.[0]?.id ?? 'request',
	}),
	output: ({ group }: Scene) => ({
		groupId: group.id,
		joinRequestId: group.joinRequests[0].id,
		success: true,
		error: null,
	}),
};

const isAdmin = (scene: Scene, now: Group[]) =>
	found(scene, now).participants.find(({ id }) => id === person(0).id)?.isAdmin;

/** People in a group, and those who ask to get in. */
export const peopleTrials = {
	'participant.add': {
		...people(2),
		effect: (scene, now) => {
			expect(membersOf(scene, now)).toContain(person(2).id);
		},
	},
	'participant.remove': {
		...people(0),
		effect: (scene, now) => {
			expect(membersOf(scene, now)).not.toContain(person(0).id);
		},
	},
	'participant.promote': {
		...people(0),
		effect: (scene, now) => {
			expect(isAdmin(scene, now)).toBe(true);
		},
	},
	'participant.demote': {
		...people(0),
		before: (scene) => ({ ...people(0).parameters(scene), operation: 'promote' }),
		effect: (scene, now) => {
			expect(isAdmin(scene, now)).toBe(false);
		},
	},
	'participant.getMany': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ provider, group }) =>
			(provider === 'a1Base' ? [business, person(0).id] : [person(0).id]).map((participantId) => ({
				groupId: group.id,
				participantId,
				name: null,
			})),
		effect: () => undefined,
		// A1Base lists bare numbers: each item is the whole answer.
		raw: ({ answer }: { answer: Json }) =>
			answer.participants ?? answer.data.participants.map(() => answer),
	},
	'joinRequest.getMany': {
		arrange: askToJoin,
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ group }) => ({
			groupId: group.id,
			joinRequestId: group.joinRequests[0].id,
			participantId: person(4).id,
			createdAt: isoTime,
		}),
		effect: () => undefined,
		raw: ({ answer }: { answer: Json }) => answer.data[0],
	},
	'joinRequest.approve': {
		...requests,
		effect: (scene, now) => {
			expect(membersOf(scene, now)).toContain(person(4).id);
		},
	},
	'joinRequest.reject': {
		...requests,
		effect: (scene, now) => {
			expect(membersOf(scene, now)).not.toContain(person(4).id);
			expect(found(scene, now).joinRequests).toEqual([]);
		},
	},
} satisfies Partial<Record<OperationKey, Trial>>;
