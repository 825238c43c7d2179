/** The open questions in a trigger's static data, for n8n's other processes and for after a restart. */
import type { IWebhookFunctions } from 'n8n-workflow';

import { dropOldest } from '../../contract/dropOldest';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { textIn } from '../../contract/values';
import {
	plainQuestion,
	questionsStoredBy,
	recall,
	type OpenQuestion,
	type PlainQuestion,
} from '../../waiting/openQuestions';
import { sealed, unsealed } from '../sealed';
import { change, nodeKey } from '../staticData';

/** How many questions a trigger stores. */
const STORED = 100;

/** Static data that this process has read or written. Its questions are in memory. */
const inMemory = new Set<string>();

export function storedQuestions(webhook: IWebhookFunctions, provider: Provider, account: Account) {
	const key = String(account[provider.apiKeyField]);
	const trigger = nodeKey(webhook);
	return { restore, store, update };

	/** Reads the stored questions into the memory of this process. */
	function restore(): void {
		const text = textIn(webhook.getWorkflowStaticData('node').questions);
		if (text === null || inMemory.has(text)) return;
		notice(text);
		for (const stored of (unsealed(text, key) ?? []) as PlainQuestion[]) {
			recall(stored).storedBy.add(trigger);
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
		const text = sealed(questions.map(plainQuestion), key);
		change(webhook, 'questions', text);
		notice(text);
	}
}

function notice(text: string): void {
	inMemory.add(text);
	dropOldest(inMemory, STORED);
}
