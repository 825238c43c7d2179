import { createHash } from 'node:crypto';
import { memberOf } from './groups';
import type { Group, Participant, Person } from './model';

export type ProfileChanges = Pick<Person, 'username' | 'hidesNumber' | 'unreachable'>;

/** People who hide their number from businesses have a username. */
export function changeProfile(
	group: Group,
	personId: string,
	changes: ProfileChanges,
): Participant {
	const member = Object.assign(memberOf(group, personId), changes);
	if (member.hidesNumber) member.username ??= usernameFor(member);
	return member;
}

const usernameFor = ({ name }: Person) => name.toLowerCase().replace(/\W+/g, '.');

/** A business-scoped user id: two letters, a dot, letters and digits. Always the same for a person. */
export function userIdOf({ id }: Person): string {
	const digest = createHash('sha256').update(id).digest('hex');
	return `US.${BigInt(`0x${digest.slice(0, 16)}`)}`;
}
