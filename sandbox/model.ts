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

export interface Message {
	id: string;
	from: Person;
	fromBusiness: boolean;
	type: 'text';
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
	| { kind: 'messageReceived'; group?: Group; message: Message }
	| { kind: 'messageSent'; group?: Group; to: string; message: Message }
	| { kind: 'messageFailed'; group: Group; message: Message }
	| { kind: 'statusChanged'; group: Group; message: Message; status: MessageStatus; by: string[] };

/** Everybody in the group except the business. */
export function peopleIn(group: Group): Participant[] {
	return group.participants.filter(({ isBusiness }) => !isBusiness);
}
