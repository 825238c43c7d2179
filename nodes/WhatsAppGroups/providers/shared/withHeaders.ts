import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

/**
 * Returns the `authenticate` of a credential that adds these headers. It is a function, because n8n
 * evaluates no expressions after it has answered a webhook.
 */
export function withHeaders(
	headersOf: (credentials: ICredentialDataDecryptedObject) => Record<string, string>,
) {
	return async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...options,
		headers: { ...options.headers, ...headersOf(credentials) },
	});
}
