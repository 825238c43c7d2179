import { createHash } from 'node:crypto';

import type { Account, Budget, Rate } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { Pace } from './Pace';

/** More numbers than one n8n serves at a time. */
const MOST_KEPT = 1000;

/** The paces of this process, the latest used last: all workflows of a number share its limits. */
const paces = new Map<string, Pace>();

/** The pace of one number for one of its provider's limits. */
export function paceOf(
	provider: Provider,
	account: Account,
	budget: Budget,
	messagesPerSecond?: number,
): Pace {
	const rate =
		budget === 'messages' && messagesPerSecond !== undefined
			? chosen(messagesPerSecond)
			: provider.rates[budget];
	const key = `${provider.name} ${budget} ${fingerprint(account)}`;
	const pace = paces.get(key) ?? new Pace(rate);
	pace.follow(rate);
	paces.delete(key);
	paces.set(key, pace);
	const [oldest] = paces.keys();
	if (oldest !== undefined && paces.size > MOST_KEPT) paces.delete(oldest);
	return pace;
}

/** A builder's own pace; 0 is none. */
function chosen(perSecond: number): Rate | undefined {
	return perSecond === 0 ? undefined : { perSecond, burst: perSecond };
}

/** Tells accounts apart without keeping a key in memory. */
function fingerprint(account: Account): string {
	return createHash('sha256').update(JSON.stringify(account)).digest('hex');
}
