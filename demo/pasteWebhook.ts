import { providers, type ProviderName, type SandboxProvider } from './providers';
import type { SandboxClient } from './sandboxClient';
import { until } from './until';

/** Sets the webhook in the dashboard, if it is set by hand. Meta verifies the URL immediately. */
export async function pasteWebhook(
	client: SandboxClient,
	provider: ProviderName,
	url: string,
	webhookSecret: string,
): Promise<void> {
	const { pasted }: SandboxProvider = providers[provider];
	if (!pasted) return;
	const settings = { webhookUrl: pasted(url, webhookSecret) };
	await until('the webhook to be accepted', async () => {
		await client.changeSettings(settings);
		return true;
	});
}
