import type { IDataObject } from 'n8n-workflow';

import type { FileInput, ProviderRequest } from './http';

/** The result of a call in the contract's shape, and the provider's unchanged response. */
export interface Answer<Result> {
	result: Result;
	raw: IDataObject;
}

/** Part of a list, and the cursor of the next part. It is absent at the end. */
export interface Page<Result> {
	answers: Array<Answer<Result>>;
	nextCursor?: string;
}

export interface SentMessage {
	groupId: string;
	messageId: string | null;
	/** `queued` means accepted, and sent later. */
	status: 'sent' | 'queued';
	/** ISO 8601 in UTC. */
	timestamp: string | null;
	/** The type of message that was sent, if a template could be sent instead of the message. */
	messageType?: OutgoingMessage['type'];
}

export interface PinnedMessage {
	groupId: string;
	/** The message that was pinned or unpinned. */
	messageId: string;
	pinned: boolean;
}

export interface Group {
	/** `null` while the provider is still creating the group: see `requestId`. */
	groupId: string | null;
	/** The group name. */
	subject: string | null;
	/** What the group is about. */
	description: string | null;
	/** The link to join with, of a new group. *Get Invite Link* returns it for every group. */
	inviteLink: string | null;
	/** The number of members. Lists often omit it, like `description` and `participants`: *Get Group* returns them. */
	participantCount: number | null;
	/** Phone numbers in digits, or user ids. */
	participants: string[] | null;
	/** `approval_required`, or `auto_approve`: everybody with the link can join. */
	joinApprovalMode: string | null;
	/** Whether WhatsApp has suspended the group for breaking a policy. */
	suspended: boolean | null;
	/** ISO 8601 in UTC. */
	createdAt: string | null;
	/** Set instead of `groupId` by providers that create the group later. Matches the `group.created` event. */
	requestId: string | null;
}

/** What the node adds to the group that it created. */
export interface Creation {
	/** `false` if a group with this name existed and was used. */
	created: boolean;
	/** What to do if the group ID or the invite link isn't known yet. */
	advice: string | null;
}

export interface InviteLink {
	groupId: string;
	inviteLink: string | null;
}

export interface NewGroup {
	subject: string;
	description?: string;
	joinApprovalMode?: string;
	/** Phone numbers in digits without `+`. */
	participants?: string[];
	initialMessage?: string;
}

export type MediaType = 'image' | 'video' | 'audio' | 'document';

/** Where a file comes from: a public URL, the workflow, or an earlier upload. */
export type MediaSource = { url: string } | { file: FileInput } | { id: string };

export type OutgoingMessage = { groupId: string; replyTo?: string } & (
	| {
			type: 'text';
			text: string;
			previewUrl?: boolean;
			/** Comes back with each status of the message, at providers that have this. */
			trace?: string;
	  }
	| {
			type: 'media';
			mediaType: MediaType;
			source: MediaSource;
			caption?: string;
			fileName?: string;
	  }
	| { type: 'template'; template: FilledTemplate }
);

/** What a message may contain beyond a text or the URL of a file. */
export type MessageOption =
	| 'replyTo'
	| 'previewUrl'
	| 'file'
	| 'id'
	| 'caption'
	| 'fileName'
	| 'trace';

/** A template of the account. Only approved ones can be sent. */
export interface Template {
	name: string;
	language: string;
	approved: boolean;
	namespace: string | null;
	components: IDataObject[];
	variables: TemplateVariable[];
	/** The part that this node can't fill in, such as `a carousel`; `null` if it can fill in everything. */
	unfillable: string | null;
}

/** A place in a template that needs a value. */
export interface TemplateVariable {
	/** `body_1`, `header_name`, `header_media`, `header_filename`, `button_0`. */
	id: string;
	label: string;
	/** Whether it may stay empty. */
	optional?: boolean;
}

export interface FilledTemplate extends Template {
	/** Values by the id of the variable. */
	values: Record<string, string>;
}

export interface StoredMessage {
	groupId: string;
	messageId: string | null;
	/** ISO 8601 in UTC. */
	timestamp: string | null;
	/** Who wrote it. */
	sender: { id: string | null; name: string | null };
	/** As in events, for example `text` or `image`. */
	type: string;
	/** The text of the message. */
	text: string | null;
	/** Whether your own number wrote it. */
	fromMe: boolean | null;
}

export interface GroupChanges {
	groupId: string;
	subject?: string;
	description?: string;
	picture?: { url: string } | { file: FileInput };
}

/** The outcome of a change of a group. Meta only accepts it, and reports the result in an event. */
export interface ChangedGroup {
	groupId: string;
	success: boolean;
	/** Matches the event with the result, if there is one. */
	requestId: string | null;
}

/** What the node adds to the outcome of a deletion, as n8n's guidelines require. */
export interface Deletion {
	/** The same as `success`. Meta only accepts a deletion: the event Group Deleted reports the result. */
	deleted: boolean;
}

/** The outcome for one person among several. */
export interface PersonOutcome {
	groupId: string;
	/** The phone number in digits, or the user id. */
	participantId: string;
	/** `null` if the provider doesn't report whether it was done for this person. */
	success: boolean | null;
	/** Why it failed. */
	error: string | null;
}

