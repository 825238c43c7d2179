import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
} from 'n8n-workflow';

import type { LimitScope } from './errors';

/** The fields of the provider's credential, decrypted by n8n. */
export type Account = ICredentialDataDecryptedObject;

/** A rate limit as a token bucket. */
export interface Rate {
	perSecond: number;
	/** Calls that may be made at the same time after a pause. */
	burst: number;
}

/** Which of the provider's limits a call counts against. */
export type Budget = 'messages' | 'uploads' | 'changes' | 'reads';

/** One HTTP call, relative to the credential's base URL. Ids in `path` are already percent-encoded. */
export interface Call {
	method: IHttpRequestMethods;
	path: string;
	/** Sent as a bearer token instead of the credential's own authentication. */
	token?: string;
	query?: IDataObject;
	body?: IDataObject;
	/** Sent as multipart form data instead of `body`. */
	form?: { fields: Record<string, string>; fileField: string; file: FileInput };
	/** A file in this field of `body`, as a data URI. */
	inline?: { field: string; file: FileInput };
	/** Defaults to `reads` for a GET and to `changes` for anything else. */
	budget?: Budget;
	/** Returns whether a successful response has the documented form. If not, the outcome is unknown. */
	documented?(answer: IDataObject): boolean;
}

/** A file to send, from the workflow or downloaded from a URL. */
export interface FileInput {
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** Returns the content from its beginning. */
	chunks(): AsyncIterable<Uint8Array>;
}

/**
 * The authenticated transport that a provider's functions call. Resolves to the JSON object of the
 * response; rejects with `ProviderError` for any failure.
 */
export interface ProviderRequest {
	(call: Call): Promise<IDataObject>;
	account: Account;
	/** Waits `ms`. Rejects with `RunStopped` as soon as the run is stopped. */
	wait(ms: number): Promise<void>;
	/** Downloads a public file of up to `limit` bytes. Doesn't send the provider's key. */
	download(url: string, limit: number): Promise<FileInput>;
}

/** The file of a received message. */
export interface ReceivedFile {
	bytes: Buffer;
	/** Omitted if it has to be detected from the content. */
	mimeType?: string;
	fileName?: string;
}

/** The transport for files of received messages, with limits on size and time. */
export interface MediaRequest extends ProviderRequest {
	/** Downloads from a full URL. `signed` sends the provider's key, too. */
	fetch(url: string, access: 'signed' | 'public'): Promise<ReceivedFile>;
}

/** A call that did not succeed, in a builder's words. */
export interface Problem {
	/** What happened. */
	message: string;
	/** What to do next. */
	advice?: string;
	/** The provider's own code and text, unchanged. */
	code?: string;
	text?: string;
	/** The scope of the rate limit that was reached. Nothing was done, and the same call works later. */
	rateLimited?: LimitScope;
	/** The reason rules out any effect, whatever the HTTP status. */
	refused?: boolean;
	/** The cursor has expired, so the list must be read from its beginning. */
	cursorExpired?: boolean;
	/** The group's 24-hour window is closed: only a template can be sent now. */
	windowClosed?: boolean;
}
