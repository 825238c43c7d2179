import { providerNames } from '../../demo/providers';
import { ana, Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeEach(async () => {
	stage = await Stage.create();
});
afterEach(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	await stage.close();
});

describe.each(providerNames)('the example for %s', (provider) => {
	it('answers a participant in the group, once', async () => {
		const workflow = await stage.importExample(provider);
		await stage.activate(provider, workflow);
		const { id } = await stage.createGroup(provider);

		await stage.at(provider).write(id, ana.id, 'ping');

		expect(await stage.answersIn(provider, id)).toEqual(['Thank you, Ana! You wrote: ping']);
		const executions = await stage.settledExecutions(provider, workflow);
		expect(executions).toMatchObject([{ status: 'success', mode: 'webhook' }]);
		await stage.n8n.deactivate(workflow.id);
	});

	it('is quiet once it is deactivated', async () => {
		const workflow = await stage.importExample(provider);
		await stage.activate(provider, workflow);
		await stage.n8n.deactivate(workflow.id);
		const { id } = await stage.createGroup(provider);

		await stage.at(provider).write(id, ana.id, 'ping');

		expect(await stage.settledExecutions(provider, workflow)).toEqual([]);
	});
});
