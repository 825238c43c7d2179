import { Impossible } from './Impossible';
import { createGroup, memberOf, seat } from './groups';
import { writeDirect } from './messages';
import { note } from './notices';
import type { Group, Person } from './model';
import type { World } from './World';

/** Changes that only ordinary groups have: members are added, promoted and demoted. */

export const isMember = (group: Group, id: string) =>
	group.participants.some((participant) => participant.id === id);

export const isAdmin = (group: Group, id: string) =>
	group.participants.some((participant) => participant.id === id && participant.isAdmin);

/** Also adds people who were removed before. */
export function addParticipants(world: World, group: Group, people: Person[]): void {
	const present = people.find(({ id }) => isMember(group, id));
	if (present) throw new Impossible(`${present.id} is already in "${group.subject}"`);
	group.removed = group.removed.filter((id) => !people.some((person) => person.id === id));
	for (const person of people) {
		seat(world, group, person);
		note(group, `${person.name} was added`);
	}
}

export function setAdmins(group: Group, ids: string[], admin: boolean): void {
	for (const member of ids.map((id) => memberOf(group, id))) {
		member.isAdmin = admin;
		note(group, admin ? `${member.name} is now an admin` : `${member.name} isn't an admin anymore`);
	}
}

export function businessJoins(world: World, group: Group): void {
	seat(world, group, world.business);
	note(group, `${world.business.name} joined`);
}

/** The business leaves the group, and gets no more events of it. */
export function businessLeaves(world: World, group: Group): void {
	group.participants = group.participants.filter(({ isBusiness }) => !isBusiness);
	note(group, `${world.business.name} left`);
}

/** Somebody invites the business to a group of theirs. */
export function inviteBusiness(world: World, groupName: string, from: Person) {
	const group = createGroup(world, { subject: groupName, founder: from });
	const inviteCode = codeOf(group);
	const invite = { groupName, inviteCode };
	const message = writeDirect(world, from, '', { type: 'groupInvite', invite });
	return { group, message, inviteCode };
}

/** The last part of an invite link. */
export const codeOf = ({ inviteLink }: Group) => inviteLink.split('/').pop() ?? '';
