import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Account } from '../../contract/http';
import type { Delivery } from '../../contract/webhooks';

/** How old a signed delivery may be, and how far ahead its clock: seconds. The skew is our choice. */
const WINDOW = 300;
const SKEW = 60;

/**
 * `x-signature`: hex HMAC-SHA256, keyed with the API secret, over timestamp and raw body;
 * `x-timestamp`: unix seconds. `undefined` where there is no signature: A1Base's own comparison page
 * says that only SMS deliveries have one.
 * Source: A1Base's Next.js template, `lib/security/webhook-verification.ts` (re-told).
 */
export function verifySignature(
	{ headers, rawBody }: Delivery,
	{ apiSecret }: Account,
	now: number,
): boolean | undefined {
	const signature = headers['x-signature'];
	const timestamp = headers['x-timestamp'] ?? '';
	if (signature === undefined) return undefined;
	if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
	if (!(typeof apiSecret === 'string' && apiSecret !== '')) return false;

	const age = now / 1000 - Number(timestamp);
	if (!(age <= WINDOW && age >= -SKEW)) return false;
	const expected = createHmac('sha256', apiSecret).update(timestamp).update(rawBody).digest();
	const given = Buffer.from(signature, 'hex');
	return given.length === expected.length && timingSafeEqual(given, expected);
}