export interface Participant {
	groupId: string;
	/** The phone number in digits, or the user id. */
	participantId: string;
	/** The name of the profile. */
	name: string | null;
}

export interface JoinRequest {
	groupId: string;
	joinRequestId: string;
	/** Who asks: the phone number in digits, or the user id. */
	participantId: string | null;
	/** ISO 8601 in UTC. */
	createdAt: string | null;
}

export interface JoinRequestOutcome {
	groupId: string;
	joinRequestId: string;
	success: boolean;
	/** Why it failed. */
	error: string | null;
}

export interface SentInvite {
	groupId: string;
	/** The phone number in digits, or the user id. */
	participantId: string;
	messageId: string | null;
	/** `unknown` means that the message may have been sent. It wasn't sent again. */
	status: 'sent' | 'queued' | 'failed' | 'unknown';
	/** Why it failed, or why the outcome is unknown. */
	error: string | null;
}

/** Who may write and who may change the group's info. */
export type Permission = 'adminsWrite' | 'everyoneWrites' | 'adminsEdit' | 'everyoneEdits';

interface OfGroup {
	groupId: string;
}
type People = OfGroup & { participants: string[] };
type Requests = OfGroup & { joinRequestIds: string[] };
/** Asks for the entries from `cursor`. */
export interface PageRequest {
	/** How many entries are wanted, or `Infinity`. A provider may return fewer at a time. */
	limit: number;
	cursor?: string;
}
type PageOfGroup = OfGroup & PageRequest;

/**
 * Every operation of the product: its input, the form of one result, and whether a call returns one
 * result, a list, or a page of a longer list. `adds` is what the node adds to the provider's result.
 * Everything else about operations is derived from this table.
 */
export type Operations = {
	'message.send': { input: OutgoingMessage; item: SentMessage; gives: 'one' };
	'message.pin': {
		input: OfGroup & { messageId: string; expirationDays: number };
		item: PinnedMessage;
		gives: 'one';
	};
	'message.unpin': { input: OfGroup & { messageId: string }; item: PinnedMessage; gives: 'one' };
	'message.getMany': { input: PageOfGroup; item: StoredMessage; gives: 'page' };
	'group.create': { input: NewGroup; item: Group; gives: 'one'; adds: Creation };
	'group.get': { input: OfGroup; item: Group; gives: 'one' };
	'group.getMany': { input: PageRequest; item: Group; gives: 'page' };
	'group.update': { input: GroupChanges; item: ChangedGroup; gives: 'one' };
	'group.delete': { input: OfGroup; item: ChangedGroup; gives: 'one'; adds: Deletion };
	'group.join': { input: { inviteCode: string }; item: Group; gives: 'one' };
	'group.leave': { input: OfGroup; item: ChangedGroup; gives: 'one' };
	'group.updatePermissions': {
		input: OfGroup & { permission: Permission };
		item: ChangedGroup;
		gives: 'one';
	};
	'inviteLink.get': { input: OfGroup; item: InviteLink; gives: 'one' };
	'inviteLink.reset': { input: OfGroup; item: InviteLink; gives: 'one' };
	'inviteLink.send': {
		input: OfGroup & { to: string; template: Template };
		item: SentInvite;
		gives: 'one';
	};
	'participant.add': { input: People; item: PersonOutcome; gives: 'list' };
	'participant.remove': { input: People; item: PersonOutcome; gives: 'list' };
	'participant.promote': { input: People; item: PersonOutcome; gives: 'list' };
	'participant.demote': { input: People; item: PersonOutcome; gives: 'list' };
	'participant.getMany': { input: OfGroup; item: Participant; gives: 'list' };
	'joinRequest.getMany': { input: PageOfGroup; item: JoinRequest; gives: 'page' };
	'joinRequest.approve': { input: Requests; item: JoinRequestOutcome; gives: 'list' };
	'joinRequest.reject': { input: Requests; item: JoinRequestOutcome; gives: 'list' };
};

export type OperationKey = keyof Operations;

/** Operations of the menu that make several calls, or do more than a call. */
export type MenuKey = OperationKey | 'message.sendAndWait';

export type Input<Key extends OperationKey> = Operations[Key]['input'];
export type Item<Key extends OperationKey> = Operations[Key]['item'];
export type Returned<Key extends OperationKey> = Operations[Key] extends {
	adds: infer Added extends object;
}
	? Item<Key> & Added
	: Item<Key>;

/** The forms in which a call returns its results. */
interface Forms<Result> {
	one: Answer<Result>;
	list: Array<Answer<Result>>;
	page: Page<Result>;
}
export type Output<Key extends OperationKey> = Forms<Item<Key>>[Operations[Key]['gives']];

export type ProviderCall<Key extends OperationKey> = (
	request: ProviderRequest,
	input: Input<Key>,
) => Promise<Output<Key>>;

/** What a provider offers. It doesn't offer an operation whose function is absent. */
export type ProviderCalls = { [Key in OperationKey]?: ProviderCall<Key> };
