export const slowMs = 3000;

/** Failures that every provider has, by the names of the sandbox's settings. */
export const faults = {
	answerDelayMs: `Slow: responses after ${slowMs / 1000} seconds`,
	tooManyRequests: '429: too many requests',
	serverError: '500: server error',
	loseWebhooks: 'Webhooks get lost',
	repeatWebhooks: 'Webhooks come twice',
};

/** The two settings of the 24-hour window, as one choice. */
export const windows = [
	{
		label: 'Open for 24 hours after a member writes, as on WhatsApp',
		settings: { keepWindow: true, windowClosed: false },
	},
	{ label: 'Closed in every group', settings: { keepWindow: true, windowClosed: true } },
	{ label: 'Always open', settings: { keepWindow: false, windowClosed: false } },
];

/** What a provider's documentation leaves open, or what is set in its dashboard. */
export const variants = {
	appOnAccount: 'The app is subscribed to the account',
	appSecret: 'App secret, which signs webhooks',
	asynchronousCreate: 'A new group gets its ID later, by webhook',
	createDelayMs: 'A new group appears after … milliseconds',
	descriptionFails: 'A new description is accepted, and then fails',
	joinAction: 'Name of the action that joins a group',
	keepHistory: 'The channel stores messages, so that they can be listed',
	lastRemovalFails: 'The last person of a removal stays in the group',
	officialAccount: 'The number has an Official Business Account',
	queueSends: 'Sending returns a job ID instead of a message ID',
	redeliveryBaseMs: 'Webhooks are retried after … milliseconds, then twice that',
	refuseOutsideWindow: 'Outside the window, sending is rejected at once',
	reportAsOtherNumber: 'Webhooks are about another number of the app',
	otherNumberOverride: 'Webhook address of that other number',
	sendingBlocked: 'The account may not send messages',
	signDeliveries: 'Webhooks are signed',
	strictWebhookUrls: 'Only public webhook addresses are accepted',
	tooManyGroupOperations: 'Too many group operations from this number',
	verifyToken: 'Verify token of the webhook',
	webhookFields: 'Fields of the webhook, separated by commas',
	webhookUrl: "Webhook address in the provider's dashboard",
	wrapAnswers: 'Responses are wrapped in "data"',
};
