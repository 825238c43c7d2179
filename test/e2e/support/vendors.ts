import axios from 'axios';
import type { Sandbox } from '../../../sandbox';

/** Sets the provider's webhook through the vendor's API, as another program would. */
export async function setWebhooksByHand(
	{ accounts }: Sandbox,
	provider: 'dialog360' | 'oneMsg',
	url: string,
): Promise<void> {
	if (provider === 'dialog360') {
		const { baseUrl, apiKey } = accounts.dialog360;
		const headers = { 'D360-API-KEY': apiKey };
		await axios.post(`${baseUrl}/v1/configs/webhook`, { url, headers: {} }, { headers });
	} else {
		const { baseUrl, apiKey, channelId } = accounts.oneMsg;
		const headers = { Authorization: `Bearer ${apiKey}` };
		await axios.post(`${baseUrl}/${channelId}/webhook`, { webhookUrl: [url] }, { headers });
	}
}
