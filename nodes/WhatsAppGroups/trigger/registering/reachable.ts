import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Registration } from '../../contract/webhooks';
import { shown } from './addresses';

/** Hosts that only the machine itself or its own network knows. */
const PRIVATE =
	/^(localhost|.*\.(localhost|local|internal)|127\..*|0\.0\.0\.0|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|\[(::1?|f[cde].*)\])$/;

/**
 * Fails where the provider's real API could never deliver to the address. Elsewhere, as at a sandbox
 * on this machine, any address may do.
 */
export function checkReach(
	hook: IHookFunctions,
	{ displayName }: Provider,
	registration: Registration,
	{ baseUrl }: Account,
	url: string,
): void {
	const fault = faultIn(url, isWithin(registration.domain, baseUrl) ? registration : undefined);
	if (fault === undefined) return;
	throw new NodeOperationError(
		hook.getNode(),
		`${displayName} cannot deliver to ${shown(url)}: ${fault}`,
		{
			description:
				'Set the environment variable WEBHOOK_URL of n8n to the address under which the internet reaches it, such as https://n8n.example.com/, restart n8n, and activate the workflow again.',
		},
	);
}

/** Without a real API to deliver, an address only has to be one. */
function faultIn(url: string, real: Registration | undefined): string | undefined {
	if (!URL.canParse(url)) return 'it is not a whole web address';
	if (real === undefined) return undefined;
	const address = new URL(url);
	return PRIVATE.test(address.hostname)
		? 'it is not known outside your own network'
		: real.faultIn?.(address);
}

function isWithin(domain: string, baseUrl: unknown): boolean {
	const text = String(baseUrl ?? '').trim();
	if (!URL.canParse(text)) return false;
	const { hostname } = new URL(text);
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
