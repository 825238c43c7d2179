import type { Person } from '../contract/people';
import type { ProviderName } from '../contract/ProviderName';

/** How an answer is read. */
export interface Reading {
	responseType: 'approval' | 'freeText';
	/** What counts as yes; the first is shown. Empty for free text, as the next. */
	approveWords: string[];
	declineWords: string[];
}

/** A question that a run waits with. n8n keeps it with the run. */
export interface Question extends Reading {
	/** In the signed link, too: a link of an earlier question of the same run is out of date. */
	nonce: string;
	provider: ProviderName;
	groupId: string;
	/** `null` where the provider doesn't return it. */
	messageId: string | null;
	/** What the builder wrote. */
	message: string;
	/** Phone numbers in digits, and user IDs; empty if everybody in the group may answer. */
	approvers: string[];
	approvalsNeeded: number;
	hasLink: boolean;
	/** Whether the result is said in the group. */
	confirm: boolean;
}

/** What one person answered. */
export interface Vote {
	/** `null` for the page of the link, which doesn't prove who it is. */
	person: Person | null;
	source: 'chat' | 'link';
	/** What was written, or the emoji of a reaction; `null` for a reaction that was taken back. */
	text: string | null;
	/** Whether it replies or reacts to the question. A message of its own has to be a plain yes or no. */
	quotes: boolean;
	/** ISO 8601 in UTC. */
	at: string;
}

/** What the waiting run makes of the newest vote of a forward. */
export type Verdict = 'decided' | 'counted' | 'notAllowed' | 'notUnderstood';
