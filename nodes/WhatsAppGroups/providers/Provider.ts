import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
} from 'n8n-workflow';

import type { EventName, GroupEvent } from './GroupEvent';
import type { ProviderName } from './ProviderName';

/**
 * The seam between the product and the providers: types only.
 *
 * A provider is a folder that fills in `Provider`. What it leaves out it does not offer: menus,
 * refusals and the README's table are read off what is there.
 */

/** The fields of the provider's credential, decrypted by n8n. */
export type Account = ICredentialDataDecryptedObject;

/** How fast a provider takes calls: so many a second, and so many at once after a rest. */
export interface Rate {
	perSecond: number;
	burst: number;
}

/** Which of the provider's limits a call counts against. */
export type Budget = 'messages' | 'uploads' | 'changes' | 'reads';

/** One HTTP call, relative to the credential's base URL. Ids in `path` are already percent-encoded. */
export interface Call {
	method: IHttpRequestMethods;
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** Sent as multipart form data, in place of `body`. */
	form?: { fields: Record<string, string>; fileField: string; file: FileInput };
	/** Without it, a GET is one of the `reads`, and all else one of the `changes` of groups. */
	budget?: Budget;
}

/** A file to send: from the workflow, or fetched from an address. */
export interface FileInput {
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** The content, from its beginning. */
	chunks(): AsyncIterable<Uint8Array>;
}

/**
 * The signed transport a provider's functions work with. Resolves to the JSON object that was
 * answered; rejects with `ProviderError` for everything that means failure.
 */
export interface ProviderRequest {
	(call: Call): Promise<IDataObject>;
	account: Account;
	/** Fetches a public file, without the provider's key. */
	download(url: string): Promise<FileInput>;
}

/** The file of a message that came in. */
export interface ReceivedFile {
	bytes: Buffer;
	/** Left out: to be told from the content. */
	mimeType?: string;
	fileName?: string;
}

/** What fetching the file of a message needs. Size and time are bounded. */
export interface MediaRequest extends ProviderRequest {
	/** Fetches from a full address; `signed` sends the provider's key along. */
	fetch(url: string, access: 'signed' | 'public'): Promise<ReceivedFile>;
}

/** What a call gives back: the contract's shape, and the provider's answer as it came. */
export interface Answer<Result> {
	result: Result;
	raw: IDataObject;
}

/** Part of a list, and where the next part begins (absent at the end). */
export interface Page<Result> {
	answers: Array<Answer<Result>>;
	nextCursor?: string;
}

