import type { IHookFunctions } from 'n8n-workflow';

import type { ProviderRequest } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Registration } from '../../contract/webhooks';
import { signedRequest } from '../../transport/request';
import { inTurn } from './queue';

/** The number or channel of a credential, whose webhooks can be set by API. */
export interface Channel {
	provider: Provider;
	registration: Registration;
	request: ProviderRequest;
}

/** Does `work` with the channel, when no other workflow of this n8n is at it. */
export async function withChannel<Result>(
	hook: IHookFunctions,
	provider: Provider,
	registration: Registration,
	work: (channel: Channel) => Promise<Result>,
): Promise<Result> {
	const account = await hook.getCredentials(provider.credential);
	const request = signedRequest(hook, provider, account);
	const credential = hook.getNode().credentials?.[provider.credential]?.id;
	return await inTurn(
		`${provider.name}:${credential}`,
		async () => await work({ provider, registration, request }),
	);
}
