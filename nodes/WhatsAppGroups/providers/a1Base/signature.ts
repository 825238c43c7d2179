import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Account } from '../../contract/http';
import { trimmedIn } from '../../contract/values';
import type { Delivery } from '../../contract/webhooks';
import { hasVariant } from '../shared/values';

/** How old a signed delivery may be, and how far ahead its clock may be, in seconds. The latter is our choice. */
const WINDOW = 300;
const SKEW = 60;

/** Unix times above this are in milliseconds. */
const LATEST_SECONDS = 1e11;

/** Value of the credential's field `variants`. */
const IGNORE_SIGNATURE = 'ignoreSignature';

/**
 * Verifies `x-signature`: hex HMAC-SHA256, keyed with the API secret, over timestamp and raw body.
 * `x-timestamp` is in Unix seconds. Returns `undefined` if there is no signature: A1Base's own
 * comparison page says that only SMS deliveries have one.
 * Source: A1Base's Next.js template, `lib/security/webhook-verification.ts`. It isn't documented, so
 * the usual prefix and milliseconds are accepted, too, and the credential can turn the check off.
 */
export function verifySignature(
	{ headers, rawBody }: Delivery,
	account: Account,
	now: number,
): boolean | undefined {
	const signature = headers['x-signature'];
	const timestamp = headers['x-timestamp'] ?? '';
	if (signature === undefined || hasVariant(account, IGNORE_SIGNATURE)) return undefined;
	if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
	const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(signature)?.[1];
	const key = trimmedIn(account.apiSecret);
	if (hex === undefined || !key) return false;

	const time = Number(timestamp);
	const age = now / 1000 - (time > LATEST_SECONDS ? time / 1000 : time);
	if (!(age <= WINDOW && age >= -SKEW)) return false;
	const expected = createHmac('sha256', key).update(timestamp).update(rawBody).digest();
	return timingSafeEqual(Buffer.from(hex, 'hex'), expected);
}
