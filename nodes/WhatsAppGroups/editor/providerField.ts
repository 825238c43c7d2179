import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../providers';

export const providerField: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: providers.map(({ name, displayName }) => ({ name: displayName, value: name })),
	default: 'dialog360',
	description: 'The service that connects your WhatsApp number',
};

/**
 * One credential for each provider, of which the chosen provider's is asked for. Named as `/provider`:
 * n8n's editor would take a bare `provider` for a choice of sign-in, and hide it.
 */
export const credentials = providers.map(({ name, credential }) => ({
	name: credential,
	required: true,
	displayOptions: { show: { '/provider': [name] } },
}));
