/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { setTimeout } from 'node:timers/promises';
import { Impossible } from './Impossible';
import { type Group, type GroupInput, type Participant, peopleIn, type Person } from './model';
import { note } from './notices';
import type { World } from './World';

export const groupsOf = (world: World): Group[] => [...world.groups.values()];

/** Reports nothing: providers report only groups that were created through their API. */
export function createGroup(world: World, input: GroupInput): Group {
	const group = newGroup(world, input);
	world.groups.set(group.id, group);
	return group;
}

/**
 * Creates a group through the API and announces it. With a delay, WhatsApp does so later, although it
 * has accepted the call (meta-groups.md#m1: the id comes by webhook).
 */
export function createThroughApi(
	world: World,
	input: GroupInput,
	requestId: string,
	delayMs: number,
): Group {
	const group = newGroup(world, input);
	const appear = () => {
		world.groups.set(group.id, group);
		world.report({ kind: 'groupCreated', group, requestId });
	};
	if (delayMs > 0) void setTimeout(delayMs, null, { ref: false }).then(appear);
	else appear();
	return group;
}

function newGroup(world: World, input: GroupInput): Group {
	const founder = input.founder ?? world.business;
	const isBusiness = founder.id === world.business.id;
	const group: Group = {
		id: world.newGroupId(),
		subject: input.subject.trim(),
		description: input.description ?? '',
		inviteLink: newInviteLink(),
		joinApprovalMode: input.joinApprovalMode ?? 'auto_approve',
		createdAt: new Date().toISOString(),
		participants: [{ ...founder, isBusiness, isAdmin: true }],
		messages: [],
		failed: [],
		writtenBefore: input.writtenBefore ?? null,
		notices: [],
		pins: [],
		suspended: false,
		joinRequests: [],
		removed: [],
		picture: null,
		adminsOnly: { write: false, edit: false },
	};
	for (const person of input.participants ?? []) seat(world, group, person);
	note(group, `${founder.name} created the group`);
	return group;
}

export function resetInviteLink(group: Group): void {
	group.inviteLink = newInviteLink();
	note(group, 'The invite link was reset');
}

export function join(world: World, inviteLink: string, person: Person): Group {
	const group = groupsOf(world).find((candidate) => candidate.inviteLink === inviteLink);
	if (!group) throw new Impossible(`No group has the invite link ${inviteLink}`);
	if (group.joinApprovalMode === 'approval_required') {
		throw new Impossible(`"${group.subject}" requires approval, so the link alone isn't enough`);
	}
	if (group.removed.includes(person.id)) {
		throw new Impossible(`${person.id} was removed from "${group.subject}" and cannot join again`);
	}
	seat(world, group, person);
	note(group, `${person.name} joined with the invite link`);
	world.report({ kind: 'participantJoined', group, person });
	return group;
}

export function leave(world: World, group: Group, personId: string): void {
	const person = memberOf(group, personId);
	group.participants = group.participants.filter(({ id }) => id !== personId);
	note(group, `${person.name} left`);
	world.report({ kind: 'participantLeft', group, person });
}

/** The person with this id, who isn't the business. Throws `Impossible` if they aren't in the group. */
export function memberOf(group: Group, personId: string): Participant {
	const member = peopleIn(group).find(({ id }) => id === personId);
	if (!member) throw new Impossible(`${personId} is not a participant of "${group.subject}"`);
	return member;
}

export function seat(world: World, group: Group, person: Person): void {
	const { id } = person;
	if (group.participants.some((participant) => participant.id === id)) {
		throw new Impossible(`${id} is already in "${group.subject}"`);
	}
	if (peopleIn(group).length >= world.maxParticipants) {
		throw new Impossible(`"${group.subject}" is full: at most ${world.maxParticipants} members`);
	}
	const isBusiness = id === world.business.id;
	group.participants.push({ ...person, isBusiness, isAdmin: false });
}

const randomText = () => Math.random().toString(36).slice(2, 13).padEnd(11, '0');

const newInviteLink = () => `https://chat.whatsapp.com/${randomText()}${randomText()}`;
