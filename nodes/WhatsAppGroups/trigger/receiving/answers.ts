/** Answers in the chat to the questions of waiting executions. They don't start the trigger's workflow. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { dropOldest } from '../../contract/dropOldest';
import type { Echo, GroupEvent } from '../../contract/events';
import type { Account } from '../../contract/http';
import type { Provider } from '../../contract/Provider';
import { countedAs, withVote } from '../../waiting/decision';
import { forward } from '../../waiting/forward';
import { linkIn } from '../../waiting/link';
import {
	isOfThisProcess,
	questionsIn,
	questionWith,
	remember,
	type OpenQuestion,
} from '../../waiting/openQuestions';
import type { Vote } from '../../waiting/Question';
import { storedQuestions } from './storedQuestions';

/** Events remembered in this process. */
const REMEMBERED = 2000;

/**
 * Whether an event was an answer, by its ID. Several triggers can get the same event, and providers can
 * deliver it again, but it counts once.
 */
const seen = new Map<string, Promise<boolean>>();

/** Forwards the answers among the events, and returns the other events. */
export async function withoutAnswers(
	webhook: IWebhookFunctions,
	provider: Provider,
	account: Account,
	body: IDataObject,
	events: GroupEvent[],
): Promise<GroupEvent[]> {
	const echoes = [...(provider.readEchoes?.(body) ?? []), ...events.flatMap(echoesOf)];
	const { restore, store, update } = storedQuestions(webhook, provider, account);
	restore();
	for (const question of echoes.flatMap((echo) => askedBy(webhook, provider, echo) ?? [])) {
		store(question);
	}
	for (const event of events) await reportFailure(event);
	const wereAnswers = await Promise.all(events.map(wasAnswer));
	return events.filter((_, index) => !wereAnswers[index]);

	async function wasAnswer(event: GroupEvent): Promise<boolean> {
		const known = seen.get(event.eventId);
		if (known) return await known;
		const found = questionsFor(provider, event, provider.readQuote?.(body));
		if (found.questions.length === 0) return false;
		const answered = answer(event, found).catch((error: Error) => {
			seen.delete(event.eventId);
			warn(error);
			return false;
		});
		seen.set(event.eventId, answered);
		dropOldest(seen, REMEMBERED);
		return await answered;
	}

	/** Doesn't guess which question an ambiguous answer is for. */
	async function answer(event: GroupEvent, { questions, quotes }: Found): Promise<boolean> {
		const vote = voteOf(event, quotes);
		const isFor = (question: OpenQuestion) => effectOn(question, vote) !== undefined;
		const understood = questions.filter(isFor);
		const [question, ...others] = quotes ? understood : (await stillOpen(understood)).filter(isFor);
		if (question === undefined || others.length > 0) return false;
		return await inTurn(question, async () => await count(question, vote));
	}

	/** WhatsApp can refuse a message after the provider has accepted it: nobody could answer. */
	async function reportFailure({ groupId, messageId, status }: GroupEvent): Promise<void> {
		if (status?.value !== 'failed' || status.person || groupId === null) return;
		const questions = questionsIn(provider.name, groupId);
		const question = questions.find((one) => !one.isClosed && one.messageId === messageId);
		const { explanation, advice, errors } = status;
		const why = [explanation ?? errors[0]?.message, advice].filter(Boolean).join(' ');
		const failure = why || 'WhatsApp did not deliver the question';
		if (question) await send(question, [], failure).catch(warn);
	}

	function warn(error: Error): void {
		webhook.logger.warn(
			`“${webhook.getNode().name}” couldn't pass an answer on to the waiting execution: ${error.message}`,
		);
	}

	/** Executions that were stopped or answered elsewhere don't wait anymore. */
	async function stillOpen(candidates: OpenQuestion[]): Promise<OpenQuestion[]> {
		if (candidates.length < 2) return candidates;
		await Promise.all(candidates.map(async (question) => await send(question, [])));
		return candidates.filter(({ isClosed }) => !isClosed);
	}

	async function count(question: OpenQuestion, given: Vote): Promise<boolean> {
		const vote = effectOn(question, given);
		if (vote === undefined) return false;
		const isLate = () => question.isClosed && vote.quotes && question.reading !== undefined;
		if (question.isClosed) return isLate();
		const verdict = await send(question, withVote(question.votes, vote));
		if (verdict === 'counted') {
			// Another delivery may have added votes meanwhile.
			question.votes = withVote(question.votes, vote);
			update(question);
		}
		return verdict === 'closed' ? isLate() : verdict !== 'notUnderstood';
	}

	async function send(question: OpenQuestion, votes: Vote[], failure?: string) {
		const verdict = await forward(webhook, provider, account, question, { votes, failure });
		question.isClosed ||= verdict === 'closed' || verdict === 'decided';
		return verdict;
	}
}

