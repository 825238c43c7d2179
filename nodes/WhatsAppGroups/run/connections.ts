import type { IExecuteFunctions } from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { TemplateLookup } from '../editor/TemplateLookup';
import { signedRequest, type CallSettings } from '../transport/request';

interface Connection {
	request: ProviderRequest;
	/** The templates of this account. */
	templates: TemplateLookup;
}

/**
 * Returns a function that opens the connection of an item. A credential may contain expressions, so
 * items can have different ones; items with the same values share a connection.
 */
export function connections(
	context: IExecuteFunctions,
	provider: Provider,
	settings: CallSettings,
): (item: number) => Promise<Connection> {
	const open = new Map<string, Connection>();
	return async (item) => {
		const account = await context.getCredentials(provider.credential, item);
		const key = JSON.stringify(account);
		const connection = open.get(key) ?? {
			request: signedRequest(context, provider, account, settings),
			templates: new TemplateLookup(provider),
		};
		open.set(key, connection);
		return connection;
	};
}
