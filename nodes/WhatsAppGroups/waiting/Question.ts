import type { Person } from '../contract/people';
import type { ProviderName } from '../contract/ProviderName';

/** How to read an answer. */
export interface Reading {
	responseType: 'approval' | 'freeText';
	/** The words for yes. The question shows the first one. Empty for free text, like the words for no. */
	approveWords: string[];
	declineWords: string[];
	/** Whether the group may answer in the chat. */
	inChat: boolean;
}

/** A question that an execution waits for an answer to. n8n stores it with the execution. */
export interface Question extends Reading {
	/** Also part of the signed link, so that the link of an earlier question of the execution is rejected. */
	nonce: string;
	provider: ProviderName;
	groupId: string;
	/** `null` if the provider doesn't return it. */
	messageId: string | null;
	/** The text that the builder wrote. */
	message: string;
	/** Empty if everybody in the group may answer. */
	approvers: Person[];
	approvalsNeeded: number;
	hasLink: boolean;
	/** Whether to send the result to the group. */
	confirm: boolean;
}

/** The answer of one person. */
export interface Vote {
	/** `null` for an answer on the link's page, which can't identify the person. */
	person: Person | null;
	source: 'chat' | 'link';
	/** The text, or the emoji of a reaction; `null` for a removed reaction. */
	text: string | null;
	/** Whether it replies or reacts to the question. Any other message must be a plain yes or no. */
	quotes: boolean;
	isReaction?: boolean;
	/** ISO 8601 in UTC. */
	at: string;
}

/** The effect of the newest vote of a forward on the waiting execution. */
export type Verdict = 'decided' | 'counted' | 'notAllowed' | 'notUnderstood';
