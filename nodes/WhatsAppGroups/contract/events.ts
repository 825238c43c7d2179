import type { Person } from './people';
import type { ProviderName } from './ProviderName';

/** Every event that can start a workflow. The values are part of the public contract. */
export type EventName =
	| 'message.received'
	| 'message.sent'
	| 'message.status'
	| 'message.reaction'
	| 'message.edited'
	| 'message.deleted'
	| 'group.created'
	| 'group.createFailed'
	| 'group.deleted'
	| 'group.deleteFailed'
	| 'group.updated'
	| 'group.updateFailed'
	| 'group.suspended'
	| 'group.unsuspended'
	| 'participant.joined'
	| 'participant.left'
	| 'participant.removed'
	| 'participant.removeFailed'
	| 'joinRequest.created'
	| 'joinRequest.revoked'
	| 'invite.received'
	| 'other';

/** A file. All members are `null` for a message without one. */
export interface Media {
	/** The provider's id of the file. */
	id: string | null;
	/** The provider's address of the file. */
	url: string | null;
	/** For example `image/jpeg`. */
	mimeType: string | null;
	/** The name of a document. */
	fileName: string | null;
	/** Whether an audio file is a voice note; `null` if the provider does not report it. */
	voice: boolean | null;
	/** Why the file could not be downloaded, if the trigger downloads files. */
	error?: string;
}

/** A tapped button, a choice from a list, or a form that was sent in. */
export interface Button {
	/** The text that the person saw. */
	text: string | null;
	/** The id of the reply, or the answers of a form as JSON. */
	payload: string | null;
	/** The second line of a list choice. */
	description: string | null;
}

/** A product in a cart that was sent in. */
export interface OrderedProduct {
	/** The id in the seller's catalog. */
	id: string | null;
	/** The number of pieces. */
	quantity: number | null;
	/** The price of one piece. */
	price: number | null;
	/** Three letters, for example `USD`. */
	currency: string | null;
}

export interface Order {
	/** The id of the seller's catalog. */
	catalogId: string | null;
	/** What is in the cart. */
	products: OrderedProduct[];
}

export interface Location {
	/** In degrees. */
	latitude: number | null;
	/** In degrees. */
	longitude: number | null;
	/** The name of a known place. */
	name: string | null;
	/** The address of a known place. */
	address: string | null;
	/** The website of a known place. */
	url: string | null;
}

/** A contact card. */
export interface ContactCard {
	/** The name on the card. */
	name: string | null;
	/** Digits without `+`. */
	phones: string[];
}

export interface Reaction {
	/** `null` if the reaction was removed. */
	emoji: string | null;
	/** Id of the message that it reacts to; `null` if the provider does not report it. */
	messageId: string | null;
}

export interface Message {
	/** `text`, `image`, `video`, `audio`, `document`, `sticker`, `location`, `unsupported`, …: the same words for all providers. */
	type: string;
	/** The text; also that of a tapped button, a list choice, a form or an order, or the emoji of a reaction. */
	text: string | null;
	/** The text below a file. */
	caption: string | null;
	/** The first word of a text that begins with `/`, in lower case and without `/`. */
	command: string | null;
	/** The rest of the text after the command. */
	commandText: string | null;
	/** The same as `commandText`, for the Code node: n8n's expressions refuse to read this name. */
	arguments: string | null;
	/** Id of the quoted, edited or deleted message, or of the one reacted to. */
	replyTo: string | null;
	/** Whether the quoted message is from this number; `null` if the provider does not report it. */
	repliesToMe: boolean | null;
	/** Whether the message mentions this number; `null` if the provider does not report it. */
	mentionsMe: boolean | null;
	media: Media;
	/** What was tapped, chosen or sent in. */
	button: Button | null;
	/** A place that was sent. */
	location: Location | null;
	/** The contact cards that were sent. */
	contacts: ContactCard[] | null;
	/** The emoji, and the message it belongs to. */
	reaction: Reaction | null;
	/** A cart that was sent in. */
	order: Order | null;
	/** The kind of an `unsupported` message, for example `poll_creation`. */
	unsupportedKind: string | null;
}

