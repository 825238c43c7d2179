import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Registration } from '../../contract/webhooks';
import { textIn } from '../../contract/values';

/** Fails if the credential lacks a field that deliveries are verified with. */
export function checkFields(
	hook: IHookFunctions,
	{ displayName, manualSetup, manualFields }: Provider,
	registration: Registration | undefined,
	account: Account,
	url: string,
): void {
	const fields = registration?.requiredFields ?? manualFields;
	const missing = Object.entries(fields)
		.filter(([field]) => !textIn(account[field])?.trim())
		.map(([, label]) => `“${label}”`);
	if (missing.length === 0) return;
	const setup = registration ? '' : ` ${manualSetup} The URL is ${url}`;
	throw new NodeOperationError(
		hook.getNode(),
		`Open the credential and fill in ${missing.join(' and ')}.`,
		{ description: `It verifies that webhook requests come from ${displayName}.${setup}` },
	);
}
