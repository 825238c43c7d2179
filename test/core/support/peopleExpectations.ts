import type { OperationKey } from '../../../nodes/WhatsAppGroups/contract/operations';
import type { Group } from '../../../sandbox/world/model';
import { person, type Json } from '../../sandbox/support';
import { firstOf } from '../../support/firstOf';
import { groupField } from './sandbox';
import { business, found, isoTime, membersOf, type Setup, type Expectation } from './setup';

const people = (index: number) => ({
	parameters: ({ group }: Setup) => ({
		group: groupField(group),
		participants: `+${person(index).id}`,
	}),
	output: ({ group }: Setup) => ({
		groupId: group.id,
		participantId: person(index).id,
		success: true,
		error: null,
	}),
});

/** A group that requires approval, with one join request. */
async function askToJoin(setup: Setup): Promise<void> {
	const { data: group } = await setup.control.http.post('/groups', {
		subject: 'Invited only',
		joinApprovalMode: 'approval_required',
	});
	const path = `/groups/${encodeURIComponent(group.id)}/join-requests`;
	await setup.control.http.post(path, { participant: person(4) });
	const now = await setup.control.group(group.id);
	Object.assign(setup.group, now);
}

const requests = {
	arrange: askToJoin,
	parameters: ({ group }: Setup) => ({
		group: groupField(group),
		joinRequestIds: group.joinRequests?.[0]?.id ?? 'request',
	}),
	output: ({ group }: Setup) => ({
		groupId: group.id,
		joinRequestId: firstOf(group.joinRequests).id,
		success: true,
		error: null,
	}),
};

const isAdmin = (setup: Setup, now: Group[]) =>
	found(setup, now).participants.find(({ id }) => id === person(0).id)?.isAdmin;

/** Participants and join requests. */
export const peopleExpectations = {
	'participant.add': {
		...people(2),
		effect: (setup, now) => {
			expect(membersOf(setup, now)).toContain(person(2).id);
		},
	},
	'participant.remove': {
		...people(0),
		effect: (setup, now) => {
			expect(membersOf(setup, now)).not.toContain(person(0).id);
		},
	},
	'participant.promote': {
		...people(0),
		effect: (setup, now) => {
			expect(isAdmin(setup, now)).toBe(true);
		},
	},
	'participant.demote': {
		...people(0),
		before: (setup) => ({ ...people(0).parameters(setup), operation: 'promote' }),
		effect: (setup, now) => {
			expect(isAdmin(setup, now)).toBe(false);
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
		// A1Base lists plain numbers, so each item has the whole response.
		raw: ({ answer }: { answer: Json }) =>
			answer.participants ?? answer.data.participants.map(() => answer),
	},
	'joinRequest.getMany': {
		arrange: askToJoin,
		parameters: ({ group }) => ({ group: groupField(group) }),
		output: ({ group }) => ({
			groupId: group.id,
			joinRequestId: firstOf(group.joinRequests).id,
			participantId: person(4).id,
			createdAt: isoTime,
		}),
		effect: () => undefined,
		raw: ({ answer }: { answer: Json }) => answer.data[0],
	},
	'joinRequest.approve': {
		...requests,
		effect: (setup, now) => {
			expect(membersOf(setup, now)).toContain(person(4).id);
		},
	},
	'joinRequest.reject': {
		...requests,
		effect: (setup, now) => {
			expect(membersOf(setup, now)).not.toContain(person(4).id);
			expect(found(setup, now).joinRequests).toEqual([]);
		},
	},
} satisfies Partial<Record<OperationKey, Expectation>>;
