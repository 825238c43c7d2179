import { callOutcome, groupOfCall, isSend, reasonOf, textOfSend } from './words/calls.js';
import { textOf } from './words/messages.js';
import { isSameDay } from './words/time.js';

/** Messages that change another one, and aren't shown themselves. */
const changing = ['reaction', 'edit', 'delete'];

const byTime = (one, other) => one.time.localeCompare(other.time);

/**
 * Returns the lines of a chat, the oldest first: `{ id, time, message | notice | failure }`.
 * `newDay` is set on the first line of a day, `continues` on a message right after one of the same person.
 */
export function linesOf(group, calls, groups) {
	const { messages, notices } = group;
	const lines = [
		...messages
			.filter(({ type }) => !changing.includes(type))
			.map((message) => ({ id: message.id, time: message.time, message })),
		...notices.map((notice, index) => ({ id: index, time: notice.time, notice })),
		...failuresIn(group, calls, groups),
	].sort(byTime);
	return lines.map((line, index) => {
		const before = lines[index - 1];
		const newDay = !before || !isSameDay(before.time, line.time);
		const author = line.message?.from.id;
		const continues = Boolean(author) && !newDay && before.message?.from.id === author;
		return { ...line, newDay, continues };
	});
}

/** Messages that a workflow wanted to send, and that the group never got. */
function failuresIn(group, calls, groups) {
	const late = group.failed.map((message) => ({
		id: message.id,
		time: message.time,
		failure: {
			text: textOf(message),
			reason: 'The provider accepted it, and WhatsApp rejected it: the 24-hour window is closed',
			attempts: 1,
		},
	}));
	return [...late, ...rejectedIn(group, calls, groups)];
}

/** Attempts to send the same text are one failure, and none if one of them succeeded. */
function rejectedIn(group, calls, groups) {
	const failures = new Map();
	for (const call of calls) {
		if (!isSend(call) || groupOfCall(call, groups)?.id !== group.id) continue;
		const text = textOfSend(call.body);
		if (callOutcome(call).kind !== 'bad') {
			failures.delete(text);
			continue;
		}
		const attempts = (failures.get(text)?.failure.attempts ?? 0) + 1;
		const reason = [callOutcome(call).words, reasonOf(call)].filter(Boolean).join('. ');
		failures.set(text, {
			id: `failure ${call.at}`,
			time: call.at,
			failure: { text, reason, attempts },
		});
	}
	return failures.values();
}

/** When something last happened in a group. */
export const lastActivity = ({ createdAt, messages, notices }) =>
	[createdAt, messages.at(-1)?.time ?? '', notices.at(-1)?.time ?? ''].sort().at(-1);

/** The latest reaction of each person to a message. */
export function reactionsTo(group, id) {
	const all = group.messages.filter(({ type, replyTo }) => type === 'reaction' && replyTo === id);
	const latest = new Map(all.map((reaction) => [reaction.from.id, reaction]));
	return [...latest.values()].filter(({ emoji }) => emoji);
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether free text gets through. Always where the provider documents no window. */
export function isWindowOpen({ messages, writtenBefore }, { keepWindow, windowClosed }) {
	if (windowClosed) return false;
	if (!keepWindow) return true;
	const last = messages.findLast(({ fromBusiness }) => !fromBusiness)?.time ?? writtenBefore;
	return last !== null && Date.now() - Date.parse(last) < dayMs;
}
