/** WhatsApp in neutral words: what the control routes show, whatever the provider. */

export interface Person {
	id: string;
	name: string;
}

export interface Participant extends Person {
	isBusiness: boolean;
}

export type MessageStatus = 'sent' | 'delivered' | 'read';
export type JoinApprovalMode = 'auto_approve' | 'approval_required';

/** A file of a message: named by address when the business sends it so, else kept by the provider. */
export interface Media {
	id?: string;
	link?: string;
	mimeType?: string;
	caption?: string;
	filename?: string;
}

export interface SentTemplate {
	name: string;
	language: string;
	components: unknown[];
}

/** What a message is when it is not just text. `unsupported` stands for what no API hands on. */
export interface Content {
	type: 'text' | 'image' | 'video' | 'audio' | 'document' | 'template' | 'unsupported';
	media?: Media;
	template?: SentTemplate;
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

export interface Picture {
	mimeType: string;
	sha256: string;
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
	time: string;
	/** Only messages of the business have them, one for each other participant. */
	statuses: Record<string, MessageStatus>;
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
	/** Oldest pin first. */
	pins: string[];
	suspended: boolean;
	joinRequests: JoinRequest[];
	/** Ids of people whom the business removed: they cannot join by link again (meta-groups M1). */
	removed: string[];
	picture: Picture | null;
}

export interface GroupInput {
	subject: string;
	description?: string;
	joinApprovalMode?: JoinApprovalMode;
	participants?: Person[];
}

/** What a provider may have to tell by webhook. A message without a group is one to one. */
export type WorldEvent =
	| { kind: 'groupCreated'; group: Group; requestId: string }
	| { kind: 'participantJoined'; group: Group; person: Person }
	| { kind: 'participantLeft'; group: Group; person: Person }
	| { kind: 'groupDeleted'; group: Group; requestId: string }
	| { kind: 'groupChanged'; group: Group; requestId: string; changes: GroupChanges }
	| {
			kind: 'participantsRemoved';
			group: Group;
			requestId: string;
			removed: string[];
			failed: string[];
	  }
	| { kind: 'joinRequested' | 'joinRequestRevoked'; group: Group; request: JoinRequest }
	| { kind: 'groupSuspended' | 'suspensionCleared'; group: Group }
	| { kind: 'messageReceived'; group?: Group; message: Message }
	| { kind: 'messageSent'; group?: Group; to: string; message: Message }
	| { kind: 'messageFailed'; group: Group; message: Message }
	| { kind: 'statusChanged'; group: Group; message: Message; status: MessageStatus; by: string[] };

/** Everybody in the group except the business. */
export function peopleIn(group: Group): Participant[] {
	return group.participants.filter(({ isBusiness }) => !isBusiness);
}
