import { WEBHOOK_PATH, type Endpoint } from '../../contract/webhooks';
import { partsOf, shown } from '../addresses';

/**
 * The owner of a webhook, from the view of this node:
 * - `mine`: this node's address, whatever its secret
 * - `earlier`: this node's address before n8n moved to its present one
 * - `twin`: this node's other address: production for the editor, and the editor for production
 * - `dead`: an address of this n8n instance that nothing listens at, such as an editor's that n8n's
 *   end left behind
 * - `neighbor`: another workflow of this n8n instance
 * - `other`: another program
 */
export type Owner = 'mine' | 'earlier' | 'twin' | 'dead' | 'neighbor' | 'other';

interface Node {
	/** The webhook URL that n8n is about to register: production's or the editor's. */
	url: string;
	/** The part of `url` that identifies the node. */
	nodePath: string;
}

/** This node. */
export interface Self extends Node {
	/** Whether the editor listens for a test event. */
	isTest: boolean;
	/** The address of its earlier claim, if it has one. */
	claimedUrl?: string;
	/** Whether the secret is sent in a header, so that an address without headers is unused. */
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
	const isTest = (place.kind === kindOf(self)) === self.isTest;
	const isLeftOver = isTest && !self.isListening(endpoint.url);
	return isUnused || isLeftOver ? 'dead' : 'neighbor';
}

/** Webhook ID, or workflow ID and node name. A workflow ID has only letters and digits. */
const NODE_PATH = new RegExp(`^([^/]+|[a-z0-9]+/[^/]+)/${WEBHOOK_PATH}$`, 'i');

/** The parts of an address of this n8n instance. */
interface Place {
	/** The segment that differs between n8n's production and test addresses. */
	kind: string;
	nodePath: string;
}

/** Returns `undefined` if the URL doesn't belong to a node of this type in this n8n instance. */
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
