import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';

/** Set by hand, the address needs what proves deliveries to be known before the first one. */
export function checkManualSetup(
	hook: IHookFunctions,
	{ displayName, manualSetup, manualFields }: Provider,
	account: Account,
	url: string,
): void {
	const missing = Object.entries(manualFields)
		.filter(([field]) => String(account[field] ?? '').trim() === '')
		.map(([, label]) => `“${label}”`);
	if (missing.length === 0) return;
	throw new NodeOperationError(
		hook.getNode(),
		`The credential has no ${missing.join(' and no ')}`,
		{
			description: `Webhooks of ${displayName} that are set by hand are proved genuine by it. Open the credential and fill it in. ${manualSetup} The Production URL is ${url}`,
		},
	);
}
