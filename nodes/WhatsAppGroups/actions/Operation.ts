import type { INodeProperties } from 'n8n-workflow';

import type {
	Answer,
	OperationKey,
	Operations,
	ProviderCall,
	ProviderRequest,
} from '../providers/Provider';
import type { Parameters } from './parameters';

type Result<Key extends OperationKey> =
	ReturnType<Operations[Key]> extends { answers: Array<infer Entry> }
		? Entry
		: ReturnType<Operations[Key]>;

/** One operation of the menu: its fields as n8n properties, and how they become a provider call. */
export interface Operation<Key extends OperationKey> {
	/** `<resource>.<operation>`, the values of the two menus. */
	key: Key;
	/** Name in the Operation menu. */
	name: string;
	/** Entry in n8n's panel of actions. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/** For how many groups it is done at a time, where that is not a few. */
	parallel?: number;
	/** One answer for the item, or one for each entry of a list. */
	execute(
		call: ProviderCall<Key>,
		request: ProviderRequest,
		parameters: Parameters,
	): Promise<Result<Key> | Array<Result<Key>>>;
}

/** An operation of any key, as the menus and the router see it. */
export interface AnyOperation extends Omit<Operation<OperationKey>, 'execute'> {
	execute(
		call: unknown,
		request: ProviderRequest,
		parameters: Parameters,
	): Promise<Answer<object> | Array<Answer<object>>>;
}
