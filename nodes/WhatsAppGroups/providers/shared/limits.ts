import { FieldError } from '../../contract/errors';

/** Refuses a text that is longer than WhatsApp takes, before anything is sent. */
export function refuseLonger(field: string, value: string, limit: number): void {
	if (value.length <= limit) return;
	throw new FieldError(
		field,
		`The text in “${field}” has ${value.length} characters, and WhatsApp takes at most ${limit}`,
		`Shorten “${field}”.`,
	);
}

/** A list of people as WhatsApp takes it: each once, and not more than `most` at a time. */
export function checkPeople(participants: string[], most: number): void {
	if (participants.length === 0) {
		throw new FieldError(
			'Participants',
			'“Participants” is empty',
			'Fill in “Participants” with at least one phone number.',
		);
	}
	const twice = participants.find((person, index) => participants.indexOf(person) !== index);
	if (twice !== undefined) {
		throw new FieldError(
			'Participants',
			`${twice} is listed twice in “Participants”`,
			'Remove the duplicate.',
		);
	}
	if (participants.length > most) {
		throw new FieldError(
			'Participants',
			`There are ${participants.length} people in “Participants”, and at most ${most} are taken at a time`,
			'Spread them over several items.',
		);
	}
}
