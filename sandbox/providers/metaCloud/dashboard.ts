import axios from 'axios';
import { createHmac, randomInt } from 'node:crypto';
import { Impossible } from '../../world/Impossible';
import type { MetaSettings } from './state';

/**
 * A new webhook URL is kept only if it answers the challenge (meta-groups.md#section-5). Removing it
 * asks nobody.
 */
export async function verifyWebhook({
	webhookUrl,
	verifyToken,
}: Pick<MetaSettings, 'webhookUrl' | 'verifyToken'>): Promise<void> {
	if (!webhookUrl) return;
	const challenge = String(randomInt(1e9, 2e9));
	const answer = await axios
		.get<string>(webhookUrl, {
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
		.catch((error: Error) => {
			throw new Impossible(`${webhookUrl} could not be verified: ${error.message}`);
		});
	if (answer.status !== 200 || answer.data !== challenge) {
		throw new Impossible(
			`${webhookUrl} could not be verified: it answered ${answer.status} without the challenge`,
		);
	}
}

export function signature(body: string, appSecret: string): Record<string, string> {
	const digest = createHmac('sha256', appSecret).update(body).digest('hex');
	return { 'X-Hub-Signature-256': `sha256=${digest}` };
}
