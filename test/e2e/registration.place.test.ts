/** A trigger keeps its place: where there is only one, and while its workflow is saved. */
import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { triggerOf } from '../../demo/examples';
import type { Workflow } from '../../demo/n8nTypes';
import type { ProviderName } from '../../demo/providers';
import { until } from '../../demo/until';
import { afterTrigger } from './support/afterTrigger';
import { ana, useStage, type Stage } from './support/stage';

jest.setTimeout(180_000);

let stage: Stage;
useStage((given) => (stage = given));

const registered = async (provider: ProviderName) =>
	(await stage.at(provider).webhooks()).map(({ url }) => url.split('?')[0]);

const answersTo = async (provider: ProviderName, text: string) => {
	const { id } = await stage.createGroup(provider);
	await stage.at(provider).write(id, ana.id, text);
	return await stage.answersIn(provider, id);
};

describe('Meta, which has one place for each number', () => {
	const modesOf = async (workflow: Workflow) =>
		(await stage.settledExecutions('metaCloud', workflow)).map(({ mode }) => mode).sort();

	it("has our override while the workflow is published, and n8n answers Meta's check", async () => {
		const workflow = await stage.importExample('metaCloud');
		await stage.activate('metaCloud', workflow);
		const url = stage.productionUrl(workflow);
		expect(await registered('metaCloud')).toEqual([url]);

		const { verifyToken } = stage.sandbox.accounts.metaCloud;
		const check = async (token: string) => {
			const params = { 'hub.mode': 'subscribe', 'hub.challenge': '7', 'hub.verify_token': token };
			const { status, data } = await axios.get(url, { params, validateStatus: null });
			return { status, data };
		};
		expect(await check(verifyToken)).toEqual({ status: 200, data: 7 });
		expect(await check('another')).toMatchObject({ status: 401 });
		expect(await answersTo('metaCloud', 'Hello')).toEqual(['Thank you, Ana! You wrote: Hello']);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('metaCloud')).toEqual([]);
	});

	it('has the override of the workflow before again, when the one that replaced it is unpublished', async () => {
		const [first, second] = [
			await stage.importExample('metaCloud'),
			await stage.importExample('metaCloud', { onOccupied: 'replace' }),
		];
		await stage.activate('metaCloud', first);
		await stage.activate('metaCloud', second);
		expect(await registered('metaCloud')).toEqual([stage.productionUrl(second)]);

		await stage.n8n.deactivate(second.id);

		expect(await registered('metaCloud')).toEqual([stage.productionUrl(first)]);
		expect(await answersTo('metaCloud', 'To the first')).toHaveLength(1);
		expect(await modesOf(second)).toEqual([]);
		await stage.n8n.deactivate(first.id);
		expect(await registered('metaCloud')).toEqual([]);
	});

	it('has the override of production again when the editor has listened', async () => {
		const workflow = await stage.importExample('metaCloud');
		const trigger = triggerOf(workflow)!.name;
		await stage.activate('metaCloud', workflow);
		const isProductions = async () =>
			(await registered('metaCloud')).join() === stage.productionUrl(workflow);

		// Listened, and went back.
		await stage.n8n.listen(workflow.id, trigger);
		expect(await registered('metaCloud')).toEqual([stage.testUrl(workflow)]);
		await stage.n8n.stopListening(workflow.id);
		await until('the override of production', isProductions);
		expect(await answersTo('metaCloud', 'To production')).toHaveLength(1);
		expect(await modesOf(workflow)).toEqual(['webhook']);

		// Listened until an event came, which only the editor got.
		await stage.n8n.listen(workflow.id, trigger);
		expect(await answersTo('metaCloud', 'To the editor')).toHaveLength(1);
		await until('the override of production', isProductions);
		expect(await modesOf(workflow)).toEqual(['manual', 'webhook']);

		expect(await answersTo('metaCloud', 'To production again')).toHaveLength(1);
		expect(await modesOf(workflow)).toEqual(['manual', 'webhook', 'webhook']);
		await stage.n8n.deactivate(workflow.id);
	});
});

