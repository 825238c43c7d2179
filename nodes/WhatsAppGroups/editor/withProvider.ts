import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { providerNamed } from '../providers';
import type { ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { FieldError } from '../contract/errors';
import { nodeErrorOf } from '../transport/nodeErrors';
import { signedRequest } from '../transport/request';

/** Whether a credential for the chosen provider is chosen, too. */
export function hasCredential(context: ILoadOptionsFunctions): boolean {
	const provider = providerNamed(context.getNodeParameter('provider') as string);
	return provider !== undefined && provider.credential in (context.getNode().credentials ?? {});
}

/** Runs `work` with the chosen provider, for a menu of the editor. Throws errors that n8n can show. */
export async function withProvider<Result>(
	context: ILoadOptionsFunctions,
	work: (provider: Provider, request: ProviderRequest) => Promise<Result>,
): Promise<Result> {
	try {
		const provider = providerNamed(context.getNodeParameter('provider') as string);
		if (provider === undefined) {
			throw new FieldError('Provider', 'No provider is chosen', 'Choose a provider first.');
		}
		const account = await context.getCredentials(provider.credential);
		return await work(provider, signedRequest(context, provider, account));
	} catch (error) {
		throw nodeErrorOf(error, context.getNode());
	}
}
