import type { N8nProcess } from '../../demo/n8nProcess';
import { moreExamples, readWorkflow } from '../../demo/examples';
import { N8nClient } from '../../demo/n8nClient';
import { findN8n } from '../../demo/n8nInstall';
import { nodesOf } from '../../demo/n8nNodes';
import { providerNames } from '../../demo/providers';
import { SandboxClient } from '../../demo/sandboxClient';
import { setUp } from '../../demo/setUp';
import { until } from '../../demo/until';
import { startSandbox, type Sandbox } from '../../sandbox';
import { startFreshN8n } from './support/freshN8n';
import { ana } from './support/stage';

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
it.each(['first', 'second'])(
	'starts what answers its message to try, at the %s start',
	async () => {
		expect(await setUp(n8n.url, sandbox, nodesOf(findN8n()!))).toEqual([]);

		const workflows = await client.workflows();
		expect(workflows).toHaveLength(moreExamples().length + providerNames.length);
		const published = workflows.filter(({ active }) => active).map(({ name }) => name);
		expect(published).toContain(readWorkflow('members-only').name);
		// These need a model, and a workflow to call.
		expect(published).not.toContain(readWorkflow('assistant-in-the-group').name);
		expect(published).not.toContain(readWorkflow('one-number-many-workflows').name);
		expect(workflows.slice(0, published.length).every(({ active }) => active)).toBe(true);

		const tried: string[] = [];
		for (const provider of providerNames) {
			const phone = new SandboxClient(sandbox.url, provider);
			const { id } = (await phone.groups())[0]!;
			for (const { text, example } of await phone.messagesToTry()) {
				const workflow = workflows.find(({ name }) => name === example)!;
				const before = await client.executionCount(workflow.id);
				await phone.write(id, ana.id, text);
				await until(`“${example}” to run`, async () => {
					return (await client.executionCount(workflow.id)) > before;
				});
				tried.push(example);
			}
			const fromBusiness = async () =>
				(await phone.group(id)).messages.filter((message) => message.fromBusiness).length;
			await until('an answer', async () => (await fromBusiness()) > 0);
		}
		expect(tried).toContain(readWorkflow('answer-a-keyword').name);
		expect(new Set(tried).size).toBeGreaterThan(providerNames.length);
	},
);
