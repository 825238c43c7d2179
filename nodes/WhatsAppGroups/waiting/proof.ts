/** Proves to the waiting run that an answer comes from a trigger of the same credential. */
import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { trimmedIn } from '../contract/values';

/** n8n's signature of a link covers its path and query, but not the body of a request. */
export const SIGNATURE_HEADER = 'x-whatsapp-groups-signature';

/** Hex HMAC-SHA256 of the body. Throws if the credential has no key. */
export function signatureOf(body: string | Buffer, account: Account, provider: Provider): string {
	return digest(body, account, provider).toString('hex');
}

export function isSigned(
	body: Buffer,
	signature: unknown,
	account: Account,
	provider: Provider,
): boolean {
	const given = Buffer.from(/^[0-9a-f]{64}$/.exec(String(signature))?.[0] ?? '', 'hex');
	const expected = digest(body, account, provider);
	return given.length === expected.length && timingSafeEqual(given, expected);
}

function digest(
	body: string | Buffer,
	account: Account,
	{ apiKeyField, displayName }: Provider,
): Buffer {
	const apiKey = trimmedIn(account[apiKeyField]);
	if (apiKey === null) throw new Error(`The ${displayName} credential has no API key`);
	const key = createHmac('sha256', apiKey).update('answers to questions').digest();
	return createHmac('sha256', key).update(body).digest();
}
