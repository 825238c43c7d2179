import type { INodeProperties } from 'n8n-workflow';

import { withNotices } from '../editor/withNotices';
import { providersOffering, providersWhere } from '../providers';
import type { ProviderName } from '../contract/ProviderName';
import { simplifyField } from './fields';
import type { Operation } from './Operation';

/** A resource of the menu with its operations. */
export interface Resource {
	value: string;
	name: string;
	/** Providers that offer at least one operation of it. */
	providers: ProviderName[];
	operations: Operation[];
	/** The Operation menu and the fields of all operations. */
	properties: INodeProperties[];
}

export function resource(
	value: string,
	name: string,
	operations: Operation[],
	defaultOperation: string,
): Resource {
	return {
		value,
		name,
		operations,
		providers: providersWhere((provider) =>
			operations.some((operation) => operation.boundTo(provider) !== undefined),
		),
		properties: [
			...withNotices({
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [value] } },
				options: operations.map(menuOption),
				default: defaultOperation,
			}),
			...operations.flatMap((operation) =>
				[...operation.fields, ...(operation.isAlwaysSimplified ? [] : [simplifyField])].map(
					(field) => shownFor(value, operation, field),
				),
			),
		],
	};
}

/** An operation in the menu, hidden for providers that do not offer it. */
function menuOption(operation: Operation) {
	const { call, name, action, description } = operation;
	return {
		name,
		value: valueOf(operation),
		action,
		description,
		displayOptions: { show: { provider: providersOffering(call) } },
	};
}

/** Like n8n's own `updateDisplayOptions`, without its deep merge, which is slower than everything else here. */
function shownFor(resource: string, operation: Operation, field: INodeProperties): INodeProperties {
	const { displayOptions } = field;
	const show = { ...displayOptions?.show, resource: [resource], operation: [valueOf(operation)] };
	return { ...field, displayOptions: { ...displayOptions, show } };
}

function valueOf({ key }: Operation): string {
	return key.slice(key.indexOf('.') + 1);
}
