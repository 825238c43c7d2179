import axios from 'axios';
import { createHmac, randomInt } from 'node:crypto';
import { Impossible } from '../../world/Impossible';
import type { MetaSettings } from './state';

/**
 * Checks that a new webhook URL answers the challenge (meta-groups.md#section-5). Removing it needs
 * no check.
 */
export async function verifyWebhook({
	webhookUrl,
	verifyToken,
}: Pick<MetaSettings, 'webhookUrl' | 'verifyToken'>): Promise<void> {
	if (!webhookUrl) return;
	const fault = await handshake(webhookUrl, verifyToken);
	if (fault) throw new Impossible(`${webhookUrl} could not be verified: ${fault}`);
}

/** Why an address fails Meta's challenge; `undefined` if it passes. */
export async function handshake(url: string, verifyToken: string): Promise<string | undefined> {
	const challenge = String(randomInt(1e9, 2e9));
	return await axios
		.get<string>(url, {
			params: {
				'hub.mode': 'subscribe',
				'hub.challenge': challenge,
				'hub.verify_token': verifyToken,
			},
			timeout: 5000,
			maxRedirects: 0,
			proxy: false,
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: null,
		})
		.then(
			({ status, data }) =>
				status === 200 && data === challenge
					? undefined
					: `it answered ${status} without the challenge`,
			(error: Error) => error.message,
		);
}

export function signature(body: string, appSecret: string): Record<string, string> {
	const digest = createHmac('sha256', appSecret).update(body).digest('hex');
	return { 'X-Hub-Signature-256': `sha256=${digest}` };
}
