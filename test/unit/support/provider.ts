import type { IExecuteFunctions } from 'n8n-workflow';

import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { ProviderError } from '../../../nodes/WhatsAppGroups/contract/errors';
import { signedRequest } from '../../../nodes/WhatsAppGroups/transport/request';

/** A number of its own for each call, so that none waits for another's pace. */
let accounts = 0;
const newAccount = () => {
	const number = String(++accounts);
	return {
		...{ baseUrl: 'https://provider.example', apiKey: number, channelId: number },
		...{ accountId: number, phoneNumberId: number },
	};
};

type Method = 'GET' | 'POST';

/** A caller with an HTTP helper that returns or throws what is given, in place of n8n's. */
function callerWith(answer: () => unknown): IExecuteFunctions {
	const httpRequestWithAuthentication = async () => await Promise.resolve(answer());
	return { helpers: { httpRequestWithAuthentication } } as unknown as IExecuteFunctions;
}

/** The error that a builder sees for a provider's response; `undefined` for a success. */
export async function errorAfter(
	provider: Provider,
	answer: () => unknown,
	method: Method = 'POST',
): Promise<ProviderError | undefined> {
	const request = signedRequest(callerWith(answer), provider, newAccount(), { maxWait: 0 });
	const outcome: unknown = await request({ method, path: '/path' }).catch(
		(error: unknown) => error,
	);
	return outcome instanceof ProviderError ? outcome : undefined;
}

export async function errorFor(
	provider: Provider,
	statusCode: number,
	body: unknown,
	method: Method = 'POST',
): Promise<ProviderError | undefined> {
	return await errorAfter(provider, () => ({ statusCode, body, headers: {} }), method);
}
