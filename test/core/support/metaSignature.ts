import { createHmac } from 'node:crypto';

/** The header by which Meta signs a delivery. */
export function metaSignature(rawBody: Buffer, appSecret: string): Record<string, string> {
	const hex = createHmac('sha256', appSecret).update(rawBody).digest('hex');
	return { 'x-hub-signature-256': `sha256=${hex}` };
}
