import type { ProviderName } from './ProviderName';

/** Every event the trigger can start a workflow with. The values are part of the public contract. */
export type EventName =
	| 'message.received'
	| 'message.sent'
	| 'message.status'
	| 'message.reaction'
	| 'group.created'
	| 'group.createFailed'
	| 'group.deleted'
	| 'group.updated'
	| 'group.suspended'
	| 'group.unsuspended'
	| 'participant.joined'
	| 'participant.left'
	| 'participant.removed'
	| 'joinRequest.created'
	| 'joinRequest.revoked'
	| 'invite.received'
	| 'other';

/** A person in a group. `id` is a phone number in digits without `+`, or the provider's opaque user id. */
export interface Person {
	id: string | null;
	name: string | null;
}

export interface Media {
	id: string | null;
	url: string | null;
	mimeType: string | null;
	fileName: string | null;
	/** Why the file could not be fetched, where it was asked for. */
	error?: string;
}

export interface Message {
	/** `text`, `image`, `video`, `audio`, `document`, `location`, `unsupported`, …: the provider's word, unified. */
	type: string;
	text: string | null;
	caption: string | null;
	/** Id of the quoted message. */
	replyTo: string | null;
	/** Whether the message mentions this number; `null` where the provider does not say. */
	mentionsMe: boolean | null;
	media: Media;
}

/** An error inside an event: a message that failed later, a group that was not created. */
export interface EventError {
	code: string | null;
	message: string | null;
	details: string | null;
}

export interface GroupEvent {
	/** The same for the same event, also when the provider delivers it again. */
	eventId: string;
	event: EventName;
	provider: ProviderName;
	groupId: string | null;
	messageId: string | null;
	/** ISO 8601 in UTC; `null` where the provider gives no time. */
	timestamp: string | null;
	sender?: Person;
	message?: Message;
	status?: {
		/** `sent`, `delivered`, `read` or `failed`. */
		value: string;
		participant: string | null;
		errors: EventError[];
	};
	/** What is known of the group: the new subject and description, the invite link of a created one. */
	group?: {
		subject: string | null;
		description: string | null;
		inviteLink: string | null;
		joinApprovalMode: string | null;
	};
	participants?: Person[];
	joinRequestId?: string | null;
	/** Matches the `requestId` of the call that caused the event. */
	requestId?: string | null;
	/** `business` or `participant`. */
	initiatedBy?: string | null;
	errors?: EventError[];
	/** The provider's own form: of `other` always, else the whole delivery where it was asked for. */
	raw?: unknown;
}
