import { providers, type ProviderName, type SandboxProvider } from './providers';
import type { SandboxClient } from './sandboxClient';
import { until } from './until';

/** Sets the webhook in the dashboard, where that is done by hand; Meta asks the URL for proof at once. */
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
