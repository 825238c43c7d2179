import type { INodeProperties } from 'n8n-workflow';

import { providersOffering, providersWhere } from '../providers';
import type { OperationKey } from '../providers/Provider';
import type { ProviderName } from '../providers/ProviderName';
import { simplifyField } from './fields';
import type { AnyOperation, Operation } from './Operation';

/** A resource of the menu with its operations. */
export interface Resource {
	value: string;
	name: string;
	/** Providers that offer at least one operation of it. */
	providers: ProviderName[];
	operations: AnyOperation[];
	/** The Operation menu and the fields of all operations. */
	properties: INodeProperties[];
}

type OfAnyKey = { [Key in OperationKey]: Operation<Key> }[OperationKey];

export function resource(
	value: string,
	name: string,
	typed: OfAnyKey[],
	defaultOperation: string,
): Resource {
	// The router pairs each operation with the call of the same key, which the types cannot follow.
	const operations = typed as unknown as AnyOperation[];
	return {
		value,
		name,
		operations,
		providers: providersWhere(({ calls }) =>
			operations.some(({ key }) => calls[key] !== undefined),
		),
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [value] } },
				options: operations.map(menuOption),
				default: defaultOperation,
			},
			...operations.flatMap((operation) =>
				[...operation.fields, simplifyField].map((field) => shownFor(value, operation, field)),
			),
		],
	};
}

/** An operation in the menu, hidden for providers that do not offer it. */
function menuOption(operation: AnyOperation) {
	const { key, name, action, description } = operation;
	return {
		name,
		value: valueOf(operation),
		action,
		description,
		displayOptions: { show: { provider: providersOffering(key) } },
	};
}

/** As n8n's own `updateDisplayOptions`, without its deep merge, which takes longer than all else here. */
function shownFor(
	resource: string,
	operation: AnyOperation,
	field: INodeProperties,
): INodeProperties {
	const { displayOptions } = field;
	const show = { ...displayOptions?.show, resource: [resource], operation: [valueOf(operation)] };
	return { ...field, displayOptions: { ...displayOptions, show } };
}

function valueOf({ key }: AnyOperation): string {
	return key.split('.')[1];
}
