import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Account } from '../../contract/http';
import { trimmedIn } from '../../contract/values';
import type { Delivery } from '../../contract/webhooks';

/**
 * `X-Hub-Signature-256: sha256=<hex>`, HMAC-SHA256 of the raw body with the app secret. Meta signs every
 * delivery, so one without a signature is forged. Source: Meta “Graph API webhooks” (common knowledge).
 */
export function verifySignature({ headers, rawBody }: Delivery, { appSecret }: Account): boolean {
	const given = /^sha256=([0-9a-f]{64})$/i.exec(String(headers['x-hub-signature-256']))?.[1];
	const key = trimmedIn(appSecret);
	if (given === undefined || !key) return false;
	const expected = createHmac('sha256', key).update(rawBody).digest();
	return timingSafeEqual(Buffer.from(given, 'hex'), expected);
}
