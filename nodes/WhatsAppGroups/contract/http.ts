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
	/** Calls that may leave at the same time after a rest. */
	burst: number;
}

/** Which of the provider's limits a call counts against. */
export type Budget = 'messages' | 'uploads' | 'changes' | 'reads';

/** One HTTP call, relative to the credential's base URL. Ids in `path` are already percent-encoded. */
export interface Call {
	method: IHttpRequestMethods;
	path: string;
	/** Sent as bearer token in place of the credential's own authentication. */
	token?: string;
	query?: IDataObject;
	body?: IDataObject;
	/** Sent as multipart form data, in place of `body`. */
	form?: { fields: Record<string, string>; fileField: string; file: FileInput };
	/** A file inside of `body`, as a data URI in this field. */
	inline?: { field: string; file: FileInput };
	/** Defaults to `reads` for a GET and to `changes` for anything else. */
	budget?: Budget;
	/** Whether a successful answer has the documented form. Any other leaves the outcome unknown. */
	documented?(answer: IDataObject): boolean;
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
	/** Downloads a public file of up to `limit` bytes, without the provider's key. */
	download(url: string, limit: number): Promise<FileInput>;
}

/** The file of a message that came in. */
export interface ReceivedFile {
	bytes: Buffer;
	/** Omitted if it has to be detected from the content. */
	mimeType?: string;
	fileName?: string;
}

/** What fetching the file of a message needs. Size and time are bounded. */
export interface MediaRequest extends ProviderRequest {
	/** Fetches from a full address; `signed` sends the provider's key along. */
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
	/** Whose rate limit was reached: nothing was done, and the same call works later. */
	rateLimited?: LimitScope;
	/** The provider gave a reason that rules out any effect, whatever the HTTP status. */
	refused?: boolean;
	/** The place in a list no longer exists: it has to be read from its beginning. */
	cursorExpired?: boolean;
}
