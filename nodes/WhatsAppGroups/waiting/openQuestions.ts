import { dropOldest } from '../contract/dropOldest';
import type { ProviderName } from '../contract/ProviderName';
import { withVote } from './decision';
import type { Reading, Vote } from './Question';

/** A question that a trigger of this process can answer. */
export interface OpenQuestion {
	/** The signed URL that resumes the execution. */
	url: string;
	nonce: string;
	provider: ProviderName;
	groupId: string;
	/** `null` until the provider reports it. */
	messageId: string | null;
	/** The text in the group; `null` if another process asked. */
	text: string | null;
	/** Absent if another process asked, until the waiting execution returns it. */
	reading?: Reading;
	/** Unix time in ms. */
	askedAt: number;
	/** Unix time in ms, or `Infinity`. */
	closesAt: number;
	/** The votes so far, the last of each person, because the waiting execution can't store them. */
	votes: Vote[];
	/** The triggers whose static data contains it. */
	storedBy: Set<string>;
	/** Whether it is answered or over. Late answers are still recognized. */
	isClosed: boolean;
	/** Settles once the earlier votes are counted, so that one is forwarded at a time. */
	turn: Promise<unknown>;
}

/** Questions remembered in this process. */
const REMEMBERED = 5000;

/** When this process started. It may not know questions from before. */
const STARTED = Date.now();

/** By nonce, the oldest first. The waiting execution decides: this only finds it. */
const questions = new Map<string, OpenQuestion>();

export function remember(
	question: Omit<OpenQuestion, 'votes' | 'storedBy' | 'isClosed' | 'turn'>,
): OpenQuestion {
	const state = { votes: [], storedBy: new Set<string>(), isClosed: false };
	const opened = { ...question, ...state, turn: Promise.resolve() };
	// The same node of the same execution asks again, so its earlier question is over.
	const place = placeOf(question.url);
	for (const other of questions.values()) {
		const isEarlier = placeOf(other.url) === place && other.askedAt < question.askedAt;
		if (isEarlier) other.isClosed = true;
	}
	questions.set(question.nonce, opened);
	dropOldest(questions, REMEMBERED);
	return opened;
}

/** What another process needs of a question. `closesAt` is `null` for no limit. */
export type PlainQuestion = Omit<
	OpenQuestion,
	'reading' | 'storedBy' | 'isClosed' | 'turn' | 'closesAt'
> & { closesAt: number | null };

export function plainQuestion(question: OpenQuestion): PlainQuestion {
	const { url, nonce, provider, groupId, messageId, text, askedAt, closesAt, votes } = question;
	const limit = Number.isFinite(closesAt) ? closesAt : null;
	return { url, nonce, provider, groupId, messageId, text, askedAt, closesAt: limit, votes };
}

/** Adds what another process has found. */
export function recall({ closesAt, votes, ...question }: PlainQuestion): OpenQuestion {
	const known =
		questions.get(question.nonce) ?? remember({ ...question, closesAt: closesAt ?? Infinity });
	known.messageId ??= question.messageId;
	known.votes = votes.reduce(withVote, known.votes);
	return known;
}

export const questionWith = (nonce: string) => questions.get(nonce);

export function close(nonce: string): void {
	const question = questions.get(nonce);
	if (question) question.isClosed = true;
}

/** Returns the questions of one group, including closed ones. */
export function questionsIn(provider: ProviderName, groupId: string): OpenQuestion[] {
	const found = [...questions.values()].filter(
		(question) => question.provider === provider && question.groupId === groupId,
	);
	for (const question of found) question.isClosed ||= question.closesAt < Date.now();
	return found;
}

/** Returns the open questions that the static data of a trigger contains. */
export function questionsStoredBy(trigger: string): OpenQuestion[] {
	return [...questions.values()].filter(
		({ storedBy, isClosed, closesAt }) =>
			storedBy.has(trigger) && !isClosed && closesAt > Date.now(),
	);
}

/** Returns whether this process also knows all other open questions of the time. */
export function isOfThisProcess({ askedAt }: OpenQuestion): boolean {
	return askedAt >= STARTED;
}

const placeOf = (url: string) => url.split('?')[0];
