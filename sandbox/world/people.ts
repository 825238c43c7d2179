import { createHash } from 'node:crypto';
import { memberOf } from './groups';
import type { Group, Participant, Person } from './model';

/** Gives somebody a username, or lets them hide their number from businesses. */
export function changeProfile(
	group: Group,
	personId: string,
	changes: Pick<Person, 'username' | 'hidesNumber'>,
): Participant {
	const member = memberOf(group, personId);
	const username = changes.username ?? member.username ?? usernameFor(member);
	return Object.assign(member, { username, ...changes });
}

const usernameFor = ({ name }: Person) => name.toLowerCase().replace(/\W+/g, '.');

/** A business-scoped user id: two letters, a dot, letters and digits. Always the same for a person. */
export function userIdOf({ id }: Person): string {
	const digest = createHash('sha256').update(id).digest('hex');
	return `US.${BigInt(`0x${digest.slice(0, 16)}`)}`;
}
