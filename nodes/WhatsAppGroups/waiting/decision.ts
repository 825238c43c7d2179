import { areSame, type Person } from '../contract/people';
import type { Question, Reading, Verdict, Vote } from './Question';
import { sideOf } from './reading';

/** A person who answered. */
export interface Responder {
	/** `null` if the person used the link, like `name` and `userId`. */
	id: string | null;
	name: string | null;
	userId: string | null;
	/** Where the person answered. */
	source: 'chat' | 'link';
}

/** The value of `data` that the waiting node returns. */
export interface Decision {
	/** `null` for free text. */
	approved: boolean | null;
	/** The text, or the emoji of a reaction; `null` for a button of the page. */
	text: string | null;
	/** ISO 8601 in UTC. */
	respondedAt: string;
	/** The person whose answer decided. */
	responder: Responder;
	/** All people whose answers counted. */
	responders: PersonalAnswer[];
}

/** What one person answered. */
interface PersonalAnswer extends Responder {
	/** The person's own answer; `null` for free text. */
	approved: boolean | null;
	text: string | null;
	respondedAt: string;
}

/** The node's `data` if WhatsApp didn't deliver the question. */
export interface Undelivered {
	approved: false;
	/** Why not. */
	failed: string;
}

/** The node's result once the question is answered. */
export interface Answered {
	groupId: string;
	messageId: string | null;
	data: Decision;
}

interface Counted extends Vote {
	side: 'approve' | 'decline';
}

/**
 * Counts the last vote of each person. Declines decide once there can't be enough approvals anymore.
 * Returns `undefined` while nothing is decided.
 */
export function decisionOf(question: Question, votes: Vote[]): Decision | undefined {
	const counted = countedOf(question, votes);
	const last = counted[counted.length - 1];
	if (last === undefined) return undefined;
	const { approvers, approvalsNeeded } = question;
	const declinesNeeded =
		approvers.length === 0
			? approvalsNeeded
			: Math.min(approvalsNeeded, approvers.length - approvalsNeeded + 1);
	const onSide = (side: Counted['side']) => counted.filter((vote) => vote.side === side).length;
	const approved = onSide('approve') >= approvalsNeeded;
	if (!approved && onSide('decline') < declinesNeeded) return undefined;
	const { responder, ...answer } = answerOf(question, last);
	return {
		...answer,
		responder,
		responders: counted.map((vote) => {
			const { responder: person, ...said } = answerOf(question, vote);
			return { ...person, ...said };
		}),
	};
}

/** Returns the effect of the newest vote. */
export function verdictOn(question: Question, votes: Vote[]): Verdict {
	const newest = votes[votes.length - 1];
	if (newest === undefined) return 'notUnderstood';
	if (!isAnswer(newest, question)) return 'notUnderstood';
	if (!mayAnswer(newest, question)) return 'notAllowed';
	return decisionOf(question, votes) === undefined ? 'counted' : 'decided';
}

/** Returns whether a vote counts as an answer. Removing a reaction withdraws the vote. */
function isAnswer(vote: Vote, reading: Reading): boolean {
	if (vote.source === 'chat' && !reading.inChat) return false;
	return sideOf(vote, reading) !== undefined || vote.text === null;
}

/** Anybody can use the link, because it doesn't identify the person. */
function mayAnswer({ person, source }: Vote, { approvers, hasLink }: Question): boolean {
	if (source === 'link') return hasLink;
	if (person?.id == null) return false;
	return approvers.length === 0 || approvers.some((approver) => areSame(person, approver));
}

/**
 * Returns the vote as it counts with the earlier ones; `undefined` if it isn't an answer. People have one
 * reaction to a message: one that isn't an answer replaces a 👍, but not what the person has written.
 */
export function countedAs(vote: Vote, reading: Reading, earlier: Vote[]): Vote | undefined {
	const counts = isAnswer(vote, reading);
	if (!vote.isReaction || (counts && vote.text !== null)) return counts ? vote : undefined;
	const hadReacted = earlier.some(
		(other) => other.isReaction && other.text !== null && isSame(other, vote),
	);
	return hadReacted ? { ...vote, text: null } : undefined;
}

/** Returns the last vote of each person, in the order of their arrival. */
function countedOf(question: Question, votes: Vote[]): Counted[] {
	const allowed = votes.filter((vote) => isAnswer(vote, question) && mayAnswer(vote, question));
	return allowed
		.filter((vote, index) => !allowed.slice(index + 1).some((later) => isSame(vote, later)))
		.flatMap((vote) => {
			const side = sideOf(vote, question);
			return side === undefined ? [] : [{ ...vote, side }];
		});
}

function isSame({ person: one }: Vote, { person: other }: Vote): boolean {
	return one === null || other === null ? one === other : areSame(one, other);
}

/** Adds a vote in place of the person's earlier one, unless it is the earlier one itself. */
export function withVote(votes: Vote[], vote: Vote): Vote[] {
	if (votes.some((other) => isSame(other, vote) && other.at > vote.at)) return votes;
	return [...votes.filter((other) => !isSame(other, vote)), vote];
}

function answerOf({ responseType }: Question, { side, text, at, person, source }: Counted) {
	const { id = null, name = null, userId = null } = person ?? ({} as Partial<Person>);
	return {
		approved: responseType === 'freeText' ? null : side === 'approve',
		// The buttons of the page have no text of their own.
		text: source === 'link' && responseType === 'approval' ? null : text,
		respondedAt: at,
		responder: { id, name, userId, source },
	};
}
