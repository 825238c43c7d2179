/** An n8n of this file's own, which is killed as by a power cut. */
import { triggerOf } from '../../demo/examples';
import type { N8nProcess } from '../../demo/n8nProcess';
import type { Workflow } from '../../demo/n8nTypes';
import { until } from '../../demo/until';
import { startFreshN8n } from './support/freshN8n';
import { ana, Stage } from './support/stage';
import { setWebhooksByHand } from './support/vendors';

jest.setTimeout(240_000);

const theirs = 'https://crm.example.com/hooks/whatsapp';

let n8n: N8nProcess;
let stage: Stage;
beforeAll(async () => {
	const { process, running } = await startFreshN8n('e2e-crash');
	n8n = process;
	stage = await Stage.create(running);
});
afterAll(async () => {
	expect(await stage?.secretsInLog()).toEqual([]);
	await stage?.close();
	await n8n?.stop();
});

const crash = async () => {
	await n8n.kill();
	await n8n.start();
};

describe.each([
	['dialog360', 'replace', false],
	['oneMsg', 'addBeside', true],
] as const)('%s, while n8n is killed and starts again', (provider, onOccupied, keepsTheirs) => {
	const webhooks = async () => await stage.at(provider).webhooks();
	const addresses = async () => (await webhooks()).map(({ url }) => url.split('?')[0]);
	const answered = async (text: string) => {
		const { id } = await stage.createGroup(provider);
		await stage.at(provider).write(id, ana.id, text);
		return await stage.answersIn(provider, id);
	};

	let workflow: Workflow;

	it('the registration stays, and the next delivery starts a run', async () => {
		await setWebhooksByHand(stage.sandbox, provider, theirs);
		workflow = await stage.importExample(provider, { onOccupied });
		await stage.activate(provider, workflow);
		expect(await answered('Before')).toHaveLength(1);
		const before = await webhooks();
		expect(before).toHaveLength(keepsTheirs ? 2 : 1);

		await crash();

		expect(await answered('After')).toHaveLength(1);
		expect(await webhooks()).toEqual(before);
		expect((await stage.n8n.workflow(workflow.id)).active).toBe(true);
	});

	it('an editor that listened meanwhile does not keep deliveries from the published workflow', async () => {
		const trigger = triggerOf(workflow)!.name;
		const before = await webhooks();
		await stage.n8n.listen(workflow.id, trigger);
		expect(await addresses()).toContain(stage.testUrl(workflow));

		await crash();

		expect(await answered('After listening')).toHaveLength(1);

		// Its webhook is removed the next time that the editor stops listening.
		await stage.n8n.listen(workflow.id, trigger);
		await stage.n8n.stopListening(workflow.id);
		await until('the registration to be as before', async () => {
			return JSON.stringify(await webhooks()) === JSON.stringify(before);
		});
	});

	it('the webhook from before comes back when the workflow is deactivated', async () => {
		await stage.n8n.deactivate(workflow.id);

		expect(await addresses()).toEqual([theirs]);
	});
});
