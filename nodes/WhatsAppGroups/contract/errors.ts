import type { IDataObject } from 'n8n-workflow';

/** A parameter or credential field has a value that can't work. Thrown before anything is sent. */
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

/** The run was stopped before this call was made, so nothing was sent. */
export class RunStopped extends Error {
	constructor() {
		super('The run was stopped before this was sent');
	}
}

/**
 * The outcome of a call that didn't succeed.
 * - `notSent`: nothing was done, and the same call may work later.
 * - `refused`: nothing was done, and the same call would fail again.
 * - `rateLimited`: nothing was done, because there were too many calls.
 * - `unknown`: the call may have had an effect. It is never repeated.
 */
export type FailedOutcome = 'notSent' | 'refused' | 'rateLimited' | 'unknown';

/** The scope of a rate limit: everything that the number sends, or only what goes to one group or person. */
export type LimitScope = 'number' | 'recipient';

type Details = Omit<ProviderError, keyof Error | 'after'>;

/** The provider rejected a call, could not be reached, or sent a response in an unknown form. */
export class ProviderError extends Error {
	readonly outcome: FailedOutcome = 'refused';
	/** What to do next, followed by the provider's own words. */
	readonly description: string = '';
	/** What is limited, if the outcome is `rateLimited`. */
	readonly limit?: LimitScope;
	/** How long the provider asks to wait before a retry, in ms. */
	readonly retryAfter?: number;
	/** The cursor has expired. */
	readonly cursorExpired?: boolean;
	/** The group's 24-hour window is closed: only a template can be sent now. */
	readonly windowClosed?: boolean;
	readonly httpStatus?: number;
	readonly answer?: IDataObject | string;

	constructor(message: string, details: Partial<Details> = {}) {
		super(message);
		Object.assign(this, details);
	}

	/** Returns this error with the number of tries in its description. */
	after(tries: number): ProviderError {
		if (tries === 1) return this;
		const description = `The node tried ${tries} times.\n${this.description}`;
		return new ProviderError(this.message, { ...this, description });
	}
}
