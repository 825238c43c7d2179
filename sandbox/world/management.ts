import { randomBytes } from 'node:crypto';
import { Impossible } from './Impossible';
import { seat } from './groups';
import { note } from './notices';
import { type Group, type GroupChanges, type JoinRequest, peopleIn, type Person } from './model';
import type { World } from './World';

/** Changes of a whole group. A `requestId` connects a webhook with the call that caused it. */

export function changeGroup(
	world: World,
	group: Group,
	changes: GroupChanges,
	requestId: string,
	failed: GroupChanges = {},
): void {
	Object.assign(group, changes);
	if (changes.subject !== undefined) note(group, `The group name is now "${changes.subject}"`);
	if (changes.description !== undefined) note(group, 'The description was changed');
	if (changes.picture) note(group, 'The picture was changed');
	world.report({ kind: 'groupChanged', group, requestId, changes, failed });
}

export function deleteGroup(world: World, group: Group, requestId: string): void {
	world.groups.delete(group.id);
	world.report({ kind: 'groupDeleted', group, requestId });
}

/**
 * Removes people from the group. If none of them is in it, nothing is reported. Removing
 * `protectedIds` is accepted and then fails, which the provider reports later.
 */
export function removeParticipants(
	world: World,
	group: Group,
	ids: string[],
	requestId: string,
	protectedIds: string[] = [],
) {
	const names = new Map(peopleIn(group).map(({ id, name }) => [id, name]));
	const known = ids.filter((id) => names.has(id));
	const removed = known.filter((id) => !protectedIds.includes(id));
	const failed = ids.filter((id) => !removed.includes(id));
	if (known.length > 0) {
		for (const id of removed) note(group, `${names.get(id)} was removed`);
		group.participants = group.participants.filter(({ id }) => !removed.includes(id));
		group.removed.push(...removed);
		world.report({ kind: 'participantsRemoved', group, requestId, removed, failed });
	}
	return { known, missing: ids.filter((id) => !names.has(id)) };
}

export function requestToJoin(world: World, group: Group, person: Person): JoinRequest {
	if (group.joinApprovalMode !== 'approval_required') {
		throw new Impossible(`"${group.subject}" needs no approval: people join it by its link`);
	}
	if (group.removed.includes(person.id)) {
		throw new Impossible(`${person.id} was removed from "${group.subject}" and cannot join again`);
	}
	if (group.participants.some(({ id }) => id === person.id)) {
		throw new Impossible(`${person.id} is already in "${group.subject}"`);
	}
	if (group.joinRequests.some((request) => request.person.id === person.id)) {
		throw new Impossible(`${person.id} has already asked to join "${group.subject}"`);
	}
	const id = randomBytes(12).toString('base64url');
	const request: JoinRequest = { id, person, time: new Date().toISOString() };
	group.joinRequests.push(request);
	note(group, `${person.name} asked to join`);
	world.report({ kind: 'joinRequested', group, request });
	return request;
}

export function revokeJoinRequest(world: World, group: Group, id: string): void {
	const request = takeJoinRequest(group, id);
	if (!request) throw new Impossible(`Nobody waits with the join request ${id}`);
	note(group, `${request.person.name} withdrew the request to join`);
	world.report({ kind: 'joinRequestRevoked', group, request });
}

export function approveJoinRequest(world: World, group: Group, id: string): void {
	const request = group.joinRequests.find((candidate) => candidate.id === id);
	if (!request) throw new Impossible(`Nobody waits with the join request ${id}`);
	seat(world, group, request.person);
	takeJoinRequest(group, id);
	note(group, `${request.person.name} joined: the request was approved`);
	world.report({ kind: 'participantJoined', group, person: request.person });
}

/** No webhook reports it (meta-groups.md#m1). */
export function rejectJoinRequest(group: Group, id: string): void {
	const request = takeJoinRequest(group, id);
	if (request) note(group, `The request of ${request.person.name} to join was rejected`);
}

/** Removes the join request and returns it. */
function takeJoinRequest(group: Group, id: string): JoinRequest | undefined {
	const request = group.joinRequests.find((candidate) => candidate.id === id);
	group.joinRequests = group.joinRequests.filter((candidate) => candidate.id !== id);
	return request;
}

export function suspend(world: World, group: Group): void {
	if (group.suspended) throw new Impossible(`"${group.subject}" is suspended already`);
	group.suspended = true;
	note(group, 'WhatsApp has suspended the group');
	world.report({ kind: 'groupSuspended', group });
}

export function clearSuspension(world: World, group: Group): void {
	if (!group.suspended) throw new Impossible(`"${group.subject}" is not suspended`);
	group.suspended = false;
	note(group, 'WhatsApp has lifted the suspension');
	world.report({ kind: 'suspensionCleared', group });
}
