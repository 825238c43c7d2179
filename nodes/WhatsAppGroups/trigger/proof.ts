import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import type { Delivery, Endpoint } from '../contract/webhooks';

/** Header and query parameter in which the secret travels, whichever the provider can send along. */
const SECRET_HEADER = 'X-Webhook-Secret';
const SECRET_PARAMETER = 'secret';

export function newSecret(): string {
	return randomBytes(32).toString('base64url');
}

/** The address to register, with the secret where the provider sends it back to us. */
export function endpointFor(provider: Provider, webhookUrl: string, secret: string): Endpoint {
	if (provider.secretIn === 'header') {
		return { url: webhookUrl, headers: { [SECRET_HEADER]: secret } };
	}
	const url = new URL(webhookUrl);
	url.searchParams.set(SECRET_PARAMETER, secret);
	return { url: url.toString() };
}

/** Why a delivery is not believed; `undefined` for a genuine one. Never holds a secret. */
export function refusalOf(
	provider: Provider,
	delivery: Delivery,
	query: Record<string, unknown>,
	secret: string | undefined,
	account: Account,
	requireSignature = false,
): string | undefined {
	if (provider.secretIn !== undefined) {
		if (!secret) return 'no secret is set up for this trigger';
		const given =
			provider.secretIn === 'header'
				? delivery.headers[SECRET_HEADER.toLowerCase()]
				: query[SECRET_PARAMETER];
		if (typeof given !== 'string' || given === '') return 'the secret is missing';
		if (!sameText(given, secret)) return 'the secret is wrong';
	}
	const isSigned = provider.verifySignature?.(delivery, account, Date.now());
	if (isSigned === false) return 'the signature is missing, wrong or too old';
	// Asked for, and left out where a provider may leave it out.
	const isMissing = provider.verifySignature !== undefined && isSigned === undefined;
	return requireSignature && isMissing ? 'the signature is missing' : undefined;
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
export function sameText(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
