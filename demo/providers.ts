/** The providers that the sandbox plays. */
export const providers = {
	dialog360: { label: '360dialog', credentialType: 'dialog360GroupsApi' },
	oneMsg: { label: '1MSG', credentialType: 'oneMsgGroupsApi' },
	a1Base: { label: 'A1Base', credentialType: 'a1BaseGroupsApi' },
};

export type ProviderName = keyof typeof providers;

export const providerNames = Object.keys(providers) as ProviderName[];
