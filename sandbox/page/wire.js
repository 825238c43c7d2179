import { callOutcome, callWords, groupOfCall, messageOfCall } from './words/calls.js';
import { deliveryOutcome, deliveryWords, reportsFailure } from './words/deliveries.js';

/**
 * Returns the rows of the log, the newest first: calls and webhooks about the same message are one row.
 * A row is `{ key, time, entries, outcome }`, with its first trouble as the outcome. An entry is
 * `{ key, time, toN8n, what, where, outcome, call | delivery }`.
 */
export function rowsOf({ calls, deliveries, groups, directMessages }) {
	const messages = groups.flatMap((group) => [...group.messages, ...group.failed]);
	messages.push(...directMessages.map(({ message }) => message));
	const rows = new Map();
	const add = (messageId, entry) => {
		const key = messageId ?? entry.key;
		if (!rows.has(key)) rows.set(key, { key, time: entry.time, entries: [] });
		rows.get(key).entries.push(entry);
	};
	for (const [index, call] of calls.entries()) {
		const message = messageOfCall(call, messages);
		add(message?.fromBusiness && message.id, {
			key: `${call.at} ${index}`,
			time: call.at,
			toN8n: false,
			what: callWords(call, message),
			where: groupOfCall(call, groups)?.subject,
			outcome: callOutcome(call),
			call,
		});
	}
	for (const delivery of deliveries) {
		const { groupId, messageId } = delivery.facts;
		const message = messages.find(({ id }) => id === messageId);
		add(messageId, {
			key: delivery.id,
			time: delivery.at,
			toN8n: true,
			what: deliveryWords(delivery, message),
			where: groups.find(({ id }) => id === groupId)?.subject,
			outcome: deliveryOutcome(delivery),
			delivery,
		});
	}
	return [...rows.values()]
		.map((row) => ({ ...row, outcome: outcomeOf(row.entries) }))
		.sort((one, other) => other.time.localeCompare(one.time));
}

function outcomeOf(entries) {
	const trouble = entries.find(({ outcome }) => outcome.kind === 'bad');
	if (trouble) return trouble.outcome;
	const failure = entries.find(({ delivery }) => delivery && reportsFailure(delivery));
	return failure ? { words: failure.what, kind: 'bad' } : entries[0].outcome;
}
