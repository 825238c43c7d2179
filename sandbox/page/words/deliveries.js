import { kinds, summaryOf } from './messages.js';

const listOf = (people) => people.join(', ');

/** Sentences for webhooks, by what they report. */
const sentences = {
	groupCreated: () => 'The group was created',
	groupDeleted: () => 'The group was deleted',
	groupChanged: () => 'The group was changed',
	groupSuspended: () => 'The group was suspended',
	suspensionCleared: () => 'The suspension was lifted',
	participantJoined: (people) => `${people} joined`,
	participantLeft: (people) => `${people} left`,
	participantsRemoved: (people) => `Removed: ${people || 'nobody'}`,
	joinRequested: (people) => `${people} asked to join`,
	joinRequestRevoked: (people) => `${people} withdrew the request to join`,
	messageReceived: (people, message) => `${people} ${deedOf(message)}`,
	messageSent: (_people, message) => `The business ${deedOf(message)}`,
	messageFailed: () => 'Failed for the whole group',
};

const statuses = { sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Failed' };

/** What a webhook reports. `message` may be unknown. */
export function deliveryWords({ about, facts }, message) {
	const people = listOf(facts.people);
	if (about !== 'statusChanged') return sentences[about](people, message);
	if (facts.status === 'sent') return 'Sent to the group';
	const preposition = facts.status === 'read' ? 'by' : facts.status === 'failed' ? 'for' : 'to';
	return `${statuses[facts.status]} ${preposition} ${people}`;
}

function deedOf(message) {
	if (!message) return 'wrote';
	const { type, emoji } = message;
	if (type === 'reaction') return `reacted ${emoji}`;
	if (type === 'edit') return `edited a message: “${summaryOf(message)}”`;
	if (type === 'delete') return 'deleted a message';
	if (type === 'text') return `wrote “${summaryOf(message)}”`;
	const kind = kinds[type] ?? type;
	const summary = summaryOf(message);
	return summary === kind ? `sent: ${kind}` : `sent: ${kind}, ${summary}`;
}

/** Whether a webhook reports that a message failed. */
export const reportsFailure = ({ about, facts }) =>
	about === 'messageFailed' || facts.status === 'failed';

/** How a webhook went: in words, and as `good`, `bad` or neither. */
export function deliveryOutcome({ attempts, state }) {
	const last = attempts.at(-1);
	if (!last) return { words: 'In progress' };
	const trouble = troubleOf(last);
	if (state === 'failed') return { words: `Given up: ${trouble}`, kind: 'bad' };
	if (state === 'pending') return { words: `Retrying: ${trouble}`, kind: 'bad' };
	const failures = attempts.filter(({ status }) => !isAccepted(status)).length;
	const accepted = attempts.length - failures;
	if (accepted > 1) return { words: `Accepted ${accepted} times`, kind: 'good' };
	return { words: failures ? `Accepted at attempt ${attempts.length}` : 'Accepted', kind: 'good' };
}

export const attemptWords = (attempt) =>
	isAccepted(attempt.status) ? `accepted (${attempt.status})` : troubleOf(attempt);

const isAccepted = (status) => status >= 200 && status < 300;

function troubleOf({ status, error }) {
	if (status !== undefined) return `n8n answered ${status}`;
	return error === 'lost on the way' ? 'lost on the way' : "n8n didn't respond";
}
