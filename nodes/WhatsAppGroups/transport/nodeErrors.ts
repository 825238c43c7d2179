import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { FieldError, ProviderError } from './errors';

/** Any error of ours in the form that n8n shows: what happened, and below it what to do. */
export function nodeErrorOf(
	error: unknown,
	node: INode,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof ProviderError) {
		const { message, description, httpStatus, answer, rateLimited } = error;
		const response = (typeof answer === 'object' ? answer : { answer }) as JsonObject;
		return new NodeApiError(node, response, {
			message,
			description,
			httpCode: httpStatus?.toString(),
			itemIndex,
			failure: rateLimited ? { cause: 'rate-limited' } : undefined,
		});
	}
	if (error instanceof FieldError) {
		const { message, advice } = error;
		return new NodeOperationError(node, message, { description: advice, itemIndex });
	}
	return new NodeOperationError(node, error as Error, { itemIndex });
}
