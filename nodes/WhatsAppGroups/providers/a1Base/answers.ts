/** What the responses to several calls of A1Base have in common. */
import type { IDataObject } from 'n8n-workflow';

import type { Group } from '../../contract/operations';
import { isObject, personIdIn } from '../../contract/values';

/** Some responses are the object itself, some `{status, data}`. Both are documented. */
export function unwrapped(raw: IDataObject): IDataObject {
	return isObject(raw.data) ? raw.data : raw;
}

/** Reads people, who are numbers or objects with one. */
export function membersOf(people: unknown): Pick<Group, 'participants' | 'participantCount'> {
	if (!Array.isArray(people)) return { participants: null, participantCount: null };
	const participants = people
		.map((person) => personIdIn(isObject(person) ? person.number : person))
		.filter((id) => id !== null);
	return { participants, participantCount: people.length };
}