describe('a workflow that is saved while it works', () => {
	/** The example with a secret of the node's own, and a step before the answer if there is code for it. */
	const published = async (provider: ProviderName, options: object, jsCode?: string) => {
		const { name, type, data } = await stage.credential(provider);
		const example = await stage.importExample(provider, { options });
		await stage.n8n.saveCredential({ name, type, data: { ...data, webhookSecret: '' } });
		if (jsCode !== undefined) {
			await stage.n8n.saveWorkflow(afterTrigger(example, codeNode(jsCode)));
		}
		await stage.activate(provider, example);
		return example;
	};

	const codeNode = (jsCode: string): INode => ({
		id: 'remember',
		name: 'Remember',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		position: [110, 200],
		parameters: { jsCode },
	});

	/** Changes the trigger and publishes the workflow, so that n8n registers the trigger again. */
	const saveAgain = async (provider: ProviderName, { id }: Workflow) => {
		const writes = async () =>
			(await stage.at(provider).calls()).filter(({ method }) => method === 'POST').length;
		const before = await writes();
		const workflow = await stage.n8n.workflow(id);
		Object.assign(triggerOf(workflow)!.parameters, { filters: { keywords: '/./' } });
		await stage.n8n.saveWorkflow(workflow);
		await stage.n8n.activate(id);
		expect(await writes()).toBeGreaterThan(before);
	};

	const expectBelieved = async (provider: ProviderName, workflow: Workflow) => {
		const before = (await stage.settledExecutions(provider, workflow)).length;
		for (const text of ['One', 'Two']) {
			expect(await answersTo(provider, text)).toEqual([`Thank you, Ana! You wrote: ${text}`]);
		}
		expect(await stage.settledExecutions(provider, workflow)).toHaveLength(before + 2);
		const statuses = (await stage.at(provider).deliveries()).flatMap(({ attempts }) =>
			attempts.map(({ status }) => status),
		);
		expect(new Set(statuses)).toEqual(new Set([200]));
		await stage.n8n.deactivate(workflow.id);
	};

	it('360dialog: deliveries are still believed if a file arrived meanwhile', async () => {
		const sandbox = stage.at('dialog360');
		const workflow = await published('dialog360', { downloadMedia: true });
		const { id } = await stage.createGroup('dialog360');

		await sandbox.changeSettings({ answerDelayMs: 12_000 });
		await sandbox.sendFile(id, ana.id, 'image');
		await until('the delivery to be answered', async () =>
			(await sandbox.deliveries()).some(({ state }) => state === 'delivered'),
		);
		await sandbox.changeSettings({ answerDelayMs: 0 });
		await saveAgain('dialog360', workflow);
		expect(await stage.n8n.executions(workflow.id)).toEqual([]);

		await stage.answersIn('dialog360', id);
		await expectBelieved('dialog360', workflow);
	});

	it('1MSG: deliveries are still believed if a run wrote static data meanwhile', async () => {
		// At its end, n8n saves all of the static data that it read at its beginning.
		const workflow = await published(
			'oneMsg',
			{},
			`await new Promise((resolve) => setTimeout(resolve, 10_000));
			$getWorkflowStaticData('global').last = Date.now();
			return $input.all();`,
		);
		const { id } = await stage.createGroup('oneMsg');

		await stage.at('oneMsg').write(id, ana.id, 'Slowly');
		await until('a run', async () => (await stage.n8n.executions(workflow.id)).length === 1);
		await saveAgain('oneMsg', workflow);
		expect(await stage.n8n.executions(workflow.id)).toMatchObject([{ stoppedAt: null }]);

		await stage.answersIn('oneMsg', id);
		await expectBelieved('oneMsg', workflow);
	});
});
