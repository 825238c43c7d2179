import type { Endpoint } from '../../contract/webhooks';
import { sameAddress, sameTrigger } from './addresses';

/** What to do when the provider already delivers to somebody else. */
export type OnOccupied = 'fail' | 'replace' | 'addBeside';

export interface Plan {
	/** What the provider shall deliver to. */
	endpoints: Endpoint[];
	/** What is taken out for it, and put back on deactivation. */
	displaced: Endpoint[];
}

/** Somebody else's addresses that stand in the way. */
export interface Occupied {
	occupiedBy: Endpoint[];
}

interface Place {
	mine: Endpoint;
	/** What is there of ours and makes way for good. */
	isOurs: (endpoint: Endpoint) => boolean;
	onOccupied: OnOccupied;
	capacity: number;
}

/** How to fit our address in beside, or in place of, what is there. */
export function planRegistration(
	standing: Endpoint[],
	{ mine, isOurs, onOccupied, capacity }: Place,
): Plan | Occupied {
	const others = standing.filter((endpoint) => !isOurs(endpoint));
	// The same node's production address, while its editor listens, is not somebody else's.
	const siblings = others.filter(({ url }) => sameTrigger(url, mine.url));
	const foreign = others.filter((endpoint) => !siblings.includes(endpoint));
	if (onOccupied === 'fail' && foreign.length > 0) return { occupiedBy: foreign };

	const replaced = onOccupied === 'replace' ? foreign : [];
	const kept = foreign.filter((endpoint) => !replaced.includes(endpoint));
	if (kept.length >= capacity) return { occupiedBy: foreign };
	const movedOver = kept.length + siblings.length < capacity ? [] : siblings;
	const displaced = [...movedOver, ...replaced];

	// In our own old place, or last: where the first one decides for those behind it, it is not moved.
	const at = standing.findIndex(isOurs);
	const staying = others.filter((endpoint) => !displaced.includes(endpoint));
	const before = staying.filter((endpoint) => at < 0 || standing.indexOf(endpoint) < at);
	return { endpoints: [...before, mine, ...staying.slice(before.length)], displaced };
}

export interface Removal {
	/** What shall stand after we are gone. */
	endpoints: Endpoint[];
	/** What we displaced, and finds no room any more. */
	homeless: Endpoint[];
}

/** Puts back in our place what we displaced, as far as others that came since leave room. */
export function planRemoval(
	standing: Endpoint[],
	mineUrl: string,
	displaced: Endpoint[],
	capacity: number,
): Removal {
	const isMine = ({ url }: Endpoint) => sameAddress(url, mineUrl);
	const others = standing.filter((endpoint) => !isMine(endpoint));
	const back = displaced.filter(({ url }) => !others.some((other) => sameAddress(other.url, url)));
	const room = Math.max(0, capacity - others.length);
	const at = Math.max(0, standing.findIndex(isMine));
	return {
		endpoints: [...others.slice(0, at), ...back.slice(0, room), ...others.slice(at)],
		homeless: back.slice(room),
	};
}
