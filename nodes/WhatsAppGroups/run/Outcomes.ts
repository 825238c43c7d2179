import type {
	IDataObject,
	IExecuteData,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	NodeError,
} from 'n8n-workflow';

import { ProviderError } from '../contract/errors';
import { nodeErrorOf } from '../transport/nodeErrors';
import { ranges } from './ranges';

/** What became of each item of a run: its results, one error, or nothing where it was not tried. */
export class Outcomes {
	private readonly outputs: Array<INodeExecutionData | INodeExecutionData[]> = [];
	/** Items that failed and had no effect. */
	private readonly failed = new Set<number>();
	/** Items that may have had an effect, or may not. */
	private readonly unknown = new Set<number>();
	private first?: { error: NodeError; description: NodeError['description'] };

	constructor(private readonly input: INodeExecutionData[]) {}

	/** Items without an outcome. */
	*open(): Iterable<number> {
		for (const item of this.input.keys()) {
			if (this.outputs[item] === undefined) yield item;
		}
	}

	succeed(item: number, output: INodeExecutionData | INodeExecutionData[]): void {
		this.outputs[item] = output;
	}

	fail(item: number, error: unknown, node: INode): void {
		const nodeError = nodeErrorOf(error, node, item);
		const inDoubt = error instanceof ProviderError && error.outcomeUnknown;
		(inDoubt ? this.unknown : this.failed).add(item);
		this.outputs[item] = { json: failure(error, nodeError), pairedItem: { item } };
		this.first ??= { error: nodeError, description: nodeError.description };
	}

	/** All output in the order of the input. */
	get output(): INodeExecutionData[] {
		return this.outputs.flat();
	}

	/** The first failure, which says what became of the other items; none where all went well. */
	get error(): NodeError | undefined {
		if (this.first === undefined) return undefined;
		const { error, description } = this.first;
		if (this.input.length > 1) {
			error.description = [this.summary(), description].filter(Boolean).join('\n');
		}
		return error;
	}

	/** Opens the items again that had no effect, for another try of these same items. */
	again(input: INodeExecutionData[]): boolean {
		const same =
			this.input.length === input.length &&
			this.input.every((item, index) => item === input[index]);
		if (!same) return false;
		for (const item of this.failed) delete this.outputs[item];
		this.failed.clear();
		// What may have been done must not be tried again, and still fails the run.
		if (this.unknown.size === 0) this.first = undefined;
		return true;
	}

	/** What was done, what failed, and what was left, by the numbers of the items. */
	summary(): string {
		const open = [...this.open()];
		const done = [...this.input.keys()].filter(
			(item) =>
				this.outputs[item] !== undefined && !this.failed.has(item) && !this.unknown.has(item),
		);
		const parts: Array<[label: string, items: number[]]> = [
			[`${done.length} of ${this.input.length} items were done before the run stopped`, done],
			['Failed', [...this.failed]],
			['May have been done', [...this.unknown]],
			['Not tried', open],
		];
		const told = parts.filter(([, items], index) => index === 0 || items.length > 0);
		return `${told.map(([label, items]) => `${label}${listed(items)}.`).join(' ')} Items count from 0.`;
	}
}

function listed(items: number[]): string {
	return items.length === 0 ? '' : `: ${ranges(items.sort((a, b) => a - b))}`;
}

/**
 * An item that n8n knows as failed by its members `error` and `details`. With the error object beside
 * it, n8n would keep nothing but the message.
 */
function failure(error: unknown, { message, description }: NodeError): IDataObject {
	const { httpStatus, outcomeUnknown } = error instanceof ProviderError ? error : {};
	return {
		error: message,
		details: { description, httpStatus, ...(outcomeUnknown ? { status: 'unknown' } : {}) },
	};
}

const remembered = new WeakMap<IExecuteData, Outcomes>();

/**
 * With “Retry On Fail” n8n runs the whole node again, all its items included. The outcomes of the try
 * before are kept for it, so that nothing is sent twice.
 */
export function outcomesOf(context: IExecuteFunctions): Outcomes {
	const input = context.getInputData();
	if (!context.getNode().retryOnFail) return new Outcomes(input);
	const run = context.getExecuteData();
	const before = remembered.get(run);
	if (before?.again(input)) return before;
	const outcomes = new Outcomes(input);
	remembered.set(run, outcomes);
	return outcomes;
}
