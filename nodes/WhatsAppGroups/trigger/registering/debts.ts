/**
 * Debts are the displaced webhooks that a workflow or an editor of this process must restore. When a
 * webhook is removed while another has its place, its debts are handed on here, because one workflow can't
 * read another's static data. Two things can't be known:
 * - What an editor displaced when n8n ended. n8n gives an editor static data of its own, empty each time,
 *   and doesn't save it.
 * - Whether a displaced webhook of another process is still wanted. It is restored in any case.
 */
import type { Endpoint } from '../../contract/webhooks';
import { shown } from '../addresses';

interface Debt {
	displaced: Endpoint[];
	/** Whether the claimant is still registered, according to this process. */
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
		/** Returns what the claimant at `url` must restore; `undefined` if this process doesn't know it. */
		of: (url: string): Endpoint[] | undefined => debts.get(shown(url))?.displaced,
		set(url: string, displaced: Endpoint[], isLive = true): void {
			debts.set(shown(url), { displaced: [...displaced], isLive });
			accounts.set(account, debts);
		},
		clear(url: string): void {
			debts.delete(shown(url));
			if (debts.size === 0) accounts.delete(account);
		},
		/** Leaves `unrestored` to a live claimant among `endpoints`. Returns whether there is one. */
		leaveTo(endpoints: Endpoint[], unrestored: Endpoint[]): boolean {
			const heir = endpoints.map(({ url }) => debts.get(shown(url))).find((debt) => debt?.isLive);
			heir?.displaced.push(...unrestored);
			return heir !== undefined;
		},
		/** Replaces `url` with `displaced` in the debts of others. Returns whether anybody owed it. */
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
