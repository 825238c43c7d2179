import { randomUUID } from 'node:crypto';

import { WAIT_INDEFINITELY, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import type { ProviderRequest } from '../contract/http';
import type { Answer, ProviderCall, SentMessage } from '../contract/operations';
import type { Provider } from '../contract/Provider';
import { announce, leadsBack } from './announce';
import { linkParameters, traceOf } from './link';
import { remember } from './openQuestions';
import type { Question } from './Question';
import { readingOf, wordsLine } from './reading';

/** A question before it is sent. */
export type NewQuestion = Omit<Question, 'nonce' | 'messageId'> & {
	/** When the execution continues without an answer. */
	until?: Date;
};

/** n8n 1 checks the signature of a link only if the node asks for it. */
interface SignsOnRequest {
	setSignatureValidationRequired?(): void;
}

/** Sends the question to the group, and lets the execution wait. */
export async function ask(
	send: ProviderCall<'message.send'>,
	request: ProviderRequest,
	provider: Provider,
	context: IExecuteFunctions,
	item: number,
	{ until, ...question }: NewQuestion,
): Promise<Answer<SentMessage>> {
	const account = await context.getCredentials(provider.credential, item);
	const nonce = randomUUID();
	(context as SignsOnRequest).setSignatureValidationRequired?.();
	const url = context.getSignedResumeUrl(linkParameters(nonce));
	const text = textOf(question, provider, url);
	const { groupId, inChat } = question;
	const answer = await send(request, {
		groupId,
		type: 'text',
		text,
		// For a preview, WhatsApp would open the link.
		previewUrl: false,
		trace: traceOf(url),
	});
	const { messageId } = answer.result;
	// Stored as text, because n8n changes the form of objects in a context.
	context.getContext('node').question = JSON.stringify({ ...question, nonce, messageId });
	const sent = { provider: provider.name, groupId: answer.result.groupId, messageId };
	const reading = readingOf(question);
	const [askedAt, closesAt] = [Date.now(), until?.getTime() ?? Infinity];
	const opened = remember({ url, nonce, ...sent, text, reading, askedAt, closesAt });
	setTimeOutOutput(context, item, sent);
	// Comes last, because nothing may fail after the execution waits.
	await context.putExecutionToWait(until ?? WAIT_INDEFINITELY);
	if (inChat && !leadsBack(provider, question.hasLink)) {
		void announce(context, provider, account, opened);
	}
	return answer;
}

/** After the time limit, n8n continues with the node's input, so this replaces the input. */
function setTimeOutOutput(context: IExecuteFunctions, item: number, sent: IDataObject): void {
	const [input] = context.getInputData().slice(item);
	if (input) input.json = { ...sent, data: { approved: false, timedOut: true } };
}

function textOf(
	question: Omit<Question, 'nonce' | 'messageId'>,
	{ readQuote }: Provider,
	url: string,
): string {
	// Events without the ID of a quoted message have none of the message reacted to, either.
	const words = question.inChat ? wordsLine(question, readQuote === undefined) : [];
	const how = [...words, ...(question.hasLink ? [url] : [])];
	return [question.message, how.join('\n')].filter(Boolean).join('\n\n');
}
