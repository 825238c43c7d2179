/**
 * Explains Meta's error codes, for responses and for later failures in events.
 * Source: Meta “Groups › Error codes” (16 June 2026). The general codes of the Cloud API are from field
 * reports, and their meaning is common knowledge.
 */
import type { Problem } from '../../../contract/http';

interface Explanation extends Pick<Problem, 'rateLimited' | 'cursorExpired' | 'windowClosed'> {
	/** What happened. */
	message: string;
	/** What to do next. */
	advice: string;
	/** WhatsApp may have done a part. With every other code, nothing was done. */
	mayBeDone?: true;
}

/** Returns the explanation of one of Meta's error codes; `undefined` for an unknown code. */
export function explanationOf(code: string | null): Explanation | undefined {
	return code === null ? undefined : EXPLANATIONS.get(code);
}

const GROUPS: Record<string, Explanation> = {
	'131020': {
		message: 'Nobody has joined the group yet',
		advice: 'Share the invite link, and send again after somebody has joined.',
	},
	'131041': {
		message: 'The group is unknown, or your number is not in it',
		advice: 'Pick the group from the list again. Only groups created through the API can be used.',
	},
	'131059': {
		message: 'The list changed while it was being read',
		advice: 'Run the node again.',
		cursorExpired: true,
	},
	'131201': {
		message: 'Only some of the members could be changed',
		advice: 'See below which ones failed, and try those again.',
		mayBeDone: true,
	},
	'131202': {
		message: 'The same person is listed twice',
		advice: 'List each person only once.',
	},
	'131203': {
		message: 'This person has not accepted the current WhatsApp terms',
		advice: 'Ask the person to open WhatsApp and accept the terms.',
	},
	'131204': {
		message: 'There are too many members',
		advice:
			'A group can have up to 8 members besides your number. Remove people from the list, or use another group.',
	},
	'131207': {
		message: 'The group is suspended for breaking a WhatsApp policy',
		advice: 'Open WhatsApp Manager to see the reason and how to appeal.',
	},
	'131208': {
		message: 'Too many group operations in a short time',
		advice: 'Wait a few minutes, and run fewer operations at the same time.',
		rateLimited: 'number',
	},
	'131209': {
		message: 'The group picture is not square',
		advice: 'Crop the picture to the same width and height.',
	},
	'131210': {
		message: 'The group picture is too small',
		advice: 'Use a picture of at least 192 × 192 pixels.',
	},
	'131211': {
		message: "Your number can't create more groups",
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
			'Groups need an Official Business Account. Some providers also require a limit of 100,000 messages a day. Ask your provider.',
	},
};

const SENDING: Record<string, Explanation> = {
	'131000': {
		message: 'WhatsApp could not process the request and gave no reason',
		advice: 'Try again later.',
		mayBeDone: true,
	},
	'131009': {
		message: 'WhatsApp does not accept one of the values',
		advice: 'Compare the values of the fields with the response below.',
	},
	'131026': {
		message: 'The message could not be delivered to this person',
		advice:
			'The number may not use WhatsApp, or its app is outdated. Ask the person to update WhatsApp and accept its terms.',
	},
	'131047': {
		message: 'The 24-hour window for free messages to this group is closed',
		advice: 'Send an approved template, or wait until a member writes.',
		windowClosed: true,
	},
	'131049': {
		message: 'WhatsApp held this marketing message back from this person',
		advice:
			'The person has received many marketing messages lately. Wait at least 24 hours before you send another one.',
	},
	'130472': {
		message: 'WhatsApp did not deliver this marketing message because of an experiment',
		advice: "Sending it again won't help. Use another channel, or wait until the person writes.",
	},
	'131052': {
		message: 'WhatsApp could not download the file',
		advice: 'Ask the sender to send the file again.',
	},
	'131053': {
		message: 'WhatsApp could not process the file',
		advice:
			'Check that the file has a supported type and size, and that its URL opens without a login.',
	},
};

