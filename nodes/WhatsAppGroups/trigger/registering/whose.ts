import type { Endpoint } from '../../contract/webhooks';
import { WEBHOOK_PATH } from '../nodePath';
import { partsOf, shown } from '../addresses';

/**
 * Whose webhook it is, as the node sees it that asks:
 * - `mine`: this node's address, whatever its secret
 * - `earlier`: where this node registered before n8n moved to its present address
 * - `twin`: the same node's other address, production for the editor and the other way round
 * - `dead`: of this n8n, but nothing answers there
 * - `neighbor`: another workflow of this n8n
 * - `other`: somebody else's
 */
export type Owner = 'mine' | 'earlier' | 'twin' | 'dead' | 'neighbor' | 'other';

interface Node {
	/** Its webhook URL, in production or in the editor, whichever n8n is about to register. */
	url: string;
	/** The part of `url` that names the node. */
	nodePath: string;
}

/** The node that asks. */
export interface Self extends Node {
	/** Whether the editor listens for a test event. */
	isTest: boolean;
	/** The address of its earlier claim, if it has one. */
	claimedUrl?: string;
	/** n8n is starting, so no editor has listened yet. */
	isStarting: boolean;
	/** Whether the secret is sent in a header, so that an address without one is out of use. */
	hasHeaders: boolean;
	/** Whether this process of n8n listens at a test address. */
	isListening(url: string): boolean;
}

export function whose(endpoint: Endpoint, self: Self): Owner {
	const place = placeOf(endpoint.url, self);
	const isUnused = self.hasHeaders && Object.keys(endpoint.headers ?? {}).length === 0;
	if (place?.nodePath === self.nodePath) {
		if (place.kind === kindOf(self)) return 'mine';
		const isInUse = self.isTest ? !isUnused : self.isListening(endpoint.url);
		return isInUse ? 'twin' : 'dead';
	}
	if (self.claimedUrl !== undefined && shown(endpoint.url) === shown(self.claimedUrl)) {
		return 'earlier';
	}
	if (place === undefined) return 'other';
	const isLeftOver = self.isStarting && place.kind !== kindOf(self);
	return isUnused || isLeftOver ? 'dead' : 'neighbor';
}

/** Whether `one` is the other address of the node at `url`: the editor's, or that of production. */
export function isTwin(one: string, url: string, nodePath: string): boolean {
	const place = placeOf(one, { url, nodePath });
	return place?.nodePath === nodePath && place.kind !== kindOf({ url, nodePath });
}

/** Webhook ID, or workflow ID and node name. A workflow ID has only letters and digits. */
const NODE_PATH = new RegExp(`^([^/]+|[a-z0-9]+/[^/]+)/${WEBHOOK_PATH}$`, 'i');

/** Where in this n8n an address leads. */
interface Place {
	/** The segment that tells n8n's production addresses from its test addresses. */
	kind: string;
	nodePath: string;
}

/** `undefined` if it isn't an address of this n8n and of a node of this type. */
function placeOf(url: string, self: Node): Place | undefined {
	const { origin, path } = partsOf(url);
	const mine = partsOf(self.url);
	const root = mine.path.slice(0, -`${kindOf(self)}/${self.nodePath}`.length);
	if (origin !== mine.origin || !path.startsWith(root)) return undefined;
	const [kind = '', ...rest] = path.slice(root.length).split('/');
	const nodePath = rest.join('/');
	return NODE_PATH.test(nodePath) && rest[0] !== kindOf(self) ? { kind, nodePath } : undefined;
}

function kindOf({ url, nodePath }: Node): string {
	const before = partsOf(url).path.slice(0, -nodePath.length - 1);
	return before.slice(before.lastIndexOf('/') + 1);
}
