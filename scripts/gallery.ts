/** The gallery in `docs/examples.md`, from the examples and their notes. */
import { providersFor } from '../demo/capabilities';
import { moreExamples, providersWithFile, readExample, readWorkflow } from '../demo/examples';
import type { WorkflowDraft } from '../demo/n8nTypes';
import { providerNames, providers } from '../demo/providers';

/** An example, its files in `examples/`, and the name of its pictures in `docs/pictures/examples/`. */
interface Entry {
	draft: WorkflowDraft;
	files: Array<{ label: string; name: string }>;
	picture: string;
	runsOn: string;
}

/** Its group exists only while the check runs. */
const withoutChat = ['check-my-number'];

/** An entry for each example. `npm run pictures` takes the pictures. */
export function gallery(): string {
	const entries = [firstEntry(), ...moreExamples().map(entryOf)];
	return `\n${entries.map(shown).join('\n')}\n`;
}

/** One file for each provider, because each has its own first steps. */
function firstEntry(): Entry {
	const draft = readExample('dialog360');
	const name = draft.name.replace(/ \(.*/, '');
	return {
		draft: { ...draft, name },
		files: filesFor('answer-in-group'),
		picture: 'answer-in-group.dialog360',
		runsOn: 'all providers',
	};
}

function entryOf(name: string): Entry {
	const draft = readWorkflow(name);
	const able = providersFor(draft);
	const runsOn =
		able.length === providerNames.length
			? 'all providers'
			: able.map((provider) => providers[provider].label).join(', ');
	const others = filesFor(name);
	const label = others.length > 0 ? providers.dialog360.label : `${name}.json`;
	return { draft, files: [{ label, name }, ...others], picture: name, runsOn };
}

/** The files of an example for a single provider. */
function filesFor(example: string): Entry['files'] {
	return providersWithFile(example).map((provider) => ({
		label: providers[provider].label,
		name: `${example}.${provider}`,
	}));
}

function shown({ draft, files, picture, runsOn }: Entry): string {
	const links = files.map(({ label, name }) => `[${label}](../examples/${name}.json)`);
	const pictures = [`![The workflow "${draft.name}"](pictures/examples/${picture}.jpg)`];
	if (!withoutChat.includes(picture)) {
		pictures.push(`![The chat](pictures/examples/${picture}-chat.jpg)`);
	}
	return `## ${draft.name}

${summaryOf(draft)}

Runs on ${runsOn}. Import ${links.join(', ')}.

${pictures.join('\n\n')}
`;
}

/** The first paragraph of the note: who it is for, and what happens. */
function summaryOf({ name, nodes }: WorkflowDraft): string {
	const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const paragraph = /^#+ .+\n+(.+)/.exec(String(note?.parameters.content))?.[1];
	if (!paragraph) throw new Error(`The note of "${name}" doesn't open with what it is for`);
	return paragraph;
}
