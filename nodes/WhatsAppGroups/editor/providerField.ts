import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../providers';

export const providerField: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	// A package for one provider leaves nothing to choose.
	type: providers.length === 1 ? 'hidden' : 'options',
	noDataExpression: true,
	options: providers
		.map(({ name, displayName, needs }) => ({ name: displayName, value: name, description: needs }))
		.sort((one, other) => (one.name < other.name ? -1 : 1)),
	default: providers[0]?.name ?? '',
	description: 'The service that connects your WhatsApp number',
};

const displayNames = Object.fromEntries(
	providers.map(({ name, displayName }) => [name, displayName]),
);

/**
 * Begins the text under a node on the canvas with the chosen provider, if there is a choice. It comes first
 * because the canvas cuts off texts over about 30 characters.
 */
export const providerInSubtitle =
	providers.length === 1 ? '' : `{{ (${JSON.stringify(displayNames)})[$parameter.provider] }} · `;

/**
 * One credential per provider; the editor shows the one of the chosen provider. The condition is on
 * `/provider`, because n8n's editor treats a bare `provider` as its authentication menu and hides it.
 */
export const credentials = providers.map(({ name, credential }) => ({
	name: credential,
	required: true,
	displayOptions: { show: { '/provider': [name] } },
}));
