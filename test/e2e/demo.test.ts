import type { N8nProcess } from '../../demo/n8nProcess';
import { moreExamples, readWorkflow } from '../../demo/examples';
import { N8nClient } from '../../demo/n8nClient';
import { findN8n } from '../../demo/n8nInstall';
import { nodesOf } from '../../demo/n8nNodes';
import type { Workflow } from '../../demo/n8nTypes';
import { providerNames } from '../../demo/providers';
import { SandboxClient } from '../../demo/sandboxClient';
import { participants, setUp } from '../../demo/setUp';
import { until } from '../../demo/until';
import { startSandbox, type Sandbox } from '../../sandbox';
import { startFreshN8n } from './support/freshN8n';

jest.setTimeout(180_000);

let n8n: N8nProcess;
let client: N8nClient;
let sandbox: Sandbox;
beforeAll(async () => {
	const { process, running } = await startFreshN8n('e2e-demo');
	n8n = process;
	client = new N8nClient(running.url, running.cookie);
});
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => await sandbox.close());
afterAll(async () => await n8n.stop());

// The sandbox forgets its groups, but n8n keeps its workflows.
it.each(['first', 'second'])('publishes what needs nothing else, at the %s start', async () => {
	expect(await setUp(n8n.url, sandbox, nodesOf(findN8n()!))).toEqual([]);

	const workflows = await client.workflows();
	expect(workflows).toHaveLength(moreExamples().length + providerNames.length);
	const published = workflows.filter(({ active }) => active).map(({ name }) => name);
	expect(published).toContain(readWorkflow('members-only').name);
	// These need a model, and a workflow to call.
	expect(published).not.toContain(readWorkflow('assistant-in-the-group').name);
	expect(published).not.toContain(readWorkflow('one-number-many-workflows').name);
});

it('gives each message to try one answer, also at the next start', async () => {
	await setUp(n8n.url, sandbox, nodesOf(findN8n()!));

	const sandboxes = providerNames.map((provider) => new SandboxClient(sandbox.url, provider));
	const answers: string[] = [];
	for (const phones of sandboxes) {
		for (const { text, example, groupId = '' } of await phones.tryOut()) {
			await phones.write(groupId, participants[0]!.id, text);
			const answer = await until(`an answer of ${example}`, async () => {
				return (await phones.group(groupId)).messages[1]?.text;
			});
			answers.push(answer);
		}
	}
	expect(answers).toContainEqual(expect.stringMatching(/^Deploy: the web shop\?/));

	await Promise.all((await client.workflows()).map(({ id }) => settled(id)));
	const groups = (await Promise.all(sandboxes.map(async (one) => await one.groups()))).flat();
	const written = groups.map(({ messages }) => messages.length).filter((count) => count > 0);
	expect(written).toEqual(answers.map(() => 2));
});

it('leaves a change that the user has not published a draft', async () => {
	const { name } = readWorkflow('answer-a-keyword');
	const { id } = (await client.workflows()).find((workflow) => workflow.name === name)!;
	const before = await client.workflow(id);
	const textOf = ({ nodes }: Pick<Workflow, 'nodes'>) =>
		nodes.find((node) => node.name === 'Answer in the Group')?.parameters.text;
	const nodes = structuredClone(before.nodes);
	nodes.find((node) => node.name === 'Answer in the Group')!.parameters.text = 'My own draft';
	await client.saveWorkflow({ ...before, nodes });

	await setUp(n8n.url, sandbox, nodesOf(findN8n()!));

	const after = await client.workflow(id);
	expect(textOf(after)).toBe('My own draft');
	expect(after.active).toBe(true);
	expect(textOf(after.activeVersion!)).toBe(textOf(before));
	const trigger = (workflow: Pick<Workflow, 'nodes'>) =>
		workflow.nodes.map(({ parameters }) => parameters.groups);
	expect(trigger(after.activeVersion!)).toEqual(trigger(after));
	expect(trigger(after)).not.toEqual(trigger(before));
});

/** Waits until no execution runs. One that asks a group keeps waiting. */
async function settled(workflowId: string): Promise<void> {
	await until('executions to end', async () =>
		(await client.executions(workflowId)).every(
			({ status, stoppedAt }) => status === 'waiting' || stoppedAt,
		),
	);
}
