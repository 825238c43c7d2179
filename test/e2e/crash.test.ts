/** An n8n of this file's own, which is killed as by a power cut. */
import { readWorkflow, triggerOf } from '../../demo/examples';
import type { N8nProcess } from '../../demo/n8nProcess';
import type { Workflow } from '../../demo/n8nTypes';
import { until } from '../../demo/until';
import { afterTrigger } from './support/afterTrigger';
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

it('Meta, which has one place: if the editor had it, publishing again gives it back', async () => {
	const workflow = await stage.importExample('metaCloud');
	await stage.activate('metaCloud', workflow);
	const addresses = async () => (await stage.at('metaCloud').webhooks()).map(({ url }) => url);
	await stage.n8n.listen(workflow.id, triggerOf(workflow)!.name);
	expect(await addresses()).toEqual([stage.testUrl(workflow)]);

	await crash();

	await stage.n8n.deactivate(workflow.id);
	await stage.activate('metaCloud', workflow);
	expect(await addresses()).toEqual([stage.productionUrl(workflow)]);
	await stage.n8n.deactivate(workflow.id);
	expect(await addresses()).toEqual([]);
});

it('a delivery that is repeated afterwards starts a second run, which Remove Duplicates ends', async () => {
	const provider = 'oneMsg';
	const sandbox = stage.at(provider);
	const plain = await stage.importExample(provider, { onOccupied: 'addBeside' });
	const exact = await stage.importExample(provider, { onOccupied: 'addBeside' });
	const { nodes } = await readWorkflow('one-number-many-workflows');
	const seenBefore = nodes.find(({ type }) => type === 'n8n-nodes-base.removeDuplicates')!;
	await stage.n8n.saveWorkflow(afterTrigger(exact, seenBefore));
	for (const workflow of [plain, exact]) await stage.activate(provider, workflow);
	const { id } = await stage.createGroup(provider);
	const answers = async () =>
		(await sandbox.group(id)).messages.filter(({ fromBusiness }) => fromBusiness).length;
	const runs = async () =>
		await Promise.all(
			[plain, exact].map(
				async (workflow) => (await stage.settledExecutions(provider, workflow)).length,
			),
		);
	await sandbox.write(id, ana.id, 'Once');
	await until('an answer of each', async () => (await answers()) === 2);
	const deliveries = (await sandbox.deliveries()).filter(
		({ about, body, state }) =>
			about === 'messageReceived' && state === 'delivered' && JSON.stringify(body).includes(id),
	);
	expect(deliveries).toHaveLength(2);
	const repeat = async () => {
		for (const delivery of deliveries) await sandbox.repeat(delivery);
	};

	await repeat();
	expect(await runs()).toEqual([1, 1]);
	await crash();
	await repeat();

	await until('a second run of each', async () => (await runs()).join() === '2,2');
	expect(await answers()).toBe(3);
	for (const workflow of [plain, exact]) await stage.n8n.deactivate(workflow.id);
});
