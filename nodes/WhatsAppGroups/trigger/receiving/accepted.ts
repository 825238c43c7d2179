import type { IWebhookFunctions } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Resolves to whether n8n has accepted a delivery, once the response is complete. From version 2 on,
 * n8n answers after it has created the execution, and with an error if that fails.
 */
export async function isAccepted(response: Response): Promise<boolean> {
	// A stand-in without events, as in tests of a single node, can't say.
	if (typeof response.once !== 'function') return true;
	return await new Promise((resolve) => {
		const settle = () => resolve(!(response.statusCode >= 400));
		// Only “prefinish” is emitted if the provider has hung up before the answer.
		response.once('prefinish', settle);
		response.once('finish', settle);
	});
}
