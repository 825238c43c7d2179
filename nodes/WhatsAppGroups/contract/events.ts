import type { Person } from './people';
import type { ProviderName } from './ProviderName';

/** Every event the trigger can start a workflow with. The values are part of the public contract. */
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
	id: string | null;
	url: string | null;
	mimeType: string | null;
	fileName: string | null;
	/** Whether an audio file is a voice note; `null` where the provider does not say. */
	voice: boolean | null;
	/** Why the file could not be downloaded, if the trigger downloads files. */
	error?: string;
}

/** A tapped button, a choice from a list, or a form that was sent in. */
export interface Button {
	/** What the person saw. */
	text: string | null;
	/** What the sender of the button attached to it: the reply's id, or a form's answers as JSON. */
	payload: string | null;
}

export interface Location {
	latitude: number | null;
	longitude: number | null;
	name: string | null;
	address: string | null;
	url: string | null;
}

/** A contact card. */
export interface ContactCard {
	name: string | null;
	/** Digits without `+`. */
	phones: string[];
}

export interface Reaction {
	/** `null` if the reaction was taken back. */
	emoji: string | null;
	/** Id of the message that it reacts to; `null` where the provider does not say. */
	messageId: string | null;
}

export interface Message {
	/** `text`, `image`, `video`, `audio`, `document`, `sticker`, `location`, `unsupported`, …: the provider's word, unified. */
	type: string;
	/** What was written; also the text of a tapped button, a list choice, a form, an order, or the emoji of a reaction. */
	text: string | null;
	caption: string | null;
	/** The first word of a text that begins with `/`, in lower case and without `/`. */
	command: string | null;
	/** The rest of the text after the command. */
	arguments: string | null;
	/** Id of the quoted, edited or deleted message, or of the one reacted to. */
	replyTo: string | null;
	/** Whether the quoted message is from this number; `null` where the provider does not say. */
	repliesToMe: boolean | null;
	/** Whether the message mentions this number; `null` where the provider does not say. */
	mentionsMe: boolean | null;
	media: Media;
	button: Button | null;
	location: Location | null;
	contacts: ContactCard[] | null;
	reaction: Reaction | null;
	/** What an `unsupported` message is, for example `poll_creation`. */
	unsupportedKind: string | null;
}

/** An error inside an event: a message that failed later, a group that was not created. */
export interface EventError {
	code: string | null;
	message: string | null;
	details: string | null;
}

/** What became of one message of yours, for one participant or for the group. */
export interface MessageStatus {
	/** `sent`, `delivered`, `read` or `failed`. */
	value: string;
	/** The id of `person`. */
	participant: string | null;
	/** Who received, read or did not get the message; `null` where the status is about the group. */
	person: Person | null;
	/** What the delivery costs; `null` where the provider does not say. */
	pricing: { billable: boolean | null; category: string | null } | null;
	/** In the provider's words. */
	errors: EventError[];
	/** Why the message failed, in plain words; `null` for an error that is not known here. */
	explanation: string | null;
	/** What to do about it. */
	advice: string | null;
}

/** One setting of a group that was to be changed. */
export interface SettingChange {
	/** The new value; `null` for a picture. */
	value: string | null;
	/** `null` where the provider does not say. */
	success: boolean | null;
	/** Why it was not changed. */
	error: string | null;
}

/** Somebody who could not be removed, and why. */
export interface FailedParticipant extends Person {
	error: string | null;
}

/** Members are in the order of use, as n8n shows them. */
export interface GroupEvent {
	event: EventName;
	/** The group to answer in; `null` for an invitation and for what is not about one group. */
	groupId: string | null;
	/** What was written. */
	message?: Message;
	/** Who wrote, reacted, edited or deleted. */
	sender?: Person;
	/** Id of the message, to reply to or to pin. */
	messageId: string | null;
	/** What became of a message of yours. */
	status?: MessageStatus;
	/** What is known of the group: its new name and description, the invite link of a created one. */
	group?: {
		subject: string | null;
		description: string | null;
		inviteLink: string | null;
		joinApprovalMode: string | null;
	};
	/** The settings that an update was to change; the others are `null`. */
	changes?: {
		subject: SettingChange | null;
		description: SettingChange | null;
		picture: SettingChange | null;
	};
	/** Who joined, left, was removed or asked to join; of a removal that failed, who stayed. */
	participants?: Person[];
	/** Who could not be removed, and why; also there if others were removed. */
	failedParticipants?: FailedParticipant[];
	/** What to approve or reject. */
	joinRequestId?: string | null;
	/** Matches the `requestId` of the call that caused the event. */
	requestId?: string | null;
	/** `business` or `participant`. */
	initiatedBy?: string | null;
	/** Why it failed, in the provider's words. */
	errors?: EventError[];
	/** ISO 8601 in UTC; `null` where the provider gives no time. */
	timestamp: string | null;
	/** Your number that the event came to. */
	number: BusinessNumber;
	provider: ProviderName;
	/** The provider's own form: of `other` always, of the rest with *Include Raw*. */
	raw?: unknown;
	/** The same for the same event, also when the provider delivers it again. */
	eventId: string;
}

export interface BusinessNumber {
	/** The provider's id: Meta's phone number ID, 1MSG's channel ID; `null` at A1Base. */
	id: string | null;
	/** Digits without `+`. */
	phone: string | null;
}
