export interface SandboxProvider {
	label: string;
	credentialType: string;
	/** The URL to paste into the dashboard, if no call registers the webhook. */
	pasted?: (url: string, webhookSecret: string) => string;
}

/** The providers of the sandbox. */
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
	},
} satisfies Record<string, SandboxProvider>;

export type ProviderName = keyof typeof providers;

export const providerNames = Object.keys(providers) as ProviderName[];
