import type { IHookFunctions } from 'n8n-workflow';

import type { Endpoint, RegisteredWebhooks } from '../../contract/webhooks';
import { listed, shown, withoutSecret } from '../addresses';
import { forget, remember, type Claim } from '../memory';
import { isRefusal, write, type Channel } from './channel';
import { planRelease } from './plan';
import { statusSwitch, withClaim } from './statusSwitch';
import { whose, type Self } from './whose';

/** Releases the claim and deletes it. If that fails, logs what is left behind. */
export async function leave(
	hook: IHookFunctions,
	channel: Channel,
	self: Self,
	claim: Claim,
): Promise<void> {
	const { provider, debts } = channel;
	try {
		await release(hook, channel, self, claim);
		debts.clear(self.url);
		if (!self.isTest) forget(hook);
	} catch (error) {
		const displaced = await missing(channel, claim.displaced);
		debts.set(self.url, displaced, false);
		if (!self.isTest) remember(hook, { ...claim, displaced, leftBehind: true }, channel.key);
		warnOfRest(hook, provider.displayName, claim.url, listed(displaced), error as Error);
	}
}

export function warnOfRest(
	hook: IHookFunctions,
	displayName: string,
	url: string,
	displaced: string,
	error: Error,
): void {
	const owed = displaced === '' ? '' : `, and not to ${displaced} again`;
	hook.logger.warn(
		`${displayName} may still deliver to ${shown(url)}${owed}: ${error.message}. Publish and unpublish the workflow to try again, or set the webhook at ${displayName} yourself.`,
	);
}

/** Logs that the claim is for another number, which the credential can't change anymore. */
export function warnOfFormerAccount(
	hook: IHookFunctions,
	{ provider: { displayName } }: Channel,
	{ url }: Claim,
): void {
	hook.logger.warn(
		`The account in the credential was changed, so the node can't remove ${shown(url)} from the former one. Remove it at ${displayName} yourself.`,
	);
}

/** Restores the channel's earlier state, if our endpoint is still registered. */
async function release(
	hook: IHookFunctions,
	channel: Channel,
	self: Self,
	claim: Claim,
): Promise<void> {
	const { provider, registration, request, debts } = channel;
	const { displayName } = provider;
	const registered = await registration.read(request);
	const isMine = (endpoint: Endpoint) => ['mine', 'earlier'].includes(whose(endpoint, self));
	const isRegistered = registered.endpoints.some(isMine);
	if (!isRegistered && claim.account !== channel.account) {
		warnOfFormerAccount(hook, channel, claim);
		return;
	}

	// Nobody puts us back after this, least of all with what we displaced still missing.
	const hasHeir = debts.handOn(self.url, isRegistered ? [] : claim.displaced);
	const isHandedOn = hasHeir && !isRegistered;
	const displaced = isHandedOn ? [] : claim.displaced;
	const hasPlaces = isRegistered || claim.leftBehind === true;
	const capacity = hasPlaces ? (registered.capacity ?? registration.capacity) : 0;
	const plan = planRelease(registered.endpoints, isMine, displaced, capacity);
	const isLast = isRegistered && plan.endpoints.length === 0 && !registration.canClear;
	const endpoints = isLast ? [withoutSecret(claim.url)] : plan.endpoints;
	const statusEvents = statusSwitch(withClaim(claim, registered), endpoints);
	const change = {
		endpoints: hasPlaces && differs(registered, endpoints) ? endpoints : undefined,
		statusEvents,
	};
	// A write of two steps that stops halfway can lose other endpoints, too.
	claim.displaced = endpoints.filter((endpoint) => !isMine(endpoint)).concat(plan.unrestored);
	const refused = await writeWithout(channel, change, displaced, isMine);

	if (isLast) {
		hook.logger.warn(
			`${displayName} still has ${shown(claim.url)} as its webhook, because it can't be left without one. n8n responds to its deliveries with 404. Set another webhook if you need one.`,
		);
	}
	const isLeft = isRegistered && debts.leaveTo(endpoints, plan.unrestored);
	const unrestored = isLeft ? refused : [...plan.unrestored, ...refused];
	if (unrestored.length > 0) {
		hook.logger.warn(
			`${listed(unrestored)} could not be restored as a webhook at ${displayName}, because ${
				refused.length > 0 ? `${displayName} rejected it` : 'other webhooks use all places now'
			}. Set it there yourself if you still need it.`,
		);
	}
}

const differs = ({ endpoints: before }: RegisteredWebhooks, endpoints: Endpoint[]) =>
	before.length !== endpoints.length || endpoints.some((one, at) => one !== before[at]);

/**
 * Writes. If the provider rejects a restored endpoint, writes again without the restored ones.
 *
 * @returns the rejected endpoints
 */
async function writeWithout(
	channel: Channel,
	{ endpoints, statusEvents }: Partial<RegisteredWebhooks>,
	displaced: Endpoint[],
	isMine: (endpoint: Endpoint) => boolean,
): Promise<Endpoint[]> {
	if (endpoints === undefined && statusEvents === undefined) return [];
	const refused = endpoints?.filter((one) => displaced.includes(one) && !isMine(one)) ?? [];
	const rest = endpoints?.filter((one) => !refused.includes(one)) ?? [];
	const canDoWithout = rest.length > 0 || channel.registration.canClear;
	return await write(channel, { endpoints, statusEvents }).then(
		() => [],
		async (error) => {
			if (!isRefusal(error) || refused.length === 0 || !canDoWithout) throw error;
			await write(channel, { endpoints: rest, statusEvents });
			return refused;
		},
	);
}

/** Returns those of `displaced` that aren't registered; all of them if the provider doesn't respond. */
async function missing(
	{ registration, request }: Channel,
	displaced: Endpoint[],
): Promise<Endpoint[]> {
	const registered = await registration.read(request).catch(() => undefined);
	return displaced.filter(({ url }) => !registered?.endpoints.some((one) => one.url === url));
}
