import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Resolves to whether n8n accepted a delivery, once the response is complete. n8n 2 responds after it
 * has created the execution, and with an error if that fails.
 */
export async function isAccepted(response: Response): Promise<boolean> {
	// A mock response without events, as in tests of a single node, counts as accepted.
	if (typeof response.once !== 'function') return true;
	return await new Promise((resolve) => {
		const settle = () => resolve(!(response.statusCode >= 400));
		// Only “prefinish” is emitted if the provider closed the connection before the response.
		response.once('prefinish', settle);
		response.once('finish', settle);
	});
}
