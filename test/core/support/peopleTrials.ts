import type { OperationKey } from '../../../nodes/WhatsAppGroups/providers/Provider';
import { person, type Json } from '../../sandbox/support';
import { groupField } from './house';
import { found, isoTime, type Scene, type Trial } from './scene';

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

const members = (scene: Scene, now: Parameters<typeof found>[1]) =>
	found(scene, now).participants.map(({ id }) => id);

/** People in a group, and those who ask to get in. */
export const peopleTrials = {
	'participant.add': {
		...people(2),
		effect: (scene, now) => {
			expect(members(scene, now)).toContain(person(2).id);
		},
	},
	'participant.remove': {
		...people(0),
		effect: (scene, now) => {
			expect(members(scene, now)).not.toContain(person(0).id);
		},
	},
	'participant.promote': { ...people(0), effect: () => undefined },
	'participant.demote': { ...people(0), effect: () => undefined },
	'participant.getMany': {
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ group }) => ({ groupId: group.id, participantId: person(0).id, name: null }),
		effect: () => undefined,
		raw: ({ answer }: { answer: Json }) => answer.participants[0],
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
			expect(members(scene, now)).toContain(person(4).id);
		},
	},
	'joinRequest.reject': {
		...requests,
		effect: (scene, now) => {
			expect(members(scene, now)).not.toContain(person(4).id);
			expect(found(scene, now).joinRequests).toEqual([]);
		},
	},
} satisfies Partial<Record<OperationKey, Trial>>;
