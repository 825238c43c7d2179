/** What n8n calls when a workflow is published or unpublished, and when its editor listens. */
import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { ProviderError } from '../../contract/errors';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Registration } from '../../contract/webhooks';
import { providerNamed } from '../../providers';
import { nodeErrorOf } from '../../transport/nodeErrors';
import { isSame } from '../addresses';
import { opened, ownClaim, type Claim, type StoredClaim } from '../memory';
import { nodePath } from '../nodePath';
import { endpointFor, webhookSecret } from '../proof';
import { change } from '../staticData';
import { isRefusal, withChannel, write, type Channel } from './channel';
import { claim, newClaim } from './claim';
import { checkFields } from './checkFields';
import { checkReachable } from './checkReachable';
import { leave, warnOfRest } from './release';
import { chosenEvents } from './statusSwitch';
import { whose, type Self } from './whose';

/** Returns whether our endpoint is registered with the right secret, as after a restart of n8n. */
export async function isRegistered(hook: IHookFunctions): Promise<boolean> {
	const { provider, registration, url } = setUp(hook);
	const stored = ownClaim(hook, url);
	if (registration === undefined || stored === undefined) return false;
	if (stored.leftBehind || stored.provider !== provider.name) return false;
	const checking = withChannel(hook, provider, registration, async (channel) => {
		return await isComplete(hook, channel, selfOf(hook, channel.provider, url, channel), stored);
	});
	return await checking.catch((error) => {
		if (!isResuming(hook) || !isTemporary(error)) throw nodeErrorOf(error, hook.getNode());
		// Otherwise, n8n would remove the webhook and reject deliveries with 404 until its next attempt.
		hook.logger.warn(
			`The webhook at ${provider.displayName} couldn't be checked: ${(error as Error).message}. It was registered before n8n started, so the workflow keeps it.`,
		);
		return true;
	});
}

async function isComplete(
	hook: IHookFunctions,
	channel: Channel,
	self: Self,
	stored: StoredClaim,
): Promise<boolean> {
	const { provider, registration, request, key, debts } = channel;
	const { endpoints } = await registration.read(request);
	const isLeftOver = endpoints.some((one) => ['dead', 'earlier'].includes(whose(one, self)));
	const mine = endpointFor(provider, self.url, secretOf(hook, provider, request.account));
	const wanted = { ...mine, borrowsStatuses: stored.borrowsStatuses };
	if (isLeftOver || !endpoints.some((endpoint) => isSame(endpoint, wanted))) return false;

	if (debts.of(self.url) === undefined) debts.set(self.url, opened(stored, key)?.displaced ?? []);
	if (registration.switchesOff && isResuming(hook)) await write(channel, { endpoints });
	return true;
}

/** Registers our endpoint, or checks that a webhook set by hand can work. */
export async function register(hook: IHookFunctions): Promise<boolean> {
	const { provider, registration, url } = setUp(hook);
	const account = await hook.getCredentials(provider.credential);
	checkFields(hook, provider, registration, account, url);
	checkReachable(hook, provider, account, url);
	if (registration === undefined) return true;
	const claiming = withChannel(hook, provider, registration, async (channel) => {
		const self = selfOf(hook, provider, url, channel);
		const secret = secretOf(hook, provider, account) ?? '';
		const stored = ownClaim(hook, url);
		await registration.check?.(channel.request, chosenEvents(hook));
		await claim(hook, channel, self, secret, stored && remembered(hook, channel, stored));
	});
	await claiming.catch((error) => {
		throw nodeErrorOf(error, hook.getNode());
	});
	return true;
}

/** Removes our endpoint. Never fails, because then n8n would stop unpublishing. */
export async function unregister(hook: IHookFunctions): Promise<boolean> {
	const node = setUp(hook);
	const stored = ownClaim(hook, node.url);
	const provider = providerNamed(stored?.provider ?? node.provider.name);
	const registration = stored ? provider?.registration : node.registration;
	if (provider === undefined || registration === undefined) return true;
	try {
		await withChannel(hook, provider, registration, async (channel) => {
			// n8n doesn't report here whether the editor listened, but only production stores a claim: the
			// editor has static data of its own, which n8n doesn't save.
			const self = { ...selfOf(hook, provider, node.url, channel), isTest: stored === undefined };
			const claimed = stored ? remembered(hook, channel, stored) : newClaim(channel, self, '');
			const displaced = channel.debts.of(node.url) ?? claimed.displaced;
			await leave(hook, channel, self, { ...claimed, displaced });
		});
	} catch (error) {
		// The credential was deleted, or lacks the field that identifies its account.
		if (stored === undefined) return true;
		change(hook, 'claim', { ...stored, leftBehind: true });
		const { url, displacedFrom } = stored;
		warnOfRest(hook, provider.displayName, url, displacedFrom, error as Error);
	}
	return true;
}

/** Returns the stored claim with what it displaced, if the credential's key can decrypt that. */
function remembered(hook: IHookFunctions, { provider, key }: Channel, stored: StoredClaim): Claim {
	const claimed = opened(stored, key);
	if (claimed !== undefined) return claimed;
	hook.logger.warn(
		`The key in the credential was changed, so the node can't put ${stored.displacedFrom} back at ${provider.displayName}. Set it there yourself if you still need it.`,
	);
	return { ...stored, displaced: [] };
}

interface SetUp {
	provider: Provider;
	/** The production URL, or the test URL while the editor listens. */
	url: string;
	/** Absent if the webhook is set by hand. */
	registration: Registration | undefined;
}

function setUp(hook: IHookFunctions): SetUp {
	const provider = providerNamed(hook.getNodeParameter('provider') as string);
	const url = hook.getNodeWebhookUrl('default');
	if (provider === undefined || url === undefined) {
		throw new NodeOperationError(hook.getNode(), 'Choose a provider from the list');
	}
	const byHand = hook.getNodeParameter('registration', 'automatic') === 'manual';
	return { provider, url, registration: byHand ? undefined : provider.registration };
}

/** Whether n8n checks what another process of it has registered. n8n 2 doesn't ask then. */
const isResuming = (hook: IHookFunctions) =>
	['init', 'leadershipChange'].includes(hook.getActivationMode());

const isTemporary = (error: unknown) => error instanceof ProviderError && !isRefusal(error);

const pathOf = (hook: IHookFunctions) => nodePath(hook.getNode(), hook.getWorkflow().id);

function selfOf(hook: IHookFunctions, provider: Provider, url: string, { debts }: Channel): Self {
	return {
		url,
		nodePath: pathOf(hook),
		isTest: hook.getActivationMode() === 'manual',
		claimedUrl: ownClaim(hook, url)?.url,
		hasHeaders: provider.secretIn === 'header',
		isListening: debts.isLive,
	};
}

const secretOf = (hook: IHookFunctions, provider: Provider, account: Account) =>
	webhookSecret(provider, account, pathOf(hook));
