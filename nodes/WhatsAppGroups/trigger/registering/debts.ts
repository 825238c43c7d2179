/**
 * Who has to put back what, among the workflows and editors of this process. n8n saves nothing of an
 * editor that listens, and one workflow can't read another's static data. So when a webhook goes while
 * something else has its place, its debts are handed on here.
 */
import type { Endpoint } from '../../contract/webhooks';
import { shown } from '../addresses';

interface Debt {
	displaced: Endpoint[];
	/** Whether the claimant is still registered, as far as this process can tell. */
	isLive: boolean;
}

/** By account, then by the claimant's address. */
const accounts = new Map<string, Map<string, Debt>>();

/** The debts of one number or channel. */
export type Debts = ReturnType<typeof debtsOf>;

export function debtsOf(account: string) {
	const debts = accounts.get(account) ?? new Map<string, Debt>();
	return {
		isLive: (url: string) => debts.get(shown(url))?.isLive ?? false,
		/** What the claimant at `url` has to put back; `undefined` if this process doesn't know it. */
		of: (url: string): Endpoint[] | undefined => debts.get(shown(url))?.displaced,
		set(url: string, displaced: Endpoint[], isLive = true): void {
			debts.set(shown(url), { displaced: [...displaced], isLive });
			accounts.set(account, debts);
		},
		clear(url: string): void {
			debts.delete(shown(url));
			if (debts.size === 0) accounts.delete(account);
		},
		/** A live claimant among `endpoints` puts `unrestored` back later. Returns whether there is one. */
		leaveTo(endpoints: Endpoint[], unrestored: Endpoint[]): boolean {
			const heir = endpoints.map(({ url }) => debts.get(shown(url))).find((debt) => debt?.isLive);
			heir?.displaced.push(...unrestored);
			return heir !== undefined;
		},
		/** Whoever has to put `url` back puts `displaced` back instead. Returns whether somebody has to. */
		handOn(url: string, displaced: Endpoint[]): boolean {
			const isIt = (endpoint: Endpoint) => shown(endpoint.url) === shown(url);
			const heirs = [...debts.values()].filter((debt) => debt.displaced.some(isIt));
			for (const heir of heirs) {
				heir.displaced = heir.displaced.flatMap((one) => (isIt(one) ? displaced : [one]));
			}
			return heirs.length > 0;
		},
	};
}
