import { plain } from './formatting.js';
import { summaryOf } from './messages.js';

/** Each text in a value of JSON. */
function* textsIn(value) {
	if (typeof value === 'string') yield value;
	else if (value && typeof value === 'object') {
		for (const one of Object.values(value)) yield* textsIn(one);
	}
}

export const isSend = ({ operation, body }) => operation.startsWith('send') && !body?.pin;

/** The group that a call names. */
export function groupOfCall({ path, body }, groups) {
	const places = [decodeURIComponent(path), ...textsIn(body)];
	return groups.find(({ id }) => places.some((place) => place.includes(id)));
}

/** The message that a call sent: its response has the ID, or the time if the provider returns no ID. */
export function messageOfCall({ answer }, messages) {
	const texts = new Set(textsIn(answer));
	return messages.find(({ id, time }) => texts.has(id) || texts.has(time));
}

/** What a call does. `message` is the one that it has sent, if it has. */
export function callWords(call, message) {
	const { summary, body } = call;
	if (body?.pin) return body.pin.type === 'pin' ? 'Pin a message' : 'Unpin a message';
	if (isSend(call)) {
		const text = message ? summaryOf(message) : plain(textOfSend(body));
		return text ? `Send “${text}”` : summary;
	}
	return body?.action ? `${summary}: ${body.action}` : summary;
}

/** The text of a message that was not sent, in each provider's form. */
export function textOfSend(body) {
	if (!body) return '';
	const { type, text, content, caption, template } = body;
	if (typeof template === 'string') return `Template ${template}`;
	if (template) return `Template ${template.name}`;
	const texts = [text?.body, body.body, content?.caption, content, body[type]?.caption, caption];
	return texts.find((one) => typeof one === 'string') ?? '';
}

const reasons = {
	400: 'Rejected',
	401: 'Key rejected',
	403: 'Not allowed',
	404: 'Not found',
	422: 'Rejected',
	429: 'Too many requests',
};

/** How a call went: in words, and as `good`, `bad` or neither. */
export function callOutcome({ status, answer, operation }) {
	if (operation === 'getWebhook' && status === 404) return { words: 'None set' };
	if (status === 206) return { words: 'Partly done · 206', kind: 'bad' };
	if (status < 400) {
		if (answer?.jobId) return { words: 'Queued', kind: 'good' };
		return answer?.sent === false
			? { words: 'Not sent', kind: 'bad' }
			: { words: 'Done', kind: 'good' };
	}
	return { words: `${reasons[status] ?? 'Failed'} · ${status}`, kind: 'bad' };
}

/** The provider's reason for a rejected call. */
export function reasonOf({ answer }) {
	const found = [answer?.error?.message, answer?.error, answer?.message, answer?.detail?.[0]?.msg];
	return found.find((one) => typeof one === 'string') ?? '';
}
