import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation } from '../actions/Operation';
import { FieldError } from '../contract/errors';
import { numberIn } from '../contract/values';
import type { CallSettings } from '../transport/request';

/** How long one item waits for its retries in total, in ms: longer than the minute that WhatsApp asks for. */
const MAX_WAIT_MS = 90_000;

/** Default concurrency for operations that rarely run in bulk. */
const DEFAULT_PARALLEL = 10;

/** Settings of the run, read from its first item. */
export function settingsOf(
	context: IExecuteFunctions,
	operation: Operation,
): { parallel: number; calls: CallSettings } {
	const option = (name: string, label: string, lowest: number) =>
		numberFrom(context.getNodeParameter(`options.${name}`, 0, null), label, lowest);
	const parallel = option('parallelGroups', 'Parallel Groups', 1);
	return {
		parallel: parallel ?? operation.parallel ?? DEFAULT_PARALLEL,
		calls: {
			maxWait: MAX_WAIT_MS,
			timeout: option('timeout', 'Timeout', 1),
			messagesPerSecond: option('messagesPerSecond', 'Messages per Second', 0),
		},
	};
}

function numberFrom(value: unknown, label: string, lowest: number): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const number = numberIn(value);
	if (number !== null && number >= lowest) return number;
	throw new FieldError(
		label,
		`“${label}” is ${String(value)}. It must be a number of at least ${lowest}.`,
		`Set “${label}” to a number, or remove the option.`,
	);
}
