import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { isPrivateHost } from '../../contract/isPrivateHost';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { shown } from '../addresses';

/**
 * Throws if the provider's real API could never deliver to the address, whether the node or a person
 * registers it. A sandbox on this machine can deliver to any address.
 */
export function checkReachable(
	hook: IHookFunctions,
	provider: Provider,
	{ baseUrl }: Account,
	url: string,
): void {
	const fault = faultIn(url, provider, isWithin(provider.domain, baseUrl));
	if (fault === undefined) return;
	throw new NodeOperationError(
		hook.getNode(),
		`${provider.displayName} can't deliver to ${shown(url)}: ${fault}. Set WEBHOOK_URL to n8n's public address.`,
		{
			description:
				'Set the environment variable WEBHOOK_URL of n8n to the address at which the internet reaches it, such as https://n8n.example.com/, restart n8n, and publish the workflow again. If n8n runs on your own computer, start a tunnel first: a program such as cloudflared or ngrok that gives n8n a public https address.',
		},
	);
}

function faultIn(url: string, { registration }: Provider, isReal: boolean): string | undefined {
	if (!URL.canParse(url)) return "it isn't a valid URL";
	if (!isReal) return undefined;
	const address = new URL(url);
	return isPrivateHost(address)
		? 'this address is only reachable inside your own network'
		: registration?.faultIn?.(address);
}

function isWithin(domain: string, baseUrl: unknown): boolean {
	const text = String(baseUrl ?? '').trim();
	if (!URL.canParse(text)) return false;
	const { hostname } = new URL(text);
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
