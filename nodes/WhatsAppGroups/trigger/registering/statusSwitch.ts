/**
 * Reference counting for a switch for statuses that applies to the whole channel. A trigger that needs
 * statuses and finds them off marks its endpoint, and so does every trigger after it. The release of the
 * last marked endpoint turns them off again.
 */
import type { IHookFunctions } from 'n8n-workflow';

import type { Endpoint, RegisteredWebhooks } from '../../contract/webhooks';
import type { Claim } from '../memory';

const borrows = ({ borrowsStatuses }: Endpoint) => borrowsStatuses === true;

export const chosenEvents = (hook: IHookFunctions) =>
	hook.getNodeParameter('events', []) as string[];

/** Returns what is registered, with the endpoint of our claim even if it was removed. */
export function withClaim(
	claim: Claim | undefined,
	registered: RegisteredWebhooks,
): RegisteredWebhooks {
	if (claim === undefined) return registered;
	const { url, borrowsStatuses } = claim;
	return { ...registered, endpoints: [...registered.endpoints, { url, borrowsStatuses }] };
}

/** Returns whether a trigger that needs statuses now must turn them off again later. */
export function isBorrowed({ endpoints, statusEvents }: RegisteredWebhooks): boolean {
	return statusEvents === false || endpoints.some(borrows);
}

/** Returns how to set the switch when `endpoints` replace what was found; `undefined` to leave it. */
export function statusSwitch(
	found: RegisteredWebhooks,
	endpoints: Endpoint[],
): boolean | undefined {
	const wanted = endpoints.some(borrows) || (found.endpoints.some(borrows) ? false : undefined);
	return wanted === found.statusEvents ? undefined : wanted;
}
