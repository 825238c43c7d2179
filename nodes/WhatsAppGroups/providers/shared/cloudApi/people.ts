/** People in Meta's webhooks. Source: Meta “Business-scoped user IDs” (5 November 2026). */
import type { IDataObject } from 'n8n-workflow';

import { personOf, type Person } from '../../../contract/people';
import { objectIn, objectsIn, textIn } from '../../../contract/values';

/** Reads an entry of `contacts[]`, or of a list of participants, whose `input` is a number or a user id. */
export function personIn(entry: IDataObject): Person {
	const profile = objectIn(entry.profile);
	return personOf({
		ids: [entry.wa_id, entry.user_id, entry.input, entry.parent_user_id],
		name: profile.name,
		username: textIn(profile.username) ?? entry.username,
	});
}

export function peopleIn(list: unknown): Person[] {
	return objectsIn(list).map(personIn);
}

/** Returns the person with these ids, with what the delivery's contacts say about the same person. */
export function personAmong(contacts: unknown, ids: unknown[]): Person {
	const known = ids.map(textIn).filter((id) => id !== null);
	const contact = objectsIn(contacts).find((entry) =>
		[entry.wa_id, entry.user_id].some((id) => known.includes(textIn(id) ?? '')),
	);
	const { name, username, userId, phone } = personIn(contact ?? {});
	return personOf({ ids: [...known, phone, userId], name, username });
}
