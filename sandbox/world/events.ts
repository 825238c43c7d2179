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

/** What an event is about, for a log. */
export interface Facts {
	groupId: string | null;
	messageId: string | null;
	/** Names of those who did it, or to whom it happened. */
	people: string[];
	status: MessageStatus | null;
}

export function factsOf(event: WorldEvent): Facts {
	return {
		groupId: event.group?.id ?? null,
		messageId: 'message' in event ? event.message.id : null,
		people: namesIn(event),
		status: 'status' in event ? event.status : null,
	};
}

function namesIn(event: WorldEvent): string[] {
	if ('person' in event) return [event.person.name];
	if ('request' in event) return [event.request.person.name];
	if ('by' in event) return event.by.map(({ name }) => name);
	// They aren't in the group anymore.
	if ('removed' in event) return event.removed;
	return 'message' in event ? [event.message.from.name] : [];
}
