import type {
	ChangedGroup,
	Group,
	InviteLink,
	JoinRequest,
	JoinRequestOutcome,
	Operations,
	Participant,
	PersonOutcome,
	PinnedMessage,
	SentInvite,
	SentMessage,
	StoredMessage,
} from '../nodes/WhatsAppGroups/providers/Provider';

/**
 * The item that each operation gives with “Simplify”, beside `provider`. Listed, because the generator
 * of schemas cannot follow `Operations` to it.
 */
export interface Outputs {
	'message.send': SentMessage;
	'message.pin': PinnedMessage;
	'message.unpin': PinnedMessage;
	'message.getMany': StoredMessage;
	'group.create': Group;
	'group.get': Group;
	'group.getMany': Group;
	'group.update': ChangedGroup;
	'group.delete': ChangedGroup;
	'group.join': Group;
	'group.leave': ChangedGroup;
	'group.updatePermissions': ChangedGroup;
	'inviteLink.get': InviteLink;
	'inviteLink.reset': InviteLink;
	'inviteLink.send': SentInvite;
	'participant.add': PersonOutcome;
	'participant.remove': PersonOutcome;
	'participant.promote': PersonOutcome;
	'participant.demote': PersonOutcome;
	'participant.getMany': Participant;
	'joinRequest.getMany': JoinRequest;
	'joinRequest.approve': JoinRequestOutcome;
	'joinRequest.reject': JoinRequestOutcome;
}

/** What one answer holds, be it alone, in a list or in a page of a list. */
type ResultIn<Returned> = Returned extends { result: infer Result }
	? Result
	: Returned extends Array<{ result: infer Result }>
		? Result
		: Returned extends { answers: Array<{ result: infer Result }> }
			? Result
			: never;

type Results = { [Key in keyof Operations]: ResultIn<ReturnType<Operations[Key]>> };
type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

/** Does not compile where the list differs from the seam. */
export const listed: Same<Outputs, Results> = true;
