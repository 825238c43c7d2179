import { createHmac } from 'node:crypto';

import type { Account } from '../../contract/http';
import { textIn } from '../../contract/values';

/** Returns the Verify Token of the credential, or else one derived from the App Secret. */
export function verifyToken({ verifyToken: own, appSecret }: Account): string | undefined {
	const secret = textIn(appSecret)?.trim();
	const derived = secret && createHmac('sha256', secret).update('verify token').digest('base64url');
	return textIn(own)?.trim() || derived || undefined;
}
