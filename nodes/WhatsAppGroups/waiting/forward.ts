import { sleep, type IExecuteFunctions, type IWebhookFunctions } from 'n8n-workflow';

import type { Account } from '../contract/http';
import type { Provider } from '../contract/Provider';
import { objectIn, parsedJson } from '../contract/values';
import type { OpenQuestion, PlainQuestion } from './openQuestions';
import { SIGNATURE_HEADER, signatureOf } from './proof';
import type { Reading, Verdict, Vote } from './Question';

/** Body of a forward. */
export interface Forward {
	nonce: string;
	groupId: string;
	/** All votes, in the order of their arrival. The execution decides with them. */
	votes: Vote[];
	/** Why the group doesn't get the question. */
	failure?: string;
	/** The question, for the process that gets this. */
	question?: PlainQuestion;
}

/** The response of the waiting execution. Any other response is n8n's own. */
export interface ForwardAnswer {
	whatsAppGroupsAnswer: Verdict;
	reading: Reading;
}

/** Pauses in ms. n8n stores an execution a moment after it asked; a busy one takes seconds. */
const PAUSES = [100, 300, 800, 1500, 3000, 5000];

/**
 * A busy n8n takes its time. If the provider delivers again meanwhile, that delivery waits for the same
 * response.
 */
const TIMEOUT_MS = 20_000;

interface Response {
	statusCode: number;
	body: unknown;
}

/** Responses that leave open whether the execution still waits. */
const REFUSALS: Record<number, string> = {
	401: 'n8n rejected it (401). If the public address of n8n (WEBHOOK_URL) has a path, the reverse proxy must forward the path, because n8n signs all of it.',
	403: "the trigger's credential isn't the one that the question was sent with",
	503: 'the execution is not available now',
};

/**
 * Sends votes, or a failure, to the waiting execution. Resolves to `closed` if it doesn't wait for them
 * anymore.
 */
export async function forward(
	{ helpers }: Pick<IWebhookFunctions, 'helpers'> | Pick<IExecuteFunctions, 'helpers'>,
	provider: Provider,
	account: Account,
	question: OpenQuestion,
	content: Omit<Forward, 'nonce' | 'groupId'>,
): Promise<Verdict | 'closed'> {
	const { nonce, groupId, url } = question;
	const body = JSON.stringify({ nonce, groupId, ...content } satisfies Forward);
	const headers = {
		'content-type': 'application/json',
		[SIGNATURE_HEADER]: signatureOf(body, account, provider),
	};
	const post = async () => {
		const response: Response = await helpers.httpRequest({
			method: 'POST',
			url,
			body,
			headers,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		});
		return response;
	};
	let response = await post();
	for (const pause of PAUSES) {
		if (!isUnsettled(response)) break;
		await sleep(pause);
		response = await post();
	}
	const answer = answerIn(response);
	const { statusCode } = response;
	const refusal = REFUSALS[statusCode];
	if (refusal !== undefined) throw new Error(refusal);
	if (isUnsettled(response)) {
		throw new Error(`n8n hasn't stored the execution yet, or failed (${statusCode})`);
	}
	if (answer === undefined) return 'closed';
	question.reading = answer.reading;
	return answer.whatsAppGroupsAnswer;
}

/**
 * Returns whether the next response can be another one: n8n hasn't stored the execution yet, or somebody
 * else answers at the same moment. Until n8n 2.41 has stored an execution that was started in the editor,
 * it fails with 500 instead of 409. It also responds with 409 if the execution has ended in an error, or
 * was canceled.
 */
function isUnsettled({ statusCode, body }: Response): boolean {
	if (statusCode >= 500) return !(statusCode in REFUSALS);
	return statusCode === 409 && `${JSON.stringify(body)}`.includes('running already');
}

/** Reads the response. If the execution has ended, n8n responds with 200 and its own page. */
function answerIn({ statusCode, body }: Response) {
	const answer = objectIn(typeof body === 'string' ? parsedJson(body) : body);
	const isOurs = statusCode < 300 && typeof answer.whatsAppGroupsAnswer === 'string';
	return isOurs ? (answer as unknown as ForwardAnswer) : undefined;
}
