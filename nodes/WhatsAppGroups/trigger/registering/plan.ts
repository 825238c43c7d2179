import type { Endpoint } from '../../contract/webhooks';
import type { Owner } from './whose';

/** What to do if the provider already delivers to somebody else. */
export type OnOccupied = 'fail' | 'replace' | 'addBeside';

export interface Plan {
	/** The endpoints to register. */
	endpoints: Endpoint[];
	/** The endpoints that are removed for it, to be restored on release. */
	displaced: Endpoint[];
}

/** Endpoints of others that leave no place for ours. */
export interface Occupied {
	occupiedBy: Endpoint[];
}

interface Place {
	mine: Endpoint;
	whose(endpoint: Endpoint): Owner;
	onOccupied: OnOccupied;
	capacity: number;
	/** Whether the editor listens. It adds its webhook beside others if possible, despite `onOccupied`. */
	isTest: boolean;
}

/** Returns whether an endpoint is one of ours that is replaced and not restored later. */
const makesWay = (owner: Owner) => ['mine', 'earlier', 'dead'].includes(owner);

/** Plans how to register our endpoint next to other endpoints, or instead of them. */
export function planClaim(
	registered: Endpoint[],
	{ mine, whose, onOccupied, capacity, isTest }: Place,
): Plan | Occupied {
	const others = registered.filter((endpoint) => !makesWay(whose(endpoint)));
	// The same node's production address isn't somebody else's while its editor listens.
	const twins = others.filter((endpoint) => whose(endpoint) === 'twin');
	const foreign = others.filter((endpoint) => !twins.includes(endpoint));
	const policy = isTest && others.length < capacity ? 'addBeside' : onOccupied;
	if (policy === 'fail' && foreign.length > 0) return { occupiedBy: foreign };

	const replaced = policy === 'replace' ? foreign : [];
	const kept = foreign.filter((endpoint) => !replaced.includes(endpoint));
	if (kept.length >= capacity) return { occupiedBy: foreign };
	const movedOver = kept.length + twins.length < capacity ? [] : twins;
	const displaced = [...movedOver, ...replaced];

	// Keeps our previous position, else appends: at 360dialog the first endpoint gates the others.
	const at = registered.findIndex((endpoint) => makesWay(whose(endpoint)));
	const staying = others.filter((endpoint) => !displaced.includes(endpoint));
	const before = staying.filter((endpoint) => at < 0 || registered.indexOf(endpoint) < at);
	return { endpoints: [...before, mine, ...staying.slice(before.length)], displaced };
}

export interface Removal {
	/** The endpoints to register afterwards. */
	endpoints: Endpoint[];
	/** Displaced endpoints that have no free place anymore. */
	unrestored: Endpoint[];
}

/** Restores the endpoints that we displaced, as many as fit beside those registered since. */
export function planRelease(
	registered: Endpoint[],
	isMine: (endpoint: Endpoint) => boolean,
	displaced: Endpoint[],
	capacity: number,
): Removal {
	const others = registered.filter((endpoint) => !isMine(endpoint));
	const back = displaced.filter(({ url }) => !others.some((other) => other.url === url));
	const room = Math.max(0, capacity - others.length);
	const at = Math.max(0, registered.findIndex(isMine));
	return {
		endpoints: [...others.slice(0, at), ...back.slice(0, room), ...others.slice(at)],
		unrestored: back.slice(room),
	};
}
