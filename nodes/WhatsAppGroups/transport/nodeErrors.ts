import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { FieldError, ProviderError } from '../contract/errors';

/** Converts an error to the form that n8n shows: what happened, and below it what to do. */
export function nodeErrorOf(
	error: unknown,
	node: INode,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof ProviderError) {
		const { message, description, httpStatus, outcome } = error;
		// Omits the response: n8n would store it with the execution, and it may contain what was sent.
		return new NodeApiError(
			node,
			{ message },
			{
				message,
				description,
				httpCode: httpStatus?.toString(),
				itemIndex,
				failure: outcome === 'rateLimited' ? { cause: 'rate-limited' } : undefined,
			},
		);
	}
	if (error instanceof FieldError) {
		const { message, advice } = error;
		return new NodeOperationError(node, message, { description: advice, itemIndex });
	}
	const cause = error instanceof Error ? error : new Error(String(error));
	return new NodeOperationError(node, cause, { itemIndex });
}
