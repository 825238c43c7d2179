import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestMethods,
} from 'n8n-workflow';

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
	/** The provider gave a reason that rules out any effect, whatever the HTTP status. */
	refused?: boolean;
	/** The place in a list no longer exists: it has to be read from its beginning. */
	cursorExpired?: boolean;
}
