import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import type { Endpoint } from '../contract/webhooks';
import { listed } from './addresses';

/** What a node remembers of its registration, for when it is released. */
export interface Claim {
	/** Name of the provider: another one may be chosen in the node by the time of release. */
	provider: string;
	/** Fingerprint of the number or channel: the credential may hold another one by then. */
	account: string;
	url: string;
	/** Of the secret that was registered. */
	secretDigest: string;
	/** The node it was registered for: a copy of the node has another path. */
	nodePath: string;
	/** The webhooks that were replaced, and have to be put back. */
	displaced: Endpoint[];
	borrowsStatuses?: boolean;
	/** The release failed. The provider may still deliver to `url`. */
	leftBehind?: boolean;
}

/** A claim as static data keeps it: whoever may read the workflow can't read others' webhooks. */
export interface StoredClaim extends Omit<Claim, 'displaced'> {
	/** The workflow that made the claim: copies and exports of it carry the claim along. */
	owner: string;
	/** The displaced webhooks, encrypted. */
	displaced: string;
	/** Their addresses without secrets, for the log. */
	displacedFrom: string;
}

/** This workflow of this n8n instance. */
function ownerOf(hook: IHookFunctions): string {
	return fingerprint(`${hook.getInstanceId()} ${hook.getWorkflow().id}`);
}

/** The claim as it is stored, whoever made it. */
export function storedClaim(staticData: IDataObject): StoredClaim | undefined {
	return staticData.claim as StoredClaim | undefined;
}

/** The stored claim, if it is this node's: made for the same address, or by this very workflow. */
export function ownClaim(hook: IHookFunctions, url: string): StoredClaim | undefined {
	const stored = storedClaim(hook.getWorkflowStaticData('node'));
	return stored?.url === url || stored?.owner === ownerOf(hook) ? stored : undefined;
}

/** The claim with its displaced webhooks; `undefined` if another key encrypted them. */
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
