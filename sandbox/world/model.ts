/** WhatsApp in neutral words, as the control routes show it for every provider. */

export interface Person {
	/** The phone number in digits, even if businesses don't see it. */
	id: string;
	name: string;
	/** People with a username are reported with a user ID, too. */
	username?: string;
	/** Businesses get the user ID instead of the phone number. */
	hidesNumber?: boolean;
	/** Messages of the business are not delivered to this person, and fail. */
	unreachable?: boolean;
}

export interface Participant extends Person {
	isBusiness: boolean;
	isAdmin: boolean;
}

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';
export type JoinApprovalMode = 'auto_approve' | 'approval_required';

/** A file of a message: an address if the business sent one, otherwise stored by the provider. */
export interface Media {
	id?: string;
	link?: string;
	mimeType?: string;
	/** Of a stored file: what providers report about it. */
	sha256?: string;
	caption?: string;
	filename?: string;
	/** A voice note. */
	voice?: boolean;
}

export interface Place {
	latitude: number;
	longitude: number;
	name?: string;
	address?: string;
}

/** A contact card. */
export interface Card {
	name: string;
	/** With country code. */
	phone: string;
}

export interface SentTemplate {
	name: string;
	language: string;
	components: unknown[];
}

export type MediaType = 'image' | 'video' | 'audio' | 'document';

/** Files that only participants send. A voice note is an audio file with `media.voice`. */
export type ReceivedMediaType = MediaType | 'sticker';

/** The messages participants may write. `unsupported` is any message that no API passes on. */
export type WrittenType =
	| 'text'
	| ReceivedMediaType
	| 'voice'
	| 'reaction'
	| 'location'
	| 'contacts'
	| 'button'
	| 'listReply'
	| 'edit'
	| 'delete'
	| 'unsupported';

/** The content of a message that is not just text. */
export interface Content {
	type: Exclude<WrittenType, 'voice'> | 'template' | 'groupInvite';
	media?: Media;
	template?: SentTemplate;
	emoji?: string;
	location?: Place;
	contacts?: Card[];
	/** Of a tapped button or a list choice: the payload that its sender attached. */
	payload?: string;
	invite?: { groupName: string; inviteCode: string };
	mentionsAgent?: boolean;
	/** A word of the sender's own that statuses repeat. */
	trace?: string;
}

export interface JoinRequest {
	id: string;
	person: Person;
	time: string;
}

/** The link of a group that the business sent to a person. */
export interface Invitation {
	to: string;
	groupId: string;
	inviteLink: string;
	messageId: string;
	time: string;
}

/** A picture given by its address is not fetched. */
export interface Picture {
	mimeType?: string;
	sha256?: string;
	link?: string;
}

export interface GroupChanges {
	subject?: string;
	description?: string;
	picture?: Picture;
}

export interface Message extends Content {
	id: string;
	from: Person;
	fromBusiness: boolean;
	/** The caption of a media message, the filled-in body of a template. */
	text: string;
	replyTo: string | null;
	/** Set if its author edited or deleted it. */
	change?: 'edited' | 'deleted';
	time: string;
	/** Only of messages of the business: one for each other participant. */
	statuses: Record<string, MessageStatus>;
}

/** A notice in the chat, such as “Ana joined”. */
export interface Notice {
	time: string;
	text: string;
}

export interface Group {
	id: string;
	subject: string;
	description: string;
	inviteLink: string;
	joinApprovalMode: JoinApprovalMode;
	createdAt: string;
	participants: Participant[];
	messages: Message[];
	/** Messages of the business that were accepted, and then failed for the whole group. */
	failed: Message[];
	/** When a participant last wrote before these messages; `null`: never. */
	writtenBefore: string | null;
	notices: Notice[];
	/** Oldest pin first. */
	pins: string[];
	suspended: boolean;
	joinRequests: JoinRequest[];
	/** Ids of people whom the business removed: they cannot join by link again (meta-groups.md#m1). */
	removed: string[];
	picture: Picture | null;
	/** What only admins may do. Only ordinary groups have the choice (a1base.md#d3, `update_settings`). */
	adminsOnly: { write: boolean; edit: boolean };
}

export interface GroupInput {
	subject: string;
	description?: string;
	joinApprovalMode?: JoinApprovalMode;
	participants?: Person[];
	/** The creator, if the group is somebody else's and the business isn't in it. Default: the business. */
	founder?: Person;
	/** When a participant last wrote, as if the group had been there before. */
	writtenBefore?: string | null;
}

/** A message between the business and one person. */
export interface DirectMessage {
	partner: string;
	message: Message;
}

/** Everybody in the group except the business. */
export function peopleIn(group: Group): Participant[] {
	return group.participants.filter(({ isBusiness }) => !isBusiness);
}
