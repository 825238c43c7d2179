/**
 * The switch for statuses, where it is one for the whole channel. The first trigger that wants them
 * and finds it off has them on loan; so has every further one, as each address says whether it
 * borrows. Whoever goes last turns it off again.
 */
import type { Endpoint, Standing } from '../../contract/webhooks';
import type { Registered } from '../memory';

const borrows = ({ borrowsStatuses }: Endpoint) => borrowsStatuses === true;

/** What was found, and a registration of ours that somebody may have taken out of it. */
export function withLoanOf(registered: Registered | undefined, standing: Standing): Standing {
	const { endpoints } = standing;
	return registered === undefined
		? standing
		: { ...standing, endpoints: [...endpoints, registered] };
}

/** Whether one who wants statuses now has them on loan. */
export function isLoan({ endpoints, statusEvents }: Standing): boolean {
	return statusEvents === false || endpoints.some(borrows);
}

/** How to set the switch when `endpoints` take the place of what was found; `undefined`: not at all. */
export function statusSwitch(found: Standing, endpoints: Endpoint[]): boolean | undefined {
	const wanted = endpoints.some(borrows) || (found.endpoints.some(borrows) ? false : undefined);
	return wanted === found.statusEvents ? undefined : wanted;
}
