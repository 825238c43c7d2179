import type { ProviderName } from '../contract/ProviderName';
import type { Reading, Vote } from './Question';

/** A question that a trigger of this process can answer. */
export interface OpenQuestion {
	/** Signed address that resumes the run. */
	url: string;
	nonce: string;
	provider: ProviderName;
	groupId: string;
	/** `null` as long as the provider hasn't named it. */
	messageId: string | null;
	/** What the group reads; `null` if another process asked. */
	text: string | null;
	/** Absent if another process asked, until the waiting run says it. */
	reading?: Reading;
	/** Unix time in ms. */
	askedAt: number;
	/** Unix time in ms, or `Infinity`. */
	closesAt: number;
	/** What was answered so far: the waiting run can't remember it. */
	votes: Vote[];
	/** Late answers are still recognized. */
	isClosed: boolean;
	/** Settles when the votes before have been counted: one is forwarded at a time. */
	turn: Promise<unknown>;
}

/** Questions remembered in this process. */
const REMEMBERED = 5000;

/** When this process began. It may not have heard of questions asked before. */
const STARTED = Date.now();

/** By nonce, the oldest first. The truth is with the waiting run: this is only where it is found. */
const questions = new Map<string, OpenQuestion>();

export function remember(
	question: Omit<OpenQuestion, 'votes' | 'isClosed' | 'turn'>,
): OpenQuestion {
	const opened = { ...question, votes: [], isClosed: false, turn: Promise.resolve() };
	// The same node of the same run asks again: the round before is over.
	const place = placeOf(question.url);
	for (const other of questions.values()) if (placeOf(other.url) === place) other.isClosed = true;
	questions.set(question.nonce, opened);
	for (const nonce of questions.keys()) {
		if (questions.size <= REMEMBERED) break;
		questions.delete(nonce);
	}
	return opened;
}

export const questionWith = (nonce: string) => questions.get(nonce);

export function close(nonce: string): void {
	const question = questions.get(nonce);
	if (question) question.isClosed = true;
}

/** Of one group, the closed ones among them. */
export function questionsIn(provider: ProviderName, groupId: string): OpenQuestion[] {
	const found = [...questions.values()].filter(
		(question) => question.provider === provider && question.groupId === groupId,
	);
	for (const question of found) question.isClosed ||= question.closesAt < Date.now();
	return found;
}

/** Whether all questions that are open beside this one are known, too. */
export function isOfThisProcess({ askedAt }: OpenQuestion): boolean {
	return askedAt >= STARTED;
}

const placeOf = (url: string) => url.split('?')[0];
