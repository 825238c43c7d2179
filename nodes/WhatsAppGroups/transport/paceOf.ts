import { createHash } from 'node:crypto';

import { dropOldest } from '../contract/dropOldest';
import type { Account, Budget } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { Pace } from './Pace';

/** Maximum number of paces kept: more than one n8n uses at the same time. */
const MOST_KEPT = 1000;

/** The paces of this process, the last used at the end. All workflows of a number share its limits. */
const paces = new Map<string, Pace>();

/** Returns the pace of one number for one of its provider's limits. */
export function paceOf(provider: Provider, account: Account, budget: Budget): Pace {
	const key = `${provider.name} ${budget} ${fingerprint(provider, account)}`;
	const pace = paces.get(key) ?? new Pace(provider.rates[budget]);
	paces.delete(key);
	paces.set(key, pace);
	dropOldest(paces, MOST_KEPT);
	return pace;
}

/** All calls of a run have the same account. */
const fingerprints = new WeakMap<Account, string>();

/** Identifies a number without keeping a key in memory. */
function fingerprint({ numberOf }: Provider, account: Account): string {
	const known = fingerprints.get(account);
	if (known !== undefined) return known;
	const number = JSON.stringify([account.baseUrl, numberOf(account)]);
	const found = createHash('sha256').update(number).digest('hex');
	fingerprints.set(account, found);
	return found;
}