/** Returns the vote as it counts. If another process asked, only the waiting execution can tell. */
function effectOn({ reading, votes }: OpenQuestion, vote: Vote): Vote | undefined {
	return reading === undefined ? vote : countedAs(vote, reading, votes);
}

/** Forwards one vote after another, so that each is counted with the earlier ones. */
async function inTurn(question: OpenQuestion, work: () => Promise<boolean>): Promise<boolean> {
	const done = question.turn.then(work);
	question.turn = done.catch(() => undefined);
	return await done;
}

/** Reads own messages, at providers that deliver them as events. */
function echoesOf({ event, groupId, messageId, message }: GroupEvent): Echo[] {
	const text = message?.text ?? null;
	return event === 'message.sent' && messageId !== null && text !== null
		? [{ groupId, messageId, text }]
		: [];
}

/** Returns the question that an echo belongs to, even one of another process or from before a restart. */
function askedBy(
	webhook: IWebhookFunctions,
	provider: Provider,
	echo: Echo,
): OpenQuestion | undefined {
	const { messageId, text } = echo;
	if (echo.groupId === null) return undefined;
	const groupId = provider.plainGroupId(echo.groupId);
	const link = linkIn(text, webhook.getNodeWebhookUrl('default') ?? '');
	const known = link
		? questionWith(link.nonce)
		: questionsIn(provider.name, groupId).find((question) => question.text === text);
	if (known?.groupId === groupId) known.messageId ??= messageId;
	if (link === undefined || known !== undefined) return known;
	const isTrace = text === link.url;
	return remember({
		...link,
		provider: provider.name,
		groupId,
		messageId,
		text: isTrace ? null : text,
		closesAt: Infinity,
	});
}

/** The questions that an event may answer. */
interface Found {
	questions: OpenQuestion[];
	/** Whether it replies or reacts to them. */
	quotes: boolean;
}

/**
 * Finds the question that an event replies or reacts to; for a message that does neither, the open
 * questions of its group.
 *
 * @param quoted text of the quoted message, at providers that don't report its ID; `undefined` for a
 * message that isn't a reply
 */
function questionsFor(
	provider: Provider,
	{ event, groupId, message }: GroupEvent,
	quoted: string | undefined,
): Found {
	const isReaction = event === 'message.reaction';
	if (groupId === null || !message || !(isReaction || event === 'message.received')) return NOTHING;
	const all = questionsIn(provider.name, groupId);
	const repliesTo = message.reaction?.messageId ?? message.replyTo;
	if (repliesTo !== null) {
		return { questions: all.filter(({ messageId }) => messageId === repliesTo), quotes: true };
	}
	const open = all.filter(({ isClosed }) => !isClosed);
	if (quoted !== undefined) {
		if (message.repliesToMe === false) return NOTHING;
		const isQuoted = ({ text }: OpenQuestion) => text?.trim() === quoted.trim();
		const stillOpen = open.filter(isQuoted);
		const questions = stillOpen.length > 0 ? stillOpen : all.filter(isQuoted).slice(-1);
		return { questions, quotes: true };
	}
	if (isReaction || message.repliesToMe === true) return NOTHING;
	return { questions: open.filter(isOfThisProcess), quotes: false };
}

const NOTHING: Found = { questions: [], quotes: false };

function voteOf({ sender, message, timestamp }: GroupEvent, quotes: boolean): Vote {
	const { reaction = null, text = null, caption = null } = message ?? {};
	return {
		person: sender ?? null,
		source: 'chat',
		text: reaction ? reaction.emoji : (text ?? caption ?? ''),
		quotes,
		isReaction: reaction !== null,
		at: timestamp ?? new Date().toISOString(),
	};
}
