import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { dropOldest } from '../contract/dropOldest';
import type { Provider } from '../contract/Provider';
import { objectIn, objectsIn, textIn } from '../contract/values';
import { providerNamed } from '../providers';
import { isAccepted } from '../transport/accepted';
import { decisionOf, verdictOn, type Decision, type Undelivered } from './decision';
import { sendResult } from './sendResult';
import type { Forward, ForwardAnswer } from './forward';
import { close, recall } from './openQuestions';
import { answeredPage, noticePage, questionPage, TEXT_LIMIT } from './page';
import { isSigned, SIGNATURE_HEADER } from './proof';
import type { Question, Vote } from './Question';
import { readingOf } from './reading';

/** Questions of this process whose answer n8n is accepting, or has accepted. */
const decided = new Set<string>();
const REMEMBERED = 5000;

/**
 * Handles a request for a waiting execution: GET shows the question, POST answers it. Never throws,
 * because n8n would then continue the execution without an answer.
 */
export async function respond(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await responded(webhook);
	} catch (error) {
		webhook.logger.warn(
			`“${webhook.getNode().name}” couldn't read an answer: ${(error as Error).message}`,
		);
		return show(webhook, 503, noticePage("This page isn't available right now. Try again later."));
	}
}

async function responded(webhook: IWebhookFunctions): Promise<IWebhookResponseData> {
	const question = questionOf(webhook);
	const isForward = webhook.getHeaderData()[SIGNATURE_HEADER] !== undefined;
	const query = objectIn(webhook.getQueryData());
	if (question === undefined || query.nonce !== question.nonce) {
		return show(webhook, 410, noticePage('This question is out of date.'));
	}
	if (webhook.getRequestObject().method === 'GET') {
		return show(webhook, 200, questionPage(question));
	}
	return isForward ? await forwarded(webhook, question) : await byLink(webhook, question);
}

/** Handles the form of the page. */
async function byLink(
	webhook: IWebhookFunctions,
	question: Question,
): Promise<IWebhookResponseData> {
	if (!question.hasLink) return show(webhook, 403, questionPage(question));
	const vote: Vote = {
		person: null,
		source: 'link',
		text: answerIn(objectIn(webhook.getBodyData()), question),
		quotes: true,
		at: new Date().toISOString(),
	};
	const decision = decisionOf(question, [vote]);
	if (decision === undefined) return show(webhook, 400, questionPage(question, 'Enter an answer.'));
	if (decided.has(question.nonce)) {
		return show(webhook, 409, noticePage('This question has been answered.'));
	}
	return await decide(webhook, question, decision, answeredPage(question, decision));
}

/** Returns the text of the form, or the word of its button. */
function answerIn({ text, answer }: IDataObject, question: Question): string {
	const { responseType, approveWords, declineWords } = question;
	if (responseType === 'freeText') return textIn(text)?.trim().slice(0, TEXT_LIMIT) ?? '';
	if (answer === 'yes') return approveWords[0] ?? '';
	return (answer === 'no' ? declineWords[0] : undefined) ?? '';
}

/** Handles answers that a trigger recognized in the chat. */
async function forwarded(
	webhook: IWebhookFunctions,
	question: Question,
): Promise<IWebhookResponseData> {
	const provider = providerOf(question);
	const account = await webhook.getCredentials(provider.credential);
	// n8n adds the raw body to Express's request.
	const { rawBody = Buffer.alloc(0) } = webhook.getRequestObject() as unknown as {
		rawBody?: Buffer;
	};
	const signature = webhook.getHeaderData()[SIGNATURE_HEADER];
	const refuse = (status: number) => show(webhook, status, { success: false });
	if (!isSigned(rawBody, signature, account, provider)) return refuse(403);
	const forward = JSON.parse(rawBody.toString()) as Forward;
	const { nonce, groupId, votes, failure } = forward;
	if (nonce !== question.nonce || !isGroup(provider, question, groupId)) return refuse(403);
	if (forward.question) recall(forward.question);
	if (decided.has(nonce)) return refuse(409);
	const known = objectsIn(votes) as unknown as Vote[];
	const whatsAppGroupsAnswer = failure ? 'decided' : verdictOn(question, known);
	const answer: ForwardAnswer = { whatsAppGroupsAnswer, reading: readingOf(question) };
	if (failure)
		return await decide(webhook, question, { approved: false, failed: failure }, { ...answer });
	const decision = whatsAppGroupsAnswer === 'decided' ? decisionOf(question, known) : undefined;
	if (decision === undefined) return show(webhook, 202, { ...answer });
	return await decide(webhook, question, decision, { ...answer });
}

/**
 * Resumes the execution. Only the request that resumed it gets a 200 from n8n, so the code after that
 * runs once.
 */
async function decide(
	webhook: IWebhookFunctions,
	question: Question,
	decision: Decision | Undelivered,
	webhookResponse: string | IDataObject,
): Promise<IWebhookResponseData> {
	const { groupId, messageId, nonce } = question;
	decided.add(nonce);
	dropOldest(decided, REMEMBERED);
	const provider = providerOf(question);
	// n8n evaluates no expressions of a credential once it has responded.
	const account = await webhook.getCredentials(provider.credential).catch(() => undefined);
	void isAccepted(webhook.getResponseObject()).then(async (isFirst) => {
		if (!isFirst) return void decided.delete(nonce);
		close(nonce);
		if (!question.confirm || !('responder' in decision)) return;
		await sendResult(webhook, provider, account, question, decision);
	});
	const json: IDataObject = {
		provider: provider.name,
		groupId,
		messageId,
		data: dataOf(webhook, decision),
	};
	return { webhookResponse, workflowData: [[{ json, pairedItem: { item: 0 } }]] };
}

/** `chatInput` shows an agent why a tool was declined. */
function dataOf(webhook: IWebhookFunctions, decision: Decision | Undelivered): IDataObject {
	const text = 'text' in decision ? decision.text : decision.failed;
	const isReview = webhook.getNode().type.endsWith('HitlTool');
	return { ...decision, ...(isReview && text ? { chatInput: text } : {}) };
}

/** Responds without resuming the execution. */
function show(
	webhook: IWebhookFunctions,
	status: number,
	content: string | IDataObject,
): IWebhookResponseData {
	const response = webhook.getResponseObject();
	response.status(status);
	if (typeof content === 'string') {
		// Anybody with the URL can answer the question, so other sites must not get it.
		response.setHeader('Referrer-Policy', 'no-referrer');
		response.setHeader('Cache-Control', 'no-store');
		response.type('html').send(content);
	} else {
		response.json(content);
	}
	return { noWebhookResponse: true };
}

/** Returns the question of the waiting execution, from the node's context. */
function questionOf(webhook: IWebhookFunctions): Question | undefined {
	const node = JSON.stringify(webhook.getNode().name);
	const stored: unknown = webhook.evaluateExpression(`{{ $(${node}).context.question }}`);
	return typeof stored === 'string' ? (JSON.parse(stored) as Question) : undefined;
}

function providerOf({ provider: name }: Question): Provider {
	const provider = providerNamed(name);
	if (provider === undefined) throw new Error(`There is no provider “${name}”`);
	return provider;
}

function isGroup({ plainGroupId }: Provider, { groupId }: Question, given: string): boolean {
	return plainGroupId(groupId) === plainGroupId(given);
}