const LIMITS: Record<string, Explanation> = {
	'4': {
		message: 'Your Meta app has reached its request limit',
		advice: 'Wait up to an hour, and run fewer operations at the same time.',
		rateLimited: 'number',
	},
	'80007': {
		message: 'Your WhatsApp Business account has reached its request limit',
		advice: 'Wait up to an hour, and run fewer operations at the same time.',
		rateLimited: 'number',
	},
	'613': {
		message: 'This request was made too often in a short time',
		advice: 'Wait a few minutes, and run fewer operations at the same time.',
		rateLimited: 'number',
	},
	'131056': {
		message: 'Too many messages to the same recipient in a short time',
		advice: 'Wait a few minutes, and send fewer messages to this recipient.',
		rateLimited: 'recipient',
	},
	'130429': {
		message: 'Messages are sent faster than WhatsApp allows for your number',
		advice: 'Wait a few minutes, and lower “Messages per Second”.',
		rateLimited: 'number',
	},
	'131048': {
		message: 'WhatsApp limits your number because people reported its messages as spam',
		advice:
			'Check the quality rating of your number in WhatsApp Manager, and send fewer unwanted messages.',
	},
};

const ACCOUNT: Record<string, Explanation> = {
	'131042': {
		message: 'Your WhatsApp Business account has a payment problem',
		advice: "Add or update the payment method in Meta's billing settings, or ask your provider.",
	},
	'141006': {
		message: 'Your WhatsApp Business account has no working payment method',
		advice: "Add or update the payment method in Meta's billing settings, or ask your provider.",
	},
	'131031': {
		message: 'Your WhatsApp Business account is locked',
		advice: 'Open Business Support Home at Meta to see the reason and how to appeal.',
	},
	'368': {
		message: 'Your WhatsApp Business account is blocked for breaking a policy',
		advice: 'Open Business Support Home at Meta to see how long the block lasts and how to appeal.',
	},
	'130497': {
		message: 'Your account may not send messages to this country',
		advice: "Check Meta's messaging policy for this country and your line of business.",
	},
	'133010': {
		message: 'Your phone number is not registered with the Cloud API',
		advice: 'Register the number in WhatsApp Manager, or ask your provider.',
	},
	'131045': {
		message: 'Your phone number is not registered with the Cloud API',
		advice: 'Register the number in WhatsApp Manager, or ask your provider.',
	},
	'131057': {
		message: 'Your WhatsApp Business account is in maintenance mode',
		advice: 'Try again in a few hours. Meta is upgrading the account.',
	},
};

const TEMPLATES: Record<string, Explanation> = {
	'132000': {
		message: "The number of values doesn't match the variables of the template",
		advice: 'Choose the template again to refresh its fields, and fill in each one.',
	},
	'132001': {
		message: "The template doesn't exist in this language, or is not approved",
		advice: 'Choose the template from the list, and check its language and status.',
	},
	'132005': {
		message: 'The template is too long with these values',
		advice: 'Shorten the values of the variables.',
	},
	'132007': {
		message: 'The content of the template breaks a WhatsApp policy',
		advice: 'Open the template in WhatsApp Manager to see why, and change it or its values.',
	},
	'132012': {
		message: "The values don't have the format that the template expects",
		advice: 'Choose the template again to refresh its fields, and check the value of each one.',
	},
	'132015': {
		message: 'The template is paused because of its low quality',
		advice: 'Edit the template in WhatsApp Manager and have it approved again, or use another one.',
	},
	'132016': {
		message: 'The template is disabled for good because of its low quality',
		advice: 'Create a new template with other content.',
	},
	'132018': {
		message: 'A value of the template has a character that WhatsApp does not accept there',
		advice: 'Remove line breaks, tabs, and runs of more than 4 spaces from the values.',
	},
};

const EXPLANATIONS = new Map(
	Object.entries({ ...GROUPS, ...SENDING, ...LIMITS, ...ACCOUNT, ...TEMPLATES }),
);
