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

/** One HTTP call, relative to the credential's base URL. Ids in `path` are already percent-encoded. */
export interface Call {
	method: IHttpRequestMethods;
	path: string;
	query?: IDataObject;
	body?: IDataObject;
}

/**
 * The signed transport a provider's functions work with. Resolves to the JSON object that was
 * answered; rejects with `ProviderError` for everything that means failure.
 */
export interface ProviderRequest {
	(call: Call): Promise<IDataObject>;
	account: Account;
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

/** Every operation of the product: what goes in and what comes out. */
export interface Operations {
	'message.send': (input: { groupId: string; text: string }) => Answer<SentMessage>;
	'message.pin': (input: {
		groupId: string;
		messageId: string;
		expirationDays: number;
	}) => Answer<PinnedMessage>;
	'message.unpin': (input: { groupId: string; messageId: string }) => Answer<PinnedMessage>;
	'group.create': (input: NewGroup) => Answer<Group>;
	'group.getMany': (input: { limit: number; cursor?: string }) => Page<Group>;
	'inviteLink.get': (input: { groupId: string }) => Answer<InviteLink>;
	'inviteLink.reset': (input: { groupId: string }) => Answer<InviteLink>;
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
	/** Whether nothing was done, although the HTTP status alone would leave that open. */
	refused?: boolean;
}

/** One webhook call from outside, as it came. */
export interface Delivery {
	/** The parsed body: a JSON object. */
	body: IDataObject;
	/** The bytes that a signature covers. */
	rawBody: Buffer;
	/** Header names in lower case. */
	headers: Record<string, string | undefined>;
}

/** A webhook address as the provider keeps it. */
export interface Endpoint {
	url: string;
	/** Sent along with each delivery. */
	headers?: Record<string, string>;
}

/** What the provider has registered for the number. */
export interface Standing {
	endpoints: Endpoint[];
	/** Whether delivery and read statuses are sent, where that is a switch of the channel. */
	statusEvents?: boolean;
}

/** Registration by API. Absent where the webhook can only be set by hand. */
export interface Registration {
	/** How many addresses the provider delivers to. */
	capacity: number;
	/** Whether the provider can be left without any address. */
	canClear: boolean;
	read(request: ProviderRequest): Promise<Standing>;
	/** Makes the provider's state exactly this. */
	write(request: ProviderRequest, standing: Standing): Promise<void>;
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
	/** Which inputs beyond the ones all providers share an operation takes. */
	optionalInputs: { [Key in OperationKey]?: Array<keyof Input<Key>> };
	/** Reads an answer. `undefined`: nothing to say beyond the HTTP status. */
	explain(status: number, body: unknown): Problem | undefined;

	/** The events that this provider is documented to deliver. */
	events: EventName[];
	/** Unfolds a delivery. Whatever is not about a group is left out; the unknown is `other`. */
	readEvents(body: IDataObject): GroupEvent[];
	/** Where the trigger's secret travels. */
	secretIn: 'header' | 'query';
	/** Checks a signature; `undefined` where the delivery carries none. */
	verifySignature?(delivery: Delivery, account: Account, now: number): boolean | undefined;
	registration?: Registration;
	/** How to set the webhook by hand: plain text for the editor. */
	manualSetup: string;
}
