/** Switches that every provider has: what goes wrong between it and its clients. */
export const noFaults = {
	/** Every API call is answered this much later. */
	answerDelayMs: 0,
	/** Every API call is refused as too early, and not done. */
	tooManyRequests: false,
	/** Every API call fails inside the provider, and is not done. */
	serverError: false,
	/** Webhooks get lost on the way; the provider repeats them as it always does. */
	loseWebhooks: false,
	/** Webhooks come twice, as after an answer that got lost. */
	repeatWebhooks: false,
};

export type Faults = typeof noFaults;
