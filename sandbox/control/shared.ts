import type { Group, Person } from '../world/model';
import type { World } from '../world/World';

/** A request for an ID that does not exist. */
export class Missing extends Error {}

/** With or without `+`. Inside the sandbox, numbers are digits. */
export const phone = { type: 'string', pattern: '^\\+?\\d+$' };

export const person = {
	type: 'object',
	required: ['id'],
	properties: {
		id: phone,
		name: { type: 'string', minLength: 1 },
		username: { type: 'string', minLength: 1 },
		hidesNumber: { type: 'boolean' },
		unreachable: { type: 'boolean' },
	},
};

export const digits = (number: string) => number.replace('+', '');

export function asPerson({
	id,
	name = digits(id),
	...more
}: Pick<Person, 'id'> & Partial<Person>): Person {
	return { id: digits(id), name, ...more };
}

export function knownGroup(world: World, id: string): Group {
	const group = world.groups.get(id);
	if (!group) throw new Missing(`No group ${id}`);
	return group;
}
