/** Mistakes in the examples that show only with some messages. */
import { moreExamples, readWorkflow } from '../../../demo/examples';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { providerNames } from '../../../demo/providers';
import { providers } from '../../../nodes/WhatsAppGroups/providers';

const firstExamples = providerNames.map((provider) => `answer-in-group.${provider}`);
const drafts = [...moreExamples(), ...firstExamples].map(readWorkflow);

const nodesOf = ({ nodes }: WorkflowDraft) =>
	nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote');

/** Each text in the parameters of the nodes. */
function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (value && typeof value === 'object') {
		for (const one of Object.values(value)) yield* textsIn(one);
	}
}

const textsOf = (draft: WorkflowDraft) => [
	...textsIn(nodesOf(draft).map(({ parameters }) => parameters)),
];

test.each(drafts)('“$name” reads the caption of a file as the text of a message', (draft) => {
	const withoutCaption = textsOf(draft).filter(
		(text) => /\bmessage\??\.text\b/.test(text) && !/\.caption\b/.test(text),
	);

	// A message of Telegram has a text or a file.
	expect(withoutCaption.filter((text) => !text.includes('message.from.first_name'))).toEqual([]);
});

// `\W` is every letter outside of ASCII, too.
test.each(drafts)('“$name” removes no letters of other alphabets', (draft) => {
	expect(textsOf(draft).filter((text) => /[\^/]\\W[*+]|\\W[*+]\//.test(text))).toEqual([]);
});

test.each(drafts)('the note of “$name” has at most five steps', ({ nodes }) => {
	const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote')!;
	const steps = String(note.parameters.content).match(/^\d+\. /gm) ?? [];

	expect(steps).toEqual(steps.map((_, at) => `${at + 1}. `));
	expect(steps.length).toBeLessThanOrEqual(5);
});

test('“Log all events” logs all events of its provider', () => {
	const [trigger] = nodesOf(readWorkflow('log-all-events'));
	const { provider, events } = trigger!.parameters;

	expect(events).toEqual(providers.find(({ name }) => name === provider)!.events);
});
