import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Answer, MenuKey, OperationKey, ProviderCall, Returned } from '../contract/operations';
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
	/** The output has a shape of its own in any case. */
	isAlwaysSimplified?: true;
	/** How many groups the operation runs for at the same time. Omitted for the default. */
	parallel?: number;
	/** Returns one answer for the item, or one per entry of a list. */
	execute(
		call: ProviderCall<Key>,
		request: ProviderRequest,
		parameters: Parameters,
		provider: Provider,
		context: IExecuteFunctions,
	): Promise<Answer<Returned<Key>> | Array<Answer<Returned<Key>>>>;
}

type Execute = (
	request: ProviderRequest,
	parameters: Parameters,
	context: IExecuteFunctions,
) => Promise<Answer<object> | Array<Answer<object>>>;

/** An operation of the menu, bound to a provider call. */
export interface Operation extends Omit<OperationDefinition<OperationKey>, 'execute' | 'key'> {
	key: MenuKey;
	/** Providers that have this call offer the operation. */
	call: OperationKey;
	/** Returns the work for one item; `undefined` if the provider does not offer the operation. */
	boundTo(provider: Provider): Execute | undefined;
}

export function operation<Key extends OperationKey>({
	execute,
	...definition
}: OperationDefinition<Key>): Operation {
	return {
		...definition,
		call: definition.key,
		boundTo: (provider) => {
			const call: ProviderCall<Key> | undefined = provider.calls[definition.key];
			return (
				call &&
				(async (request, parameters, context) =>
					await execute(call, request, parameters, provider, context))
			);
		},
	};
}
