/**
 * Reference counting for the switch for statuses, where it is one for the whole channel. A trigger that
 * needs statuses and finds them off marks its endpoint, and so does every further one. The last marked
 * endpoint to go turns them off again.
 */
import type { IHookFunctions } from 'n8n-workflow';

import type { Endpoint, RegisteredWebhooks } from '../../contract/webhooks';
import type { Claim } from '../memory';

const borrows = ({ borrowsStatuses }: Endpoint) => borrowsStatuses === true;

export const chosenEvents = (hook: IHookFunctions) =>
	hook.getNodeParameter('events', []) as string[];

/** What is registered, with the endpoint of our claim even if somebody has taken it out. */
export function withClaim(
	claim: Claim | undefined,
	registered: RegisteredWebhooks,
): RegisteredWebhooks {
	if (claim === undefined) return registered;
	const { url, borrowsStatuses } = claim;
	return { ...registered, endpoints: [...registered.endpoints, { url, borrowsStatuses }] };
}

/** Whether a trigger that needs statuses now has to turn them off again later. */
export function isBorrowed({ endpoints, statusEvents }: RegisteredWebhooks): boolean {
	return statusEvents === false || endpoints.some(borrows);
}

/** How to set the switch when `endpoints` replace what was found; `undefined`: leave it alone. */
export function statusSwitch(
	found: RegisteredWebhooks,
	endpoints: Endpoint[],
): boolean | undefined {
	const wanted = endpoints.some(borrows) || (found.endpoints.some(borrows) ? false : undefined);
	return wanted === found.statusEvents ? undefined : wanted;
}