export interface SentMessage {
	groupId: string;
	messageId: string | null;
	/** `queued`: accepted, to be sent later. */
	status: 'sent' | 'queued';
	/** ISO 8601 in UTC. */
	timestamp: string | null;
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
	subject: string | null;
	description: string | null;
	inviteLink: string | null;
	participantCount: number | null;
	participants: string[] | null;
	joinApprovalMode: string | null;
	suspended: boolean | null;
	/** ISO 8601 in UTC. */
	createdAt: string | null;
	/** Given instead of `groupId` by providers that create later; matches the `group.created` event. */
	requestId: string | null;
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

/** Where a file comes from: a public address, the workflow, or an earlier upload. */
export type MediaSource = { url: string } | { file: FileInput } | { id: string };

export type OutgoingMessage = { groupId: string; replyTo?: string } & (
	| { type: 'text'; text: string; previewUrl?: boolean }
	| {
			type: 'media';
			mediaType: MediaType;
			source: MediaSource;
			caption?: string;
			fileName?: string;
	  }
	| { type: 'template'; template: FilledTemplate }
);

/** What a message may carry beyond a text or the address of a file. */
export type MessageOption = 'replyTo' | 'previewUrl' | 'file' | 'id' | 'caption' | 'fileName';

/** An approved template of the account. */
export interface Template {
	name: string;
	language: string;
	namespace: string | null;
	components: IDataObject[];
	variables: TemplateVariable[];
}

/** A place in a template that wants a value. */
export interface TemplateVariable {
	/** `body_1`, `header_name`, `header_media`, `button_0`. */
	id: string;
	label: string;
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
	sender: { id: string | null; name: string | null };
	type: string;
	text: string | null;
	fromMe: boolean | null;
}

export interface GroupChanges {
	groupId: string;
	subject?: string;
	description?: string;
	picture?: { url: string } | { file: FileInput };
}

/** What became of a change of a group. Meta only accepts it now, and tells the result by an event. */
export interface ChangedGroup {
	groupId: string;
	success: boolean;
	/** Matches the event with the result, where there is one. */
	requestId: string | null;
}

/** What became of one person or request among several. */
export interface PersonOutcome {
	groupId: string;
	participantId: string;
	/** `null`: WhatsApp did only a part of what was asked, and does not say whose. */
	success: boolean | null;
	/** Why not. */
	error: string | null;
}

export interface Participant {
	groupId: string;
	participantId: string;
	name: string | null;
}

export interface JoinRequest {
	groupId: string;
	joinRequestId: string;
	participantId: string | null;
	/** ISO 8601 in UTC. */
	createdAt: string | null;
}

export interface JoinRequestOutcome {
	groupId: string;
	joinRequestId: string;
	success: boolean;
	error: string | null;
}

export interface SentInvite {
	groupId: string;
	participantId: string;
	messageId: string | null;
	/** `unknown`: the provider did not answer, and nothing was tried again. */
	status: 'sent' | 'queued' | 'failed' | 'unknown';
	/** Why it failed, or is unknown. */
	error: string | null;
}

/** Who may write and who may change the group's info. */
export type Permission = 'adminsWrite' | 'everyoneWrites' | 'adminsEdit' | 'everyoneEdits';

interface OfGroup {
	groupId: string;
}
type People = OfGroup & { participants: string[] };
type Requests = OfGroup & { joinRequestIds: string[] };
type PageOfGroup = OfGroup & { limit: number; cursor?: string };

/** Every operation of the product: what goes in and what comes out. */
export interface Operations {
	'message.send': (input: OutgoingMessage) => Answer<SentMessage>;
	'message.pin': (
		input: OfGroup & { messageId: string; expirationDays: number },
	) => Answer<PinnedMessage>;
	'message.unpin': (input: OfGroup & { messageId: string }) => Answer<PinnedMessage>;
	'message.getMany': (input: PageOfGroup) => Page<StoredMessage>;
	'group.create': (input: NewGroup) => Answer<Group>;
	'group.get': (input: OfGroup) => Answer<Group>;
	'group.getMany': (input: { limit: number; cursor?: string }) => Page<Group>;
	'group.update': (input: GroupChanges) => Answer<ChangedGroup>;
	'group.delete': (input: OfGroup) => Answer<ChangedGroup>;
	'group.join': (input: { inviteCode: string }) => Answer<Group>;
	'group.leave': (input: OfGroup) => Answer<ChangedGroup>;
	'group.updatePermissions': (input: OfGroup & { permission: Permission }) => Answer<ChangedGroup>;
	'inviteLink.get': (input: OfGroup) => Answer<InviteLink>;
	'inviteLink.reset': (input: OfGroup) => Answer<InviteLink>;
	'inviteLink.send': (input: OfGroup & { to: string; template: Template }) => Answer<SentInvite>;
	'participant.add': (input: People) => Array<Answer<PersonOutcome>>;
	'participant.remove': (input: People) => Array<Answer<PersonOutcome>>;
	'participant.promote': (input: People) => Array<Answer<PersonOutcome>>;
	'participant.demote': (input: People) => Array<Answer<PersonOutcome>>;
	'participant.getMany': (input: OfGroup) => Array<Answer<Participant>>;
	'joinRequest.getMany': (input: PageOfGroup) => Page<JoinRequest>;
	'joinRequest.approve': (input: Requests) => Array<Answer<JoinRequestOutcome>>;
	'joinRequest.reject': (input: Requests) => Array<Answer<JoinRequestOutcome>>;
}

export type OperationKey = keyof Operations;
export type Input<Key extends OperationKey> = Parameters<Operations[Key]>[0];

export type ProviderCall<Key extends OperationKey> = (
	request: ProviderRequest,
	input: Input<Key>,
) => Promise<ReturnType<Operations[Key]>>;

/** What a provider can do. An absent function is an operation it does not offer. */
export type ProviderCalls = { [Key in OperationKey]?: ProviderCall<Key> };

/** A call that did not succeed, in a builder's words. */
export interface Problem {
	/** What happened. */
	message: string;
	/** What to do next. */
	advice?: string;
	/** The provider's own code and text, unchanged. */
	code?: string;
	text?: string;
	/** Nothing was done because too much came at once: the same call works later. */
	rateLimited?: boolean;
	/** The place in a list no longer exists: it has to be read from its beginning. */
	cursorExpired?: boolean;
}

/** One webhook call from outside, as it came. */
export interface Delivery {
	/** The parsed body: a JSON object. */
	body: IDataObject;
	/** The bytes that a signature covers. */
	rawBody: Buffer;
	/** Header names in lower case. */
	headers: Record<string, string | string[] | undefined>;
}

/** A webhook address as the provider keeps it. */
export interface Endpoint {
	url: string;
	/** Sent along with each delivery. */
	headers?: Record<string, string>;
	/** What the provider knows it by, where it gives names. */
	name?: string;
	/**
	 * Written beside the address: the channel's statuses are on only for it and others marked alike.
	 * So whichever trigger goes last knows that the switch was found off.
	 */
	borrowsStatuses?: boolean;
}

/** What the provider has registered for the number. */
export interface Standing {
	/** In the order in which they are served. */
	endpoints: Endpoint[];
	/** Fewer than the documented capacity, where this account has fewer. */
	capacity?: number;
	/** Whether delivery and read statuses are sent, where that is a switch of the channel. */
	statusEvents?: boolean;
}

/** Registration by API. Absent where the webhook can only be set by hand. */
export interface Registration {
	/** How many addresses the provider delivers to. */
	capacity: number;
	/** To how few it delivers for some accounts. */
	leastCapacity: number;
	/** Whether the provider can be left without any address. */
	canClear: boolean;
	/** Every write replaces the whole list: of two at once, one is lost, and has to look. */
	canLoseWrites?: boolean;
	/** Domain of the provider's real API, whose demands on an address `faultIn` knows. */
	domain: string;
	/** Why the provider cannot deliver to this address; `undefined` where it can. */
	faultIn?(url: URL): string | undefined;
	read(request: ProviderRequest): Promise<Standing>;
	/** Makes the provider's state exactly this, in what is given. */
	write(
		request: ProviderRequest,
		change: Partial<Pick<Standing, 'endpoints' | 'statusEvents'>>,
	): Promise<void>;
}

export interface Provider {
	name: ProviderName;
	displayName: string;
	/** Credential type. */
	credential: string;
	/** Whether a group id may be a plain number, which elsewhere is more likely a phone number. */
	numericGroupIds: boolean;
	/** The one form in which events give a group id, where the provider has several. */
	plainGroupId?(id: string): string;
	calls: ProviderCalls;
	/** The known limits of a number. One that is not here is found out by refusals. */
	rates: Partial<Record<Budget, Rate>>;
	/** Which inputs beyond the ones all providers share an operation takes. */
	optionalInputs: {
		'message.send'?: MessageOption[];
		'group.create'?: Array<keyof NewGroup>;
		'group.update'?: Array<keyof GroupChanges>;
	};
	/** The approved templates of the account. Absent: templates cannot be sent. */
	templates?(
		request: ProviderRequest,
		page: { search?: string; cursor?: string },
	): Promise<Page<Template>>;
	/** Reads an answer. `undefined`: nothing to say beyond the HTTP status. */
	explain(status: number, body: unknown): Problem | undefined;

	/** The events that this provider is documented to deliver. */
	events: EventName[];
	/** Unfolds a delivery. Whatever is not about a group is left out; the unknown is `other`. */
	readEvents(body: IDataObject): GroupEvent[];
	/** Whether events say that a message mentions this number. */
	mentions?: true;
	/** The file of a message; `undefined` where it has none. Absent: files come in no delivery. */
	media?(
		request: MediaRequest,
		event: GroupEvent,
		delivery: IDataObject,
	): Promise<ReceivedFile | undefined>;
	/** Where the trigger's secret travels. Absent: deliveries are proved by their signature alone. */
	secretIn?: 'header' | 'query';
	/** Checks a signature; `undefined` where the delivery carries none. */
	verifySignature?(delivery: Delivery, account: Account, now: number): boolean | undefined;
	/** The word that proves our address when the provider asks for it by a GET; absent: it never asks. */
	verifyToken?(account: Account): unknown;
	registration?: Registration;
	/** Credential fields, with their labels, without which a webhook set by hand cannot be trusted. */
	manualFields: Record<string, string>;
	/** How to set the webhook by hand: plain text for the editor. */
	manualSetup: string;
}
