import type { INodeProperties } from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Answer, OperationKey, ProviderCall, Returned } from '../contract/operations';
import type { Provider } from '../contract/Provider';
import type { Parameters } from './helpers/Parameters';

/** The fields of an operation, and how they become a provider call. */
interface OperationDefinition<Key extends OperationKey> {
	/** `<resource>.<operation>`, the values of the two menus. */
	key: Key;
	/** Name in the Operation menu. */
	name: string;
	/** Entry in n8n's panel of actions. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** How many groups the operation runs for at the same time. Omitted for the default. */
	parallel?: number;
	/** Returns one answer for the item, or one for each entry of a list. */
	execute(
		call: ProviderCall<Key>,
		request: ProviderRequest,
		parameters: Parameters,
		provider: Provider,
	): Promise<Answer<Returned<Key>> | Array<Answer<Returned<Key>>>>;
}

type Execute = (
	request: ProviderRequest,
	parameters: Parameters,
) => Promise<Answer<object> | Array<Answer<object>>>;

/** An operation of the menu, bound to the provider call with the same key. */
export interface Operation extends Omit<OperationDefinition<OperationKey>, 'execute'> {
	/** Returns the work for one item; `undefined` if the provider does not offer the operation. */
	boundTo(provider: Provider): Execute | undefined;
}

export function operation<Key extends OperationKey>({
	execute,
	...definition
}: OperationDefinition<Key>): Operation {
	return {
		...definition,
		boundTo: (provider) => {
			const call: ProviderCall<Key> | undefined = provider.calls[definition.key];
			return (
				call && (async (request, parameters) => await execute(call, request, parameters, provider))
			);
		},
	};
}
