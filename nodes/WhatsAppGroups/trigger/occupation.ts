import type { Endpoint } from '../providers/Provider';
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

/** How to fit our address in beside, or in place of, what is there. */
export function planRegistration(
	standing: Endpoint[],
	mine: Endpoint,
	onOccupied: OnOccupied,
	capacity: number,
): Plan | Occupied {
	const kept = standing.filter(({ url }) => !sameAddress(url, mine.url));
	// The same node's address for testing, or for production, is not somebody else's.
	const siblings = kept.filter(({ url }) => sameTrigger(url, mine.url));
	const foreign = kept.filter((endpoint) => !siblings.includes(endpoint));

	const replaced = onOccupied === 'replace' ? foreign : [];
	if (onOccupied === 'fail' && foreign.length > 0) return { occupiedBy: foreign };
	const staying = kept.filter((endpoint) => !replaced.includes(endpoint));
	if (staying.length < capacity) return { endpoints: [...staying, mine], displaced: replaced };
	// No room: our own other address makes way for as long as we are there.
	const others = staying.filter((endpoint) => !siblings.includes(endpoint));
	if (others.length < capacity) {
		return { endpoints: [...others, mine], displaced: [...siblings, ...replaced] };
	}
	return { occupiedBy: foreign };
}

/** What shall stand after we are gone: the others of now, and those we displaced, as far as they fit. */
export function planRemoval(
	standing: Endpoint[],
	mineUrl: string,
	displaced: Endpoint[],
	capacity: number,
): Endpoint[] {
	const others = standing.filter(({ url }) => !sameAddress(url, mineUrl));
	const back = displaced.filter(({ url }) => !others.some((other) => sameAddress(other.url, url)));
	return [...others, ...back].slice(0, capacity);
}
