import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { numberIn } from '../contract/values';
import { FieldError } from '../contract/errors';
import type { Conduct } from '../transport/request';
import type { Operation } from '../actions/Operation';

/** How long one item is tried again in all, in ms: through a pause of a minute, as WhatsApp asks for. */
const PATIENCE_MS = 90_000;

/** Groups at a time for work that is not done by the thousand. */
const FEW = 10;

/** Each file is in memory while it goes out. */
const FILES_AT_A_TIME = 4;

/** How a run is made: what its first item says holds for all. */
export function conductOf(
	context: IExecuteFunctions,
	operation: Operation,
): { parallel: number; conduct: Conduct } {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const usual = sendsFiles(context) ? FILES_AT_A_TIME : (operation.parallel ?? FEW);
	return {
		parallel: numberFrom(options, 'parallelGroups', 'Parallel Groups', 1) ?? usual,
		conduct: {
			patience: PATIENCE_MS,
			timeout: numberFrom(options, 'timeout', 'Timeout', 1),
			messagesPerSecond: numberFrom(options, 'messagesPerSecond', 'Messages per Second', 0),
		},
	};
}

function sendsFiles(context: IExecuteFunctions): boolean {
	const chosen = (name: string) => context.getNodeParameter(name, 0, null);
	return chosen('messageType') === 'media' && chosen('mediaSource') === 'binary';
}

function numberFrom(
	options: IDataObject,
	name: string,
	label: string,
	lowest: number,
): number | undefined {
	const value = options[name];
	if (value === undefined || value === null || value === '') return undefined;
	const number = numberIn(value);
	if (number !== null && number >= lowest) return number;
	throw new FieldError(
		label,
		`“${label}” is ${String(value)}, which is not a number from ${lowest} upwards`,
		`Set “${label}” to a number, or remove the option.`,
	);
}
