import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Account, Provider } from '../providers/Provider';
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
	{ displayName, registration }: Provider,
	{ baseUrl }: Account,
	url: string,
): void {
	if (registration === undefined || !isWithin(registration.domain, baseUrl)) return;
	const address = new URL(url);
	const fault = PRIVATE.test(address.hostname)
		? 'it is not known outside your own network'
		: registration.faultIn?.(address);
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

function isWithin(domain: string, baseUrl: unknown): boolean {
	const text = String(baseUrl ?? '').trim();
	if (!URL.canParse(text)) return false;
	const { hostname } = new URL(text);
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
