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

interface Failure {
	error: NodeError;
	description: NodeError['description'];
}

/** The outcome of each item of a run: its results, one error, or nothing if it was not tried. */
export class Outcomes {
	private readonly outputs: Array<INodeExecutionData | INodeExecutionData[]> = [];
	/** Items that failed and had no effect. */
	private readonly failed = new Set<number>();
	/** Items that may have had an effect. */
	private readonly unknown = new Set<number>();
	private first?: Failure;
	private firstUnknown?: Failure;

	constructor(private readonly input: INodeExecutionData[]) {}

	/** Returns the items without an outcome. */
	*open(): Iterable<number> {
		for (const item of this.input.keys()) {
			if (this.outputs[item] === undefined) yield item;
		}
	}

	succeed(item: number, output: INodeExecutionData | INodeExecutionData[]): void {
		this.outputs[item] = output;
	}

	fail(item: number, error: unknown, node: INode): void {
		(isUnknown(error) ? this.unknown : this.failed).add(item);
		const nodeError = nodeErrorOf(error, node, item);
		this.outputs[item] = { json: failure(error, nodeError), pairedItem: { item } };
		const first = { error: nodeError, description: nodeError.description };
		this.first ??= first;
		if (isUnknown(error)) this.firstUnknown ??= first;
	}

	/** Returns all output, in the order of the input. */
	get output(): INodeExecutionData[] {
		return this.outputs.flat();
	}

	/** Returns the first failure, with a summary of all items; `undefined` if nothing failed. */
	get error(): NodeError | undefined {
		if (this.first === undefined) return undefined;
		const { error, description } = this.first;
		if (this.input.length > 1) {
			error.description = [this.summary(), description].filter(Boolean).join('\n');
		}
		return error;
	}

	/** Returns whether these are the same items, so that this is another try of them. */
	isOf(input: INodeExecutionData[]): boolean {
		return (
			this.input.length === input.length &&
			this.input.every(({ json }, index) => json === input[index]?.json)
		);
	}

	/**
	 * Reopens the items that had no effect, for another try. Does nothing if the run has to fail anyway,
	 * because an item that may have been done must not be tried again.
	 */
	reopen(continueOnFail: boolean): void {
		this.first = this.firstUnknown;
		if (this.first && !continueOnFail) return;
		for (const item of this.failed) delete this.outputs[item];
		this.failed.clear();
	}

	/** Returns which items were done, which failed and which were not tried, by their numbers. */
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
		const shown = parts.filter(([, items], index) => index === 0 || items.length > 0);
		return `${shown.map(([label, items]) => `${label}${listed(items)}.`).join(' ')} Item numbers start at 0.`;
	}
}

function listed(items: number[]): string {
	return items.length === 0 ? '' : `: ${ranges(items.sort((a, b) => a - b))}`;
}

/**
 * Returns the JSON of a failed item. n8n recognizes it by `error` and `details`. If the item also had
 * the error object, n8n would keep only its message.
 */
function failure(error: unknown, { message, description }: NodeError): IDataObject {
	const httpStatus = error instanceof ProviderError ? error.httpStatus : undefined;
	return {
		error: message,
		details: { description, httpStatus, ...(isUnknown(error) ? { status: 'unknown' } : {}) },
	};
}

function isUnknown(error: unknown): boolean {
	return error instanceof ProviderError && error.outcome === 'unknown';
}

/** Outcomes of the latest try, by the JSON of its first item. */
const remembered = new WeakMap<IDataObject, { run: IExecuteData; outcomes: Outcomes }>();

/**
 * Returns the outcomes of the previous try, or new ones. With “Retry On Fail”, n8n runs the whole node
 * again with all its items, and nothing may be sent twice. Tries of an agent's tool share the item, and
 * all calls of the tool share the agent's run; tries of a node share both. Only both together identify
 * a try.
 */
export function outcomesOf(context: IExecuteFunctions): Outcomes {
	const input = context.getInputData();
	const [first] = input;
	if (!context.getNode().retryOnFail || first === undefined) return new Outcomes(input);
	const run = context.getExecuteData();
	const before = remembered.get(first.json);
	if (before?.run === run && before.outcomes.isOf(input)) {
		before.outcomes.reopen(context.continueOnFail());
		return before.outcomes;
	}
	const outcomes = new Outcomes(input);
	remembered.set(first.json, { run, outcomes });
	return outcomes;
}
