import type { Group, GroupChanges, JoinRequest, Message, MessageStatus, Person } from './model';

/** An event that a provider may report by webhook. A message without a group is one to one. */
export type WorldEvent =
	| { kind: 'groupCreated'; group: Group; requestId: string }
	| { kind: 'participantJoined'; group: Group; person: Person }
	| { kind: 'participantLeft'; group: Group; person: Person }
	| { kind: 'groupDeleted'; group: Group; requestId: string }
	| {
			kind: 'groupChanged';
			group: Group;
			requestId: string;
			changes: GroupChanges;
			failed: GroupChanges;
	  }
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
	| { kind: 'statusChanged'; group: Group; message: Message; status: MessageStatus; by: Person[] };
