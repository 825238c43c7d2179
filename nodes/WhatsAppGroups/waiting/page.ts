/** The page behind the link of a question. It has no script, so it works wherever a browser does. */
import type { Decision } from './decision';
import type { Question } from './Question';

const STYLE = `
:root { color-scheme: light dark; --back: #f4f5f4; --card: #fff; --ink: #1c2420; --faint: #5d6862; --line: #d5dbd7; --yes: #0f7a4d; --no: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --back: #121714; --card: #1d2420; --ink: #e8edea; --faint: #a3aea8; --line: #38423c; --yes: #3fbf85; --no: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; background: var(--back); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 30rem; padding: 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1rem; color: var(--faint); }
.question { margin: 0 0 1.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: .75rem; }
label { flex: 1 0 100%; }
textarea { width: 100%; margin-top: .25rem; padding: .75rem; font: inherit; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: .5rem; }
button { flex: 1; min-height: 3rem; padding: .5rem 1rem; font: inherit; font-weight: 600; color: var(--yes); background: transparent; border: 2px solid currentColor; border-radius: .75rem; cursor: pointer; overflow-wrap: anywhere; }
button.no { color: var(--no); }
:focus-visible { outline: 3px solid var(--faint); outline-offset: 2px; }`;

/** Characters of a text answer, as in a message. */
export const TEXT_LIMIT = 4096;

/** Shows the question and how to answer it. `hint` says why an answer wasn't accepted. */
export function questionPage(question: Question, hint = ''): string {
	const { message, hasLink } = question;
	const content = hasLink
		? `${hint && `<p role="alert">${escaped(hint)}</p>`}<form method="post">${inputs(question)}</form>`
		: '<p>Answer in the WhatsApp group.</p>';
	return page('Question', `<p class="question" dir="auto">${escaped(message)}</p>${content}`);
}

/** Shows the question and the answer that decided. */
export function answeredPage(question: Question, { approved, text }: Decision): string {
	const { message, approveWords, declineWords } = question;
	const [word = ''] = approved ? approveWords : declineWords;
	const answer = approved === null ? (text ?? '') : capitalized(word);
	return page(
		'Thank you',
		`<p class="question" dir="auto">${escaped(message)}</p><p>The answer is <strong><bdi>${escaped(answer)}</bdi></strong>.</p>`,
	);
}

/** Shows one sentence. */
export function noticePage(sentence: string): string {
	return page('WhatsApp group', `<p>${escaped(sentence)}</p>`);
}

function inputs({ responseType, approveWords, declineWords }: Question): string {
	if (responseType === 'freeText') {
		return `<label>Your answer<textarea name="text" dir="auto" rows="4" maxlength="${TEXT_LIMIT}" required autofocus></textarea></label><button>Send</button>`;
	}
	const button = (value: string, word = '') =>
		`<button name="answer" value="${value}" class="${value}">${escaped(capitalized(word))}</button>`;
	return button('yes', approveWords[0]) + button('no', declineWords[0]);
}

function page(title: string, content: string): string {
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;
}

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
