import type { SandboxClient } from './sandboxClient';
import { until } from './until';

interface SandboxProvider {
	label: string;
	credentialType: string;
	/** What is pasted into the dashboard as the webhook, where no call registers it. */
	pasted?: (url: string, webhookSecret: string) => string;
}

/** The providers that the sandbox plays. */
export const providers = {
	dialog360: { label: '360dialog', credentialType: 'dialog360GroupsApi' },
	oneMsg: { label: '1MSG', credentialType: 'oneMsgGroupsApi' },
	a1Base: {
		label: 'A1Base',
		credentialType: 'a1BaseGroupsApi',
		pasted: (url: string, webhookSecret: string) => `${url}?secret=${webhookSecret}`,
	},
	metaCloud: {
		label: 'Meta Cloud API',
		credentialType: 'metaCloudGroupsApi',
		pasted: (url: string) => url,
	},
} satisfies Record<string, SandboxProvider>;

export type ProviderName = keyof typeof providers;

export const providerNames = Object.keys(providers) as ProviderName[];

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
