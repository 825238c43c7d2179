import { pinnedIn } from '../../demo/fillIn';
import { providerNames } from '../../demo/providers';
import { ana, useStage, type Stage } from './support/stage';
import { run } from './support/story';

jest.setTimeout(120_000);

let stage: Stage;
useStage((given) => (stage = given));

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

	it('answers at once where its sample comes from', async () => {
		const group = await stage.createGroup(provider);
		const workflow = await stage.importNamed(`answer-in-group.${provider}`, provider, (draft) => {
			draft.pinData = pinnedIn(group, draft);
		});

		await run(stage, workflow, 'Message in a Group', 'Answer in the Group');

		expect(await stage.answersIn(provider, group.id)).toEqual(['Thank you, Sample! You wrote: Hi']);
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
