import { FieldError } from '../../contract/errors';
import { isUserId } from '../../contract/phoneNumbers';

/** Rejects a text that is longer than WhatsApp allows, before anything is sent. */
export function refuseLonger(field: string, value: string, limit: number): void {
	// How WhatsApp counts an emoji isn't documented. As one character, nothing is refused that it accepts.
	const { length } = [...value];
	if (length <= limit) return;
	throw new FieldError(
		field,
		`“${field}” is ${length} characters long. WhatsApp allows at most ${limit}.`,
		`Shorten “${field}”.`,
	);
}

/** Rejects more people than one call allows. */
export function refuseMore(people: string[], most: number): void {
	if (people.length <= most) return;
	throw new FieldError(
		'Members',
		`There are ${people.length} people in “Members”. WhatsApp allows at most ${most} at a time.`,
		'Split them into several items.',
	);
}

/** Rejects people who are only known by their user id, if the provider requires a phone number. */
export function refuseUserIds(field: string, people: string[], provider: string): void {
	const userId = people.find(isUserId);
	if (userId === undefined) return;
	throw new FieldError(
		field,
		`“${userId}” in “${field}” is a user ID. ${provider} needs a phone number here.`,
		"Use the person's phone number. WhatsApp hides it if the person has a username.",
	);
}
