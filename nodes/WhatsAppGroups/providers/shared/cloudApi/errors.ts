/**
 * Error codes of Meta's Groups API and what a builder can do about each.
 * Source: Meta “Groups › Error codes” (16 June 2026); those marked general come from the Cloud API
 * at large and are common knowledge rather than read there.
 */
import type { Problem } from '../../../contract/http';
import { isObject, objectIn, textIn } from '../../../contract/values';

type Explanation = Pick<Problem, 'message' | 'advice' | 'rateLimited' | 'cursorExpired'>;

const EXPLANATIONS: Record<string, Explanation> = {
	'131020': {
		message: 'The group has no other participant yet',
		advice: 'Share the invite link, and send when somebody has joined.',
	},
	'131041': {
		message: 'The group is unknown, or your number is not in it',
		advice: 'Pick the group from the list again. Only groups created through the API can be used.',
	},
	'131059': {
		message: 'The list of groups changed while it was read',
		advice: 'Run the node again.',
		cursorExpired: true,
	},
	'131201': {
		message: 'Only some of the participants could be changed',
		advice: 'See below which ones failed, and try those again.',
	},
	'131202': {
		message: 'The same participant is listed twice',
		advice: 'Remove the duplicate from “Participants”.',
	},
	'131203': {
		message: 'This person has not accepted the current WhatsApp terms',
		advice: 'Ask the person to open WhatsApp and accept the terms.',
	},
	'131204': {
		message: 'There are too many participants',
		advice: 'A group holds at most 8 participants besides your number.',
	},
	'131207': {
		message: 'The group is suspended for breaking a WhatsApp policy',
		advice: 'Look into the WhatsApp Manager for the reason and how to appeal.',
	},
	'131208': {
		message: 'Too many group operations in a short time',
		advice: 'Wait a little, and run fewer operations at a time.',
		rateLimited: true,
	},
	'131209': {
		message: 'The group picture is not square',
		advice: 'Crop the picture so that width and height are the same.',
	},
	'131210': {
		message: 'The group picture is too small',
		advice: 'Use a picture of at least 192 × 192 pixels.',
	},
	'131211': {
		message: 'Your number cannot create more groups',
		advice: 'Delete groups that are no longer used, then try again.',
	},
	'131212': {
		message: 'This person is not in the group',
		advice: 'Check the phone number, with its country code.',
	},
	'131213': {
		message: 'The join request no longer exists',
		advice: 'List the join requests again: this one was withdrawn or already answered.',
	},
	'131214': {
		message: 'WhatsApp has paused the creation of groups for your number',
		advice:
			'Too many marketing messages were sent in service windows over the last 7 days. Wait, and send fewer of them.',
	},
	'131215': {
		message: 'Your number may not use WhatsApp groups',
		advice:
			'Groups need an Official Business Account (a few providers also ask for a limit of 100,000 messages a day). Ask your provider.',
	},
	// General Cloud API codes.
	'131000': {
		message: 'WhatsApp could not process the request, without saying why',
		advice: 'Try again later.',
	},
	'131009': {
		message: 'WhatsApp does not accept one of the values',
		advice: 'Compare the values of the fields with the answer below.',
	},
	'131047': {
		message: 'The 24-hour window for free messages to this group is closed',
		advice: 'Send an approved template, or wait until a participant writes.',
	},
	'131056': {
		message: 'Too many messages to the same recipient in a short time',
		advice: 'Wait a little and send fewer at a time.',
		rateLimited: true,
	},
	'130429': {
		message: 'Messages are sent faster than WhatsApp allows for your number',
		advice: 'Wait a little and send fewer at a time.',
		rateLimited: true,
	},
};

/**
 * Reads `{error: {code, message, error_data: {details}}}`.
 * `undefined` where the body is not of that form.
 */
export function explainCloudError(body: unknown): Problem | undefined {
	const error = objectIn(body).error;
	return isObject(error) ? problemOf(textIn(error.code), cloudErrorText(error)) : undefined;
}

/** The explanation of a code, with the provider's own words below it. */
export function problemOf(code: string | null, text: string | null): Problem {
	const explained = code === null ? undefined : EXPLANATIONS[code];
	return {
		message: explained?.message ?? text ?? unexplained(code),
		...explained,
		code: code ?? undefined,
		text: text ?? undefined,
	};
}

function unexplained(code: string | null): string {
	return code === null ? 'WhatsApp refused without a reason' : `WhatsApp refused with code ${code}`;
}

export function cloudErrorText(error: Record<string, unknown>): string | null {
	const parts = [
		textIn(error.message) ?? textIn(error.title),
		textIn(objectIn(error.error_data).details) ??
			textIn(error.details) ??
			textIn(error.error_user_msg),
	];
	return parts.filter((part) => part !== null).join(' – ') || null;
}