/** An error inside an event: a message that failed later, a group that was not created. */
export interface EventError {
	/** The provider's code. */
	code: string | null;
	/** What happened. */
	message: string | null;
	/** More about it. */
	details: string | null;
}

/** The status of one of your messages, for one participant or for the group. */
export interface MessageStatus {
	/** `sent`, `delivered`, `read` or `failed`. */
	value: string;
	/** The id of `person`. */
	participant: string | null;
	/** Who received, read or did not get the message; `null` if the status is about the group. */
	person: Person | null;
	/** What the delivery costs; `null` if the provider does not report it. */
	pricing: {
		/** Whether WhatsApp charges for it. */
		billable: boolean | null;
		/** The category of the price, for example `group_utility`. */
		category: string | null;
	} | null;
	/** In the provider's words. */
	errors: EventError[];
	/** Why the message failed, in plain words; `null` for an unknown error. */
	explanation: string | null;
	/** What to do about it. */
	advice: string | null;
}

/** The result of changing one setting of a group. */
export interface SettingChange {
	/** The new value; `null` for a picture. */
	value: string | null;
	/** `null` if the provider does not report it. */
	success: boolean | null;
	/** Why it was not changed. */
	error: string | null;
}

/** Somebody who could not be removed, and why. */
export interface FailedParticipant extends Person {
	/** Why the person is still in the group. */
	error: string | null;
}

/** Members are in the order of use, as n8n shows them. */
export interface GroupEvent {
	event: EventName;
	/** The group, to reply in; `null` for an invitation and for an event that isn't about one group. */
	groupId: string | null;
	/** The message that was written, reacted to, edited or deleted. */
	message?: Message;
	/** Who wrote, reacted, edited or deleted. */
	sender?: Person;
	/** Id of the message, to reply to or to pin. */
	messageId: string | null;
	/** The status of one of your messages. */
	status?: MessageStatus;
	/** What the event contains about the group: its new name and description, or a new group's invite link. */
	group?: {
		/** The group name. */
		subject: string | null;
		/** What the group is about. */
		description: string | null;
		/** The link to join with. */
		inviteLink: string | null;
		/** `approval_required`, or `auto_approve`: everybody with the link can join. */
		joinApprovalMode: string | null;
	};
	/** The results of an update, for each setting; `null` for settings that it didn't include. */
	changes?: {
		/** The group name. */
		subject: SettingChange | null;
		/** What the group is about. */
		description: SettingChange | null;
		/** The group picture. */
		picture: SettingChange | null;
	};
	/** Who joined, left, was removed or asked to join; for a failed removal, who stayed. */
	participants?: Person[];
	/** Who could not be removed, and why. Also present if others were removed. */
	failedParticipants?: FailedParticipant[];
	/** What to approve or reject. */
	joinRequestId?: string | null;
	/** Matches the `requestId` of the call that caused the event. */
	requestId?: string | null;
	/** `business` or `participant`. */
	initiatedBy?: string | null;
	/** Why it failed, in the provider's words. */
	errors?: EventError[];
	/** ISO 8601 in UTC; `null` if the provider doesn't report it. */
	timestamp: string | null;
	/** Your number that received the event. */
	number: BusinessNumber;
	provider: ProviderName;
	/** The provider's own form: always for `other`, and with *Include Raw* for the rest. */
	raw?: unknown;
	/** Identifies the event. It is the same if the provider delivers the event again. */
	eventId: string;
}

export interface BusinessNumber {
	/** The provider's id: Meta's phone number ID, 1MSG's channel ID; `null` at A1Base. */
	id: string | null;
	/** Digits without `+`. */
	phone: string | null;
}

/** What a delivery repeats of a message of this number. */
export interface Echo {
	groupId: string | null;
	/** `null` where the provider doesn't say. */
	messageId: string | null;
	/** Its text, or the trace that it was sent with. */
	text: string;
}
