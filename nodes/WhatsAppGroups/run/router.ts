import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { providerNamed, providersOffering } from '../providers';
import type { Answer } from '../contract/operations';
import { FieldError, RunStopped } from '../contract/errors';
import { signedRequest } from '../transport/request';
import { conductOf } from './settings';
import { operations } from '../actions/index';
import { inLanes } from './lanes';
import { outcomesOf, type Outcomes } from './Outcomes';
import { Parameters } from '../actions/helpers/Parameters';
import { TemplateLookup } from '../editor/TemplateLookup';

/**
 * Runs the chosen operation once for each item: in order within a group, groups side by side. Each item
 * ends as results or one error, and the output is in the order of the input.
 */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outcomes = outcomesOf(context);
	const goesOn = context.continueOnFail();
	if (goesOn || outcomes.error === undefined) await doItems(context, outcomes, goesOn);
	if (isCancelled(context)) {
		// n8n 2.41 forgets the data of a run that is stopped by hand: this line is what remains.
		context.logger.warn(
			`The run of “${context.getNode().name}” was cancelled. ${outcomes.summary()}`,
		);
	} else if (outcomes.error && !goesOn) {
		throw outcomes.error;
	}
	return [outcomes.output];
}

async function doItems(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	goesOn: boolean,
): Promise<void> {
	const stop = new AbortController();
	if (isCancelled(context)) stop.abort();
	context.onExecutionCancellation(() => stop.abort());
	const fail = (item: number, error: unknown) => {
		outcomes.fail(item, error, context.getNode());
		if (!goesOn) stop.abort();
	};

	let run: Run;
	try {
		run = await startRun(context, stop.signal);
	} catch (error) {
		for (const item of outcomes.open()) if (!stop.signal.aborted) fail(item, error);
		return;
	}
	await inLanes({
		items: parametersOf(context, outcomes, run),
		laneOf: (parameters) => parameters.lane(),
		parallel: run.parallel,
		stop: stop.signal,
		work: async (parameters) => {
			try {
				outcomes.succeed(parameters.item, await doItem(run, parameters));
			} catch (error) {
				if (!(error instanceof RunStopped)) fail(parameters.item, error);
			}
		},
	});
}

type Run = Awaited<ReturnType<typeof startRun>>;

/** What the items of a run share. */
async function startRun(context: IExecuteFunctions, stop: AbortSignal) {
	const { provider, operation, execute } = chosen(context);
	const { parallel, conduct } = conductOf(context, operation);
	const account = await context.getCredentials(provider.credential, 0);
	return {
		provider,
		execute,
		parallel,
		request: signedRequest(context, provider, account, { ...conduct, stop }),
		templates: new TemplateLookup(provider),
	};
}

function* parametersOf(
	context: IExecuteFunctions,
	outcomes: Outcomes,
	{ provider, request, templates }: Run,
): Iterable<Parameters> {
	for (const item of outcomes.open()) {
		yield new Parameters(context, item, provider, request, templates);
	}
}

async function doItem(
	{ provider, execute, request }: Run,
	parameters: Parameters,
): Promise<INodeExecutionData | INodeExecutionData[]> {
	const answers = await execute(request, parameters);
	const simplify = parameters.value('simplify') !== false;
	const output = ({ result, raw }: Answer<object>) => ({
		json: (simplify ? { provider: provider.name, ...result } : raw) as IDataObject,
		pairedItem: { item: parameters.item },
	});
	return Array.isArray(answers) ? answers.map(output) : output(answers);
}

/** The menus hide what a provider cannot do, but an expression can set anything. */
function chosen(context: IExecuteFunctions) {
	const name = context.getNodeParameter('provider', 0) as string;
	const resource = context.getNodeParameter('resource', 0) as string;
	const value = context.getNodeParameter('operation', 0, '') as string;

	const provider = providerNamed(name);
	if (provider === undefined) {
		throw new FieldError(
			'Provider',
			`There is no provider “${name}”`,
			'Choose a provider from the list.',
		);
	}
	const operation = operations.find(({ key }) => key === `${resource}.${value}`);
	if (operation === undefined) {
		throw new FieldError(
			'Operation',
			`There is no operation “${value}” for the resource “${resource}”`,
			'Choose resource and operation from their lists.',
		);
	}
	const execute = operation.boundTo(provider);
	if (execute === undefined) {
		const others = providersOffering(operation.key)
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
