import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { providerNamed, providersOffering } from '../providers';
import type { Answer } from '../contract/operations';
import { FieldError, RunStopped } from '../contract/errors';
import type { ProviderRequest } from '../contract/http';
import { connections } from './connections';
import { neverRepeated } from './neverRepeated';
import { Semaphore } from './Semaphore';
import { settingsOf } from './settings';
import { operations } from '../actions/index';
import { inLanes } from './inLanes';
import { outcomesOf, type Outcomes } from './Outcomes';
import { Parameters } from '../actions/helpers/Parameters';
import { answerWithoutSecrets } from '../transport/secrets';

/** Files sent at the same time. Each is in memory while it is sent. */
const FILES_AT_A_TIME = 4;

/**
 * Runs the chosen operation once per item: in order within a group, and several groups at the same
 * time. Each item ends as results or one error, and the output is in the order of the input.
 */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outcomes = outcomesOf(context);
	const continueOnFail = context.continueOnFail();
	if (continueOnFail || outcomes.error === undefined) {
		await doItems(context, outcomes, continueOnFail);
	}
	if (isCancelled(context)) {
		// n8n 2.41 discards the data of an execution that is stopped by hand, so only this line remains.
		context.logger.warn(
			`Execution of “${context.getNode().name}” was canceled. ${outcomes.summary()}`,
		);
	} else if (outcomes.error && !continueOnFail) {
		throw outcomes.error;
	}
	return [outcomes.output];
}

async function doItems(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	continueOnFail: boolean,
): Promise<void> {
	const stop = new AbortController();
	if (isCancelled(context)) stop.abort();
	context.onExecutionCancellation(() => stop.abort());
	const fail = (item: number, error: unknown) => {
		if (error instanceof RunStopped) return;
		outcomes.fail(item, error, context.getNode());
		if (!continueOnFail) stop.abort();
	};

	let run: Run;
	try {
		run = startRun(context, stop.signal);
	} catch (error) {
		for (const item of outcomes.open()) if (!stop.signal.aborted) fail(item, error);
		return;
	}
	await inLanes({
		items: workOf(context, outcomes, run, fail),
		laneOf: ({ parameters }) => parameters.lane(),
		parallel: run.parallel,
		stop: stop.signal,
		work: async (work) => {
			const { item } = work.parameters;
			try {
				outcomes.succeed(item, await doItem(run, work));
			} catch (error) {
				fail(item, error);
			}
		},
	});
}

type Run = ReturnType<typeof startRun>;

/** Prepares what the items of a run share. */
function startRun(context: IExecuteFunctions, stop: AbortSignal) {
	const { provider, operation, execute } = chosen(context);
	const { parallel, calls } = settingsOf(context, operation);
	return {
		provider,
		execute,
		context,
		parallel,
		connectionOf: connections(context, provider, { ...calls, stop }),
		files: new Semaphore(FILES_AT_A_TIME),
	};
}

interface Work {
	parameters: Parameters;
	request: ProviderRequest;
}

/**
 * Reads the items one after another. If an item's credential can't be read or its group isn't found,
 * only that item fails.
 */
async function* workOf(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	{ provider, connectionOf }: Run,
	fail: (item: number, error: unknown) => void,
): AsyncIterable<Work> {
	for (const item of outcomes.open()) {
		try {
			const connection = await connectionOf(item);
			const parameters = new Parameters(context, item, provider, connection);
			await parameters.findGroup();
			yield { parameters, request: connection.request };
		} catch (error) {
			fail(item, error);
		}
	}
}

async function doItem(
	{ provider, execute, files, context }: Run,
	{ parameters, request }: Work,
): Promise<INodeExecutionData | INodeExecutionData[]> {
	// Read before the operation runs, because nothing may fail after its effect.
	const simplify = parameters.value('simplify') !== false;
	const release = sendsFile(parameters) ? await files.acquire() : undefined;
	const answers = await neverRepeated(provider, request, async (watched) => {
		return await execute(watched, parameters, context);
	}).finally(release);
	const output = ({ result, raw }: Answer<object>) => ({
		json: simplify
			? ({ provider: provider.name, ...result } as IDataObject)
			: answerWithoutSecrets(raw, request.account),
		pairedItem: { item: parameters.item },
	});
	return Array.isArray(answers) ? answers.map(output) : output(answers);
}

function sendsFile(parameters: Parameters): boolean {
	return (
		parameters.value('messageType') === 'media' && parameters.value('mediaSource') === 'binary'
	);
}

const NO_EXPRESSION = "These menus can't be set by an expression.";

/** The menus hide what a provider doesn't offer, but an expression can set anything. */
function chosen(context: IExecuteFunctions) {
	const name = context.getNodeParameter('provider', 0) as string;
	const resource = context.getNodeParameter('resource', 0) as string;
	const value = context.getNodeParameter('operation', 0, '') as string;

	const provider = providerNamed(name);
	if (provider === undefined) {
		throw new FieldError(
			'Provider',
			`There is no provider “${name}”`,
			`Choose a provider from the list. ${NO_EXPRESSION}`,
		);
	}
	const operation = operations.find(({ key }) => key === `${resource}.${value}`);
	if (operation === undefined) {
		throw new FieldError(
			'Operation',
			`There is no operation “${value}” for the resource “${resource}”`,
			`Choose the resource and the operation from their lists. ${NO_EXPRESSION}`,
		);
	}
	const execute = operation.boundTo(provider);
	if (execute === undefined) {
		const others = providersOffering(operation.call)
			.map((offering) => providerNamed(offering)?.displayName)
			.join(', ');
		throw new FieldError(
			'Operation',
			`${provider.displayName} does not offer “${operation.action}”`,
			`Choose another operation, or a provider that offers this one: ${others}.`,
		);
	}
	return { provider, operation, execute };
}

function isCancelled(context: IExecuteFunctions): boolean {
	return context.getExecutionCancelSignal()?.aborted === true;
}
