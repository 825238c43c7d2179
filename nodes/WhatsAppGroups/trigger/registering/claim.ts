import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Endpoint, RegisteredWebhooks } from '../../contract/webhooks';
import { isSame, listed } from '../addresses';
import { remember, type Claim } from '../memory';
import { digestOf, endpointFor } from '../proof';
import { write, type Channel } from './channel';
import { planClaim, type OnOccupied } from './plan';
import { leave, warnOfFormerAccount } from './release';
import { chosenEvents, isBorrowed, statusSwitch, withClaim } from './statusSwitch';
import { whose, type Self } from './whose';

/** How often the node writes a list that another program keeps overwriting. */
const MAX_WRITES = 3;

/**
 * Registers our endpoint. If that fails, undoes the changes.
 *
 * @param earlier the claim that this node already has
 */
export async function claim(
	hook: IHookFunctions,
	channel: Channel,
	self: Self,
	secret: string,
	earlier: Claim | undefined,
): Promise<void> {
	const claimed = newClaim(channel, self, secret);
	const mine = endpointFor(channel.provider, self.url, secret);
	const progress = { hasBegun: false };
	const attempt = { self, mine, claimed, earlier, progress };
	await register(hook, channel, attempt).catch(async (error) => {
		// n8n doesn't save static data if publishing fails, so nothing else could undo it later.
		if (progress.hasBegun) await leave(hook, channel, self, claimed);
		throw error;
	});
	if (!self.isTest) remember(hook, claimed, channel.key);
	channel.debts.set(self.url, claimed.displaced);
	if (earlier && earlier.account !== channel.account && progress.hasBegun) {
		warnOfFormerAccount(hook, channel, earlier);
	}
}

export function newClaim({ provider, account }: Channel, self: Self, secret: string): Claim {
	const { url, nodePath } = self;
	const secretDigest = digestOf(secret);
	return { provider: provider.name, account, url, nodePath, secretDigest, displaced: [] };
}

interface Attempt {
	self: Self;
	mine: Endpoint;
	/** Its `displaced` grows with each endpoint that is removed. */
	claimed: Claim;
	earlier: Claim | undefined;
	progress: { hasBegun: boolean };
}

/** Writes until our endpoint is registered: more than once only if another program overwrites it. */
async function register(hook: IHookFunctions, channel: Channel, attempt: Attempt): Promise<void> {
	const { self, mine, claimed, earlier, progress } = attempt;
	const { registration, request } = channel;
	const ownerOf = (endpoint: Endpoint) => whose(endpoint, self);
	const wantsStatuses = chosenEvents(hook).includes('message.status');

	for (let writes = 0; ; writes++) {
		const registered = await registration.read(request);
		if (writes > 0 && registered.endpoints.some((one) => ownerOf(one) === 'mine')) return;
		if (writes === MAX_WRITES) throw overwritten(hook, channel);

		const capacity = registered.capacity ?? registration.capacity;
		const found = withClaim(earlier, registered);
		const entry = { ...mine, borrowsStatuses: wantsStatuses && isBorrowed(found) };
		const onOccupied = hook.getNodeParameter('onOccupied', 'fail') as OnOccupied;
		const place = { mine: entry, whose: ownerOf, onOccupied, capacity, isTest: self.isTest };
		const plan = planClaim(registered.endpoints, place);
		if ('occupiedBy' in plan) throw occupied(hook, channel, self, plan.occupiedBy, capacity);

		const { endpoints } = plan;
		const restorable = plan.displaced.filter(
			(one) => registration.canRestoreOthers || ownerOf(one) !== 'other',
		);
		warnOfLost(
			hook,
			channel,
			plan.displaced.filter((one) => !restorable.includes(one)),
		);
		const inherited = inheritedBy(channel, attempt, registered);
		claimed.borrowsStatuses = entry.borrowsStatuses;
		const displaced = distinct([...inherited, ...claimed.displaced, ...restorable]);
		const statusEvents = statusSwitch(found, endpoints);
		claimed.displaced = displaced;
		if (isUnchanged(registered.endpoints, endpoints) && statusEvents === undefined) return;

		// A write of two steps that stops halfway can lose the endpoints that stay, too.
		const staying = endpoints.filter((one) => one !== entry);
		claimed.displaced = distinct([...displaced, ...staying]);
		progress.hasBegun = true;
		if (!self.isTest) remember(hook, claimed, channel.key);
		await write(channel, { endpoints, statusEvents });
		claimed.displaced = displaced;
	}
}

/**
 * Returns the debts of the endpoints that are replaced: those of our own earlier claim, and of an editor
 * of this process. If another claimant removed our endpoint, that one now has our debts.
 */
function inheritedBy(
	{ debts }: Channel,
	{ self, earlier }: Attempt,
	{ endpoints }: RegisteredWebhooks,
): Endpoint[] {
	const owners = endpoints.map((endpoint) => ({ endpoint, owner: whose(endpoint, self) }));
	const isRegistered = owners.some(({ owner }) => owner === 'mine' || owner === 'earlier');
	const own = debts.of(self.url) ?? earlier?.displaced ?? [];
	const ofDead = owners
		.filter(({ owner }) => owner === 'dead')
		.flatMap(({ endpoint }) => debts.of(endpoint.url) ?? []);
	if (isRegistered || earlier?.leftBehind) return [...own, ...ofDead];
	debts.handOn(self.url, own);
	return ofDead;
}

function isUnchanged(registered: Endpoint[], wanted: Endpoint[]): boolean {
	const isAsWanted = (one: Endpoint, at: number) => wanted[at] && isSame(one, wanted[at]);
	return registered.length === wanted.length && registered.every(isAsWanted);
}

function distinct(endpoints: Endpoint[]): Endpoint[] {
	const isFirst = (endpoint: Endpoint, at: number) =>
		endpoints.findIndex((other) => isSame(other, endpoint)) === at;
	return endpoints.filter(isFirst);
}

function warnOfLost(hook: IHookFunctions, { provider }: Channel, lost: Endpoint[]): void {
	if (lost.length === 0) return;
	hook.logger.warn(
		`${provider.displayName} delivered this number's webhooks to ${listed(lost)} until now. The node can't put that address back later, because ${provider.displayName} doesn't reveal its verify token.`,
	);
}

function occupied(
	hook: IHookFunctions,
	{ provider: { displayName } }: Channel,
	self: Self,
	occupiedBy: Endpoint[],
	capacity: number,
): Error {
	const isNeighbor = occupiedBy.every((endpoint) => whose(endpoint, self) === 'neighbor');
	const who = isNeighbor ? 'Another workflow of this n8n instance' : 'Another webhook';
	const beside = occupiedBy.length < capacity ? '“Add Beside It” or ' : '';
	return new NodeOperationError(
		hook.getNode(),
		`${who} (${listed(occupiedBy)}) already receives this number's webhooks from ${displayName}. Set “If Another Webhook Is Set” to ${beside}“Replace It”.`,
		{
			description: `“Replace It” delivers to this workflow only, until you unpublish it.${
				beside ? ' “Add Beside It” delivers to both.' : ''
			}`,
		},
	);
}

function overwritten(hook: IHookFunctions, { provider: { displayName } }: Channel): Error {
	return new NodeOperationError(
		hook.getNode(),
		`${displayName} doesn't keep the webhook. If another program changes it, stop that one. Publish the workflow again.`,
		{
			description: `The node set the webhook ${MAX_WRITES} times. Each time it was missing afterwards.`,
		},
	);
}
