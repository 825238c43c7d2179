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

/** The provider said no, could not be reached, or answered something that cannot be understood. */
export class ProviderError extends Error {
	/** What to do next, and below it what the provider itself said. */
	readonly description: string = '';
	/** Whether the call may have taken effect all the same. Such a call is never repeated. */
	readonly outcomeUnknown: boolean = false;
	/** Nothing was done because too much came at once. */
	readonly rateLimited?: boolean;
	/** The place in a list no longer exists. */
	readonly cursorExpired?: boolean;
	readonly httpStatus?: number;
	readonly answer?: IDataObject | string;

	constructor(
		message: string,
		details: Pick<
			ProviderError,
			'description' | 'outcomeUnknown' | 'rateLimited' | 'cursorExpired' | 'httpStatus' | 'answer'
		>,
	) {
		super(message);
		Object.assign(this, details);
	}
}
