import type { IWebhookFunctions } from 'n8n-workflow';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { signedRequest } from '../transport/request';
import type { Decision } from './decision';
import type { Question } from './Question';
import { resultWord } from './reading';

/** Sends the result to the group. The answer counts even if that fails. */
export async function sendResult(
	webhook: IWebhookFunctions,
	provider: Provider,
	account: Account | undefined,
	question: Question,
	decision: Decision,
): Promise<void> {
	const { calls, optionalInputs } = provider;
	const mayReply = optionalInputs['message.send']?.includes('replyTo') === true;
	try {
		if (account === undefined) throw new Error("n8n can't read the credential");
		const request = signedRequest(webhook, provider, account);
		await calls['message.send']?.(request, {
			groupId: question.groupId,
			type: 'text',
			text: resultText(question, decision),
			previewUrl: false,
			replyTo: mayReply ? (question.messageId ?? undefined) : undefined,
		});
	} catch (error) {
		webhook.logger.warn(
			`“${webhook.getNode().name}” couldn't send the result to the group: ${(error as Error).message}`,
		);
	}
}

/** Returns `✅ *yes* Ana, Ben`: only the builder's word and names, so it fits every language. */
function resultText(question: Question, { approved, responders }: Decision): string {
	const deciding = responders.filter((responder) => responder.approved === approved);
	const names = deciding.map(({ name, id }) => name ?? id).filter((name) => name !== null);
	const result = approved === null ? '✅' : resultWord(approved, question);
	return [result, names.join(', ')].filter(Boolean).join(' ');
}
