import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import type { Registration } from '../../contract/webhooks';
import { textIn } from '../../contract/values';
import { ownSecret } from '../proof';

/** Fails if the credential lacks a field that deliveries are verified with, or has an unusable one. */
export function checkFields(
	hook: IHookFunctions,
	provider: Provider,
	registration: Registration | undefined,
	account: Account,
	url: string,
): void {
	const { displayName, manualSetup, manualFields } = provider;
	checkSecret(hook, provider, account, registration === undefined);
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

/**
 * A header arrives unchanged only if it consists of ASCII characters. An address that a person has typed
 * isn't encoded: a `+` in it arrives as a space.
 */
function checkSecret(
	hook: IHookFunctions,
	{ displayName, secretIn }: Provider,
	account: Account,
	isByHand: boolean,
): void {
	const secret = ownSecret(account) ?? '';
	const isUnchanged =
		secretIn === 'header'
			? /^[ -~]*$/.test(secret)
			: !isByHand || encodeURIComponent(secret) === secret;
	if (secretIn === undefined || isUnchanged) return;
	throw new NodeOperationError(
		hook.getNode(),
		'Choose a Webhook Secret of letters, digits, hyphens and underscores only.',
		{
			description: `Other characters can arrive changed in a webhook's ${
				secretIn === 'header' ? 'header, such as é and ü' : 'address, such as + and &'
			}. Change the secret in the credential${isByHand ? `, and at ${displayName}` : ''}.`,
		},
	);
}
