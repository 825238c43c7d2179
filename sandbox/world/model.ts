/** WhatsApp in neutral words: what the control routes show, whatever the provider. */

export interface Person {
	/** The phone number in digits: known here, even if businesses don't see it. */
	id: string;
	name: string;
	/** Who has one is reported with a user id, too. */
	username?: string;
	/** Businesses get the user id in place of the phone number. */
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

/** A file of a message: named by address when the business sends it so, else kept by the provider. */
export interface Media {
	id?: string;
	link?: string;
	mimeType?: string;
	/** Of what is kept: what providers tell of the file. */
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

/** Files that only participants send; a voice note is an audio file with `media.voice`. */
export type ReceivedMediaType = MediaType | 'sticker';

/** What participants may write. `unsupported` stands for what no API hands on. */
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

/** What a message is when it is not just text. */
export interface Content {
	type: Exclude<WrittenType, 'voice'> | 'template' | 'groupInvite';
	media?: Media;
	template?: SentTemplate;
	emoji?: string;
	location?: Place;
	contacts?: Card[];
	/** Of a tapped button or a list choice: what its sender attached. The text is what it says. */
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

/** A person whom the business sent the link of a group. */
export interface Invitation {
	to: string;
	groupId: string;
	inviteLink: string;
	messageId: string;
	time: string;
}

/** A picture named by its address is not fetched. */
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
	/** What its author did with it later. */
	change?: 'edited' | 'deleted';
	time: string;
	/** Only messages of the business have them, one for each other participant. */
	statuses: Record<string, MessageStatus>;
}

/** A line in the chat that nobody wrote. */
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
	notices: Notice[];
	/** Oldest pin first. */
	pins: string[];
	suspended: boolean;
	joinRequests: JoinRequest[];
	/** Ids of people whom the business removed: they cannot join by link again (meta-groups.md#m1). */
	removed: string[];
	picture: Picture | null;
	/** Who may do what; only ordinary groups have a choice (a1base.md#d3, `update_settings`). */
	adminsOnly: { write: boolean; edit: boolean };
}

export interface GroupInput {
	subject: string;
	description?: string;
	joinApprovalMode?: JoinApprovalMode;
	participants?: Person[];
	/** Somebody else's group, in which the business is not; without it the business founds it. */
	founder?: Person;
}

/** What is said between the business and one person. */
export interface DirectMessage {
	partner: string;
	message: Message;
}

/** Everybody in the group except the business. */
export function peopleIn(group: Group): Participant[] {
	return group.participants.filter(({ isBusiness }) => !isBusiness);
}
