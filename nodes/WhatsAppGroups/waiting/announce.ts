import type { IExecuteFunctions } from 'n8n-workflow';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { forward } from './forward';
import { plainQuestion, type OpenQuestion } from './openQuestions';

/** Returns whether a delivery of the provider can lead a trigger to the waiting execution. */
export function leadsBack({ optionalInputs }: Provider, hasLink: boolean): boolean {
	return hasLink || optionalInputs['message.send']?.includes('trace') === true;
}

/**
 * Passes a question to n8n's process for webhooks, which is another one in queue mode. Waits until n8n
 * has stored the execution.
 */
export async function announce(
	context: IExecuteFunctions,
	provider: Provider,
	account: Account,
	question: OpenQuestion,
): Promise<void> {
	const content = { votes: [], question: plainQuestion(question) };
	await forward(context, provider, account, question, content).catch((error: Error) =>
		context.logger.warn(
			`“${context.getNode().name}” couldn't prepare n8n for answers in the chat: ${error.message}`,
		),
	);
}
