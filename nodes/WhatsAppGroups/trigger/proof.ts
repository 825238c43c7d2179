import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { textIn } from '../contract/values';
import type { Delivery, Endpoint } from '../contract/webhooks';

/** Header and query parameter of the secret. Which one is used depends on the provider. */
const SECRET_HEADER = 'X-Webhook-Secret';
const SECRET_PARAMETER = 'secret';

/** Returns the Webhook Secret of the credential; `undefined` if it has none. */
export function ownSecret(account: Account): string | undefined {
	return textIn(account.webhookSecret)?.trim() || undefined;
}

/**
 * Returns the secret that a node registers: the Webhook Secret of the credential, or else one derived
 * from the provider's key and the node's path. It stays the same however often the node registers, and
 * doesn't depend on static data, which n8n can overwrite with an older copy at any time.
 */
export function webhookSecret(
	{ registration }: Provider,
	account: Account,
	nodePath: string,
): string | undefined {
	const key = registration && textIn(account[registration.keyField])?.trim();
	const derived = key
		? createHmac('sha256', key).update(`webhook secret of ${nodePath}`).digest('base64url')
		: undefined;
	return ownSecret(account) ?? derived;
}

/** Returns the endpoint to register, with the secret in the place that the provider sends back. */
export function endpointFor(provider: Provider, webhookUrl: string, secret = ''): Endpoint {
	if (provider.secretIn === undefined) return { url: webhookUrl };
	if (provider.secretIn === 'header') {
		return { url: webhookUrl, headers: { [SECRET_HEADER]: secret } };
	}
	const url = new URL(webhookUrl);
	url.searchParams.set(SECRET_PARAMETER, secret);
	return { url: url.toString() };
}

/** Returns what static data stores of a secret, so that an exported workflow doesn't contain it. */
export function digestOf(secret: string): string {
	return createHash('sha256').update(secret).digest('base64url');
}

/**
 * Returns why a delivery isn't accepted; `undefined` for a genuine one. Never contains a secret.
 *
 * @param digests of every secret that is accepted
 */
export function rejectionReason(
	provider: Provider,
	delivery: Delivery,
	query: Record<string, unknown>,
	digests: string[],
	account: Account,
	requireSignature = false,
): string | undefined {
	if (provider.secretIn !== undefined) {
		if (digests.length === 0) return 'this trigger has no secret yet';
		const given =
			provider.secretIn === 'header'
				? delivery.headers[SECRET_HEADER.toLowerCase()]
				: query[SECRET_PARAMETER];
		if (typeof given !== 'string' || given === '') return 'the secret is missing';
		const digest = digestOf(given);
		if (!digests.some((accepted) => sameText(digest, accepted))) return "the secret doesn't match";
	}
	const isSigned = provider.verifySignature?.(delivery, account, Date.now());
	if (isSigned === false) return 'the signature is missing, too old, or does not match';
	const isMissing = provider.verifySignature !== undefined && isSigned === undefined;
	return requireSignature && isMissing ? 'the signature is missing' : undefined;
}

/** Compares digests, so that the duration reveals neither content nor length. */
export function sameText(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
