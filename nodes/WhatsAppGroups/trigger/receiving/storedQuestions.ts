/** The open questions in a trigger's static data, for n8n's other processes and for after a restart. */
import type { IWebhookFunctions } from 'n8n-workflow';

import { dropOldest } from '../../contract/dropOldest';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { textIn } from '../../contract/values';
import { withVote } from '../../waiting/decision';
import {
	questionsStoredBy,
	questionWith,
	remember,
	type OpenQuestion,
} from '../../waiting/openQuestions';
import { sealed, unsealed } from '../sealed';

/** How many questions a trigger stores. */
const STORED = 100;

/** Static data that this process has read or written. Its questions are in memory. */
const inMemory = new Set<string>();

/** Without what belongs to this process. `closesAt` is `null` for no limit. */
type Stored = Omit<OpenQuestion, 'reading' | 'storedBy' | 'isClosed' | 'turn' | 'closesAt'> & {
	closesAt: number | null;
};

export function storedQuestions(webhook: IWebhookFunctions, provider: Provider, account: Account) {
	const staticData = webhook.getWorkflowStaticData('node');
	const key = String(account[provider.apiKeyField]);
	const trigger = `${webhook.getWorkflow().id}:${webhook.getNode().id}`;
	return { recall, store, update };

	/** Reads the stored questions into the memory of this process. */
	function recall(): void {
		const text = textIn(staticData.questions);
		if (text === null || inMemory.has(text)) return;
		notice(text);
		const stored = (unsealed(text, key) ?? []) as Stored[];
		for (const { closesAt, votes, ...question } of stored) {
			const known =
				questionWith(question.nonce) ?? remember({ ...question, closesAt: closesAt ?? Infinity });
			known.storedBy.add(trigger);
			known.messageId ??= question.messageId;
			known.votes = votes.reduce(withVote, known.votes);
		}
	}

	/** Stores a question that this trigger has found. */
	function store(question: OpenQuestion): void {
		if (!question.storedBy.has(trigger)) update(question);
	}

	/** Two deliveries at the same time overwrite each other's static data, so each writes all questions. */
	function update(question: OpenQuestion): void {
		question.storedBy.add(trigger);
		const questions = questionsStoredBy(trigger).slice(-STORED);
		const text = sealed(questions.map(storedForm), key);
		staticData.questions = text;
		notice(text);
	}
}

/** Only what another process needs. JSON turns `Infinity` into `null`. */
function storedForm(question: OpenQuestion): Stored {
	const { url, nonce, provider, groupId, messageId, text, askedAt, closesAt, votes } = question;
	return { url, nonce, provider, groupId, messageId, text, askedAt, closesAt, votes };
}

function notice(text: string): void {
	inMemory.add(text);
	dropOldest(inMemory, STORED);
}
