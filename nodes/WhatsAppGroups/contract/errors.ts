import type { IDataObject } from 'n8n-workflow';

/** A parameter or credential field that cannot work. Found before anything was sent. */
export class FieldError extends Error {
	constructor(
		/** Name of the parameter or credential field. */
		readonly field: string,
		message: string,
		readonly advice: string,
	) {
		super(message);
	}
}

/** The run was stopped before this call left: nothing was sent. */
export class RunStopped extends Error {
	constructor() {
		super('The run was stopped before this was sent');
	}
}

type Details = Omit<ProviderError, keyof Error | 'after'>;

/** The provider said no, could not be reached, or answered something that cannot be understood. */
export class ProviderError extends Error {
	/** What to do next, and below it what the provider itself said. */
	readonly description: string = '';
	/** Whether the call may have taken effect all the same. Such a call is never repeated. */
	readonly outcomeUnknown: boolean = false;
	/** Whether the same call may be made again: it surely was not processed, or it changes nothing. */
	readonly repeatable?: boolean;
	/** Nothing was done because too much came at once. */
	readonly rateLimited?: boolean;
	/** How long the provider asks to wait before the next try, in ms. */
	readonly retryAfter?: number;
	/** The place in a list no longer exists. */
	readonly cursorExpired?: boolean;
	readonly httpStatus?: number;
	readonly answer?: IDataObject | string;

	constructor(message: string, details: Details) {
		super(message);
		Object.assign(this, details);
	}

	/** The same error, saying how often it was met. */
	after(tries: number): ProviderError {
		if (tries === 1) return this;
		const description = `It was tried ${tries} times.\n${this.description}`;
		return new ProviderError(this.message, { ...this, description });
	}
}
