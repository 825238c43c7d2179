import type { IDataObject, IExecuteFunctions, INodeExecutionData, NodeError } from 'n8n-workflow';

import { providerNamed, providersOffering } from '../providers';
import type { Answer, Provider, ProviderRequest } from '../providers/Provider';
import { FieldError, ProviderError } from '../transport/errors';
import { nodeErrorOf } from '../transport/nodeErrors';
import { signedRequest } from '../transport/request';
import { operations } from './index';
import type { AnyOperation } from './Operation';
import { Parameters } from './parameters';
import { TemplateLookup } from './templates';

/** Runs the chosen operation once for each item, in order. Each item ends as results or one error. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	let run: { request: ProviderRequest; templates: TemplateLookup } | undefined;
	for (let item = 0; item < context.getInputData().length; item++) {
		try {
			const { provider, operation } = chosen(context);
			run ??= await startRun(context, provider);
			const { request, templates } = run;
			const parameters = new Parameters(context, item, provider, request, templates);
			const answers = await operation.execute(provider.calls[operation.key], request, parameters);
			const simplify = parameters.value('simplify') !== false;
			output.push(
				...[answers].flat().map((answer) => outputItem(answer, provider, simplify, item)),
			);
		} catch (error) {
			const nodeError = nodeErrorOf(error, context.getNode(), item);
			if (!context.continueOnFail()) throw nodeError;
			output.push({ json: failure(error, nodeError), pairedItem: { item } });
		}
	}
	return [output];
}

/** What the items of a run share. */
async function startRun(context: IExecuteFunctions, provider: Provider) {
	const account = await context.getCredentials(provider.credential, 0);
	return {
		request: signedRequest(context, provider, account),
		templates: new TemplateLookup(provider),
	};
}

/** The menus hide what a provider cannot do, but an expression can set anything. */
function chosen(context: IExecuteFunctions): { provider: Provider; operation: AnyOperation } {
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
	if (provider.calls[operation.key] === undefined) {
		const others = providersOffering(operation.key)
			.map((offering) => providerNamed(offering)?.displayName)
			.join(', ');
		throw new FieldError(
			'Operation',
			`${provider.displayName} does not offer “${operation.action}”`,
			`Choose another operation, or a provider that offers this one: ${others}.`,
		);
	}
	return { provider, operation };
}

function outputItem(
	{ result, raw }: Answer<object>,
	provider: Provider,
	simplify: boolean,
	item: number,
): INodeExecutionData {
	const json = simplify ? { provider: provider.name, ...result } : raw;
	return { json: json as IDataObject, pairedItem: { item } };
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
