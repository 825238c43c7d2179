import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { Endpoint } from '../contract/webhooks';
import { listed } from './addresses';

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
	/** The displaced webhooks, encrypted. */
	displaced: string;
	/** Their addresses without secrets, for the log. */
	displacedFrom: string;
}

/** Identifies this workflow of this n8n instance. */
function ownerOf(hook: IHookFunctions): string {
	return fingerprint(`${hook.getInstanceId()} ${hook.getWorkflow().id}`);
}

/** Returns the stored claim, even if another workflow made it. */
export function storedClaim(staticData: IDataObject): StoredClaim | undefined {
	return staticData.claim as StoredClaim | undefined;
}

/** Returns the stored claim if it is this node's: made for the same address, or by the same workflow. */
export function ownClaim(hook: IHookFunctions, url: string): StoredClaim | undefined {
	const stored = storedClaim(hook.getWorkflowStaticData('node'));
	return stored?.url === url || stored?.owner === ownerOf(hook) ? stored : undefined;
}

/** Returns the claim with its displaced webhooks; `undefined` if another key encrypted them. */
export function opened(stored: StoredClaim, key: string): Claim | undefined {
	const displaced = decrypted(stored.displaced, key);
	return displaced === undefined ? undefined : { ...stored, displaced };
}

export function remember(hook: IHookFunctions, claim: Claim, key: string): void {
	const stored: StoredClaim = {
		...claim,
		owner: ownerOf(hook),
		displaced: encrypted(claim.displaced, key),
		displacedFrom: listed(claim.displaced),
	};
	hook.getWorkflowStaticData('node').claim = { ...stored };
}

export function forget(hook: IHookFunctions): void {
	delete hook.getWorkflowStaticData('node').claim;
}

export function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('base64url');
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const cipherKey = (key: string) => createHash('sha256').update(`displaced ${key}`).digest();

function encrypted(endpoints: Endpoint[], key: string): string {
	if (endpoints.length === 0) return '';
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, cipherKey(key), iv);
	const content = [cipher.update(JSON.stringify(endpoints), 'utf8'), cipher.final()];
	return Buffer.concat([iv, cipher.getAuthTag(), ...content]).toString('base64');
}

function decrypted(text: string, key: string): Endpoint[] | undefined {
	if (text === '') return [];
	const bytes = Buffer.from(text, 'base64');
	const content = bytes.subarray(IV_BYTES + TAG_BYTES);
	try {
		const decipher = createDecipheriv(CIPHER, cipherKey(key), bytes.subarray(0, IV_BYTES));
		decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
		const json = Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
		return JSON.parse(json) as Endpoint[];
	} catch {
		return undefined;
	}
}
