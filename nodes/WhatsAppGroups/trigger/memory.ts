import { createHash } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { Endpoint } from '../contract/webhooks';
import { listed } from './addresses';
import { sealed, unsealed } from './sealed';
import { change } from './staticData';

/** What a node stores about its registration, for its release. */
export interface Claim {
	/** Name of the provider. The node may have another one at the time of release. */
	provider: string;
	/** Fingerprint of the number or channel. The credential may have another one by then. */
	account: string;
	url: string;
	/** Digest of the registered secret. */
	secretDigest: string;
	/** The node it was registered for. A copy of the node has another path. */
	nodePath: string;
	/** The webhooks that were replaced and must be restored. */
	displaced: Endpoint[];
	borrowsStatuses?: boolean;
	/** The release failed. The provider may still deliver to `url`. */
	leftBehind?: boolean;
}

/** A claim as stored in static data. Somebody who can read the workflow can't read others' webhooks. */
export interface StoredClaim extends Omit<Claim, 'displaced'> {
	/** The workflow that made the claim. Copies and exports of the workflow contain the claim, too. */
	owner: string;
	/** The displaced webhooks, encrypted; empty if there are none. */
	displaced: string;
	/** Their addresses without secrets, for the log. */
	displacedFrom: string;
}

/** Identifies this workflow of this n8n instance. */
function ownerOf(context: IHookFunctions | IWebhookFunctions): string {
	return fingerprint(`${context.getInstanceId()} ${context.getWorkflow().id}`);
}

function storedClaim(context: IHookFunctions | IWebhookFunctions): StoredClaim | undefined {
	return context.getWorkflowStaticData('node').claim as StoredClaim | undefined;
}

/** Returns the stored claim if this workflow made it, in this n8n instance. */
export function claimMadeHere(
	context: IHookFunctions | IWebhookFunctions,
): StoredClaim | undefined {
	const stored = storedClaim(context);
	return stored?.owner === ownerOf(context) ? stored : undefined;
}

/** Returns the stored claim if it is this node's: made for the same address, or by the same workflow. */
export function ownClaim(hook: IHookFunctions, url: string): StoredClaim | undefined {
	const stored = storedClaim(hook);
	return stored?.url === url ? stored : claimMadeHere(hook);
}

/** Returns the claim with its displaced webhooks; `undefined` if another key encrypted them. */
export function opened(stored: StoredClaim, key: string): Claim | undefined {
	if (stored.displaced === '') return { ...stored, displaced: [] };
	const displaced = unsealed(stored.displaced, key) as Endpoint[] | undefined;
	return displaced && { ...stored, displaced };
}

export function remember(hook: IHookFunctions, claim: Claim, key: string): void {
	const stored: StoredClaim = {
		...claim,
		owner: ownerOf(hook),
		displaced: claim.displaced.length > 0 ? sealed(claim.displaced, key) : '',
		displacedFrom: listed(claim.displaced),
	};
	change(hook, 'claim', stored);
}

export function forget(hook: IHookFunctions): void {
	change(hook, 'claim', undefined);
}

export function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}
