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

/**
 * What became of a call that did not succeed.
 * - `notSent`: nothing was done, and the same call may work later.
 * - `refused`: nothing was done, and the same call would fail again.
 * - `rateLimited`: nothing was done, because too much came at the same time.
 * - `unknown`: it may have taken effect. Such a call is never repeated.
 */
export type FailedOutcome = 'notSent' | 'refused' | 'rateLimited' | 'unknown';

/** Whom a rate limit protects: everything the number sends waits, or only what goes to one group or person. */
export type LimitScope = 'number' | 'recipient';

type Details = Omit<ProviderError, keyof Error | 'after'>;

/** The provider refused, could not be reached, or sent an answer that has no known form. */
export class ProviderError extends Error {
	readonly outcome: FailedOutcome = 'refused';
	/** What to do next, and below it the provider's own words. */
	readonly description: string = '';
	/** What is limited, if the outcome is `rateLimited`. */
	readonly limit?: LimitScope;
	/** How long the provider asks to wait before the next try, in ms. */
	readonly retryAfter?: number;
	/** The place in a list no longer exists. */
	readonly cursorExpired?: boolean;
	readonly httpStatus?: number;
	readonly answer?: IDataObject | string;

	constructor(message: string, details: Partial<Details> = {}) {
		super(message);
		Object.assign(this, details);
	}

	/** Returns the same error with the number of tries in its description. */
	after(tries: number): ProviderError {
		if (tries === 1) return this;
		const description = `The node tried ${tries} times.\n${this.description}`;
		return new ProviderError(this.message, { ...this, description });
	}
}
