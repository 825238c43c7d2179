import { userIdOf } from '../../world/people';
import { type Group, peopleIn, type Person } from '../../world/model';

/**
 * How Meta identifies a person. People who hide their number have a user ID and a username instead
 * (meta-groups.md#section-5, “People without a phone number”).
 */
export const identity = (person: Person) => ({
	...(!person.hidesNumber && { wa_id: person.id }),
	...(person.username !== undefined && {
		user_id: userIdOf(person),
		username: `@${person.username}`,
	}),
});

/** The value of `input`, by which calls identify a person. */
export const inputOf = (person: Person) => (person.hidesNumber ? userIdOf(person) : person.id);

/** An entry of `contacts`. */
export function contactOf(person: Person) {
	const { username, ...ids } = identity(person);
	return { profile: { name: person.name, ...(username && { username }) }, ...ids };
}

/** The ID of the person in a call, by phone number or user ID; digits for somebody who isn't in the group. */
export function idFrom(group: Group, written: string): string {
	const member = peopleIn(group).find((person) => userIdOf(person) === written);
	return member?.id ?? (/^[A-Z]{2}\./.test(written) ? written : written.replace(/\D/g, ''));
}
