import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { providerNamed } from '../../providers';
import { nodeErrorOf } from '../../transport/nodeErrors';
import { isSame, sameTrigger } from './addresses';
import { endpointFor } from '../proof';
import { withChannel } from './channel';
import { enter } from './claim';
import { checkManualSetup } from './manualSetup';
import { checkReach } from './reachable';
import { registeredIn } from '../memory';

/** Whether our address stands at the provider with the secret we know, as after a restart of n8n. */
export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	const { provider, registration, url } = setUp(hook);
	const registered = registeredIn(hook.getWorkflowStaticData('node'));
	if (registration === undefined || registered === undefined) return false;
	if (registered.leftBehind || registered.provider !== provider.name) return false;
	const mine = endpointFor(provider, url, registered.secret);
	const reading = withChannel(hook, provider, registration, async ({ request }) => {
		return await registration.read(request);
	});
	const { endpoints } = await withNodeErrors(hook, reading);
	// An editor that listened when n8n was killed has left its address.
	const [ours, ...others] = endpoints.filter((endpoint) => sameTrigger(endpoint.url, url));
	return ours !== undefined && others.length === 0 && isSame(ours, mine);
}

export async function register(hook: IHookFunctions): Promise<boolean> {
	const { provider, registration, url } = setUp(hook);
	const account = await hook.getCredentials(provider.credential);
	if (registration === undefined) {
		checkManualSetup(hook, provider, account, url);
		return true;
	}
	checkReach(hook, provider, registration, account, url);
	const entering = withChannel(hook, provider, registration, async (channel) => {
		await enter(hook, channel, url);
	});
	await withNodeErrors(hook, entering);
	return true;
}

function setUp(hook: IHookFunctions) {
	const provider = providerNamed(hook.getNodeParameter('provider') as string);
	const url = hook.getNodeWebhookUrl('default');
	if (provider === undefined || url === undefined) {
		throw new NodeOperationError(hook.getNode(), 'Choose a provider from the list');
	}
	const byHand = hook.getNodeParameter('registration', 'automatic') === 'manual';
	return { provider, url, registration: byHand ? undefined : provider.registration };
}

async function withNodeErrors<Result>(
	hook: IHookFunctions,
	work: Promise<Result>,
): Promise<Result> {
	return await work.catch((error) => {
		throw nodeErrorOf(error, hook.getNode());
	});
}
