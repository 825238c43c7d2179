/** Switches that every provider has, for failures between it and its clients. */
export const noFaults = {
	/** Delay of every response, in milliseconds. */
	answerDelayMs: 0,
	/** Every API call gets 429 and has no effect. */
	tooManyRequests: false,
	/** Every API call gets 500 and has no effect. */
	serverError: false,
	/** Webhooks are lost. The provider retries them as usual. */
	loseWebhooks: false,
	/** Webhooks come twice, as if the response had been lost. */
	repeatWebhooks: false,
};

export type Faults = typeof noFaults;
