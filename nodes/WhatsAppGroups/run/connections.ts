import type { IExecuteFunctions } from 'n8n-workflow';

import type { Connection } from '../actions/helpers/Connection';
import type { Provider } from '../contract/Provider';
import { GroupLookup } from '../editor/GroupLookup';
import { TemplateLookup } from '../editor/TemplateLookup';
import { signedRequest, type CallSettings } from '../transport/request';

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
			groups: new GroupLookup(provider),
			templates: new TemplateLookup(provider),
		};
		open.set(key, connection);
		return connection;
	};
}
