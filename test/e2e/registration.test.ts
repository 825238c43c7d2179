import { triggerOf } from '../../demo/examples';
import { until } from '../../demo/until';
import { setWebhooksByHand } from './support/vendors';
import { ana, useStage, type Stage } from './support/stage';

jest.setTimeout(180_000);

const theirs = 'https://crm.example.com/hooks/whatsapp';

let stage: Stage;
useStage((given) => (stage = given));

const providers = ['dialog360', 'oneMsg'] as const;

const registered = async (provider: 'dialog360' | 'oneMsg') =>
	(await stage.at(provider).webhooks()).map(({ url }) => url.split('?')[0]);

describe('1MSG', () => {
	it('has our address while the workflow is active, and not after', async () => {
		const workflow = await stage.importExample('oneMsg');
		await stage.activate('oneMsg', workflow);
		expect(await registered('oneMsg')).toEqual([stage.productionUrl(workflow)]);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('oneMsg')).toEqual([]);
	});

	it('keeps what was there beside ours', async () => {
		await setWebhooksByHand(stage.sandbox, 'oneMsg', theirs);
		const workflow = await stage.importExample('oneMsg', { onOccupied: 'addBeside' });
		await stage.activate('oneMsg', workflow);
		expect((await registered('oneMsg')).sort()).toEqual(
			[stage.productionUrl(workflow), theirs].sort(),
		);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('oneMsg')).toEqual([theirs]);
	});
});

describe('360dialog, which cannot be left without a main webhook', () => {
	it('is left alone when somebody else is there, and the refusal says who', async () => {
		await setWebhooksByHand(stage.sandbox, 'dialog360', theirs);
		const workflow = await stage.importExample('dialog360');

		await expect(stage.activate('dialog360', workflow)).rejects.toThrow(theirs);

		expect(await registered('dialog360')).toEqual([theirs]);
		await stage.n8n.deactivate(workflow.id);
		expect(await registered('dialog360')).toEqual([theirs]);
	});

	it('has ours beside another, which still comes first', async () => {
		await setWebhooksByHand(stage.sandbox, 'dialog360', theirs);
		const workflow = await stage.importExample('dialog360', { onOccupied: 'addBeside' });
		await stage.activate('dialog360', workflow);
		expect(await registered('dialog360')).toEqual([theirs, stage.productionUrl(workflow)]);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('dialog360')).toEqual([theirs]);
	});

	it('restores the other address if ours replaced it', async () => {
		await setWebhooksByHand(stage.sandbox, 'dialog360', theirs);
		const workflow = await stage.importExample('dialog360', { onOccupied: 'replace' });
		await stage.activate('dialog360', workflow);
		expect(await registered('dialog360')).toEqual([stage.productionUrl(workflow)]);

		await stage.n8n.deactivate(workflow.id);
		expect(await registered('dialog360')).toEqual([theirs]);
	});

	it('keeps ours when nothing was there before, and the log says so', async () => {
		const workflow = await stage.importExample('dialog360');
		await stage.activate('dialog360', workflow);
		await stage.n8n.deactivate(workflow.id);

		expect(await registered('dialog360')).toEqual([stage.productionUrl(workflow)]);
		expect(await stage.log()).toContain(
			`360dialog still has ${stage.productionUrl(workflow)} as its webhook`,
		);
	});
});

describe.each(providers)('%s', (provider) => {
	const groupWith = async (text: string) => {
		const { id } = await stage.createGroup(provider);
		await stage.at(provider).write(id, ana.id, text);
		return id;
	};

	it('serves two workflows beside each other, and refuses a second that is not to be', async () => {
		const [first, second] = [
			await stage.importExample(provider),
			await stage.importExample(provider, { onOccupied: 'addBeside' }),
		];
		const third = await stage.importExample(provider);
		await stage.activate(provider, first);
		await stage.activate(provider, second);
		const both = [stage.productionUrl(first), stage.productionUrl(second)];
		await expect(stage.activate(provider, third)).rejects.toThrow(both[0]);
		expect(await registered(provider)).toEqual(both);

		await groupWith('To both');
		await until('a run of each', async () => {
			const runs = [await stage.n8n.executions(first.id), await stage.n8n.executions(second.id)];
			return runs.every(({ length }) => length === 1);
		});

		await stage.n8n.deactivate(first.id);
		expect(await registered(provider)).toEqual([both[1]]);
		await stage.answersIn(provider, await groupWith('To the second'));
		expect(await stage.settledExecutions(provider, second)).toHaveLength(2);
		expect(await stage.settledExecutions(provider, first)).toHaveLength(1);
		await stage.n8n.deactivate(second.id);
	});

	it('replaces one workflow by another, and restores it with its secret', async () => {
		const first = await stage.importExample(provider);
		const second = await stage.importExample(provider, { onOccupied: 'replace' });
		await stage.activate(provider, first);
		const before = await stage.at(provider).webhooks();

		await stage.activate(provider, second);
		expect(await registered(provider)).toEqual([stage.productionUrl(second)]);
		await stage.n8n.deactivate(second.id);

		expect(await stage.at(provider).webhooks()).toEqual(before);
		await stage.answersIn(provider, await groupWith('To the first again'));
		await stage.n8n.deactivate(first.id);
	});

	it('is as before when the editor has listened for a test event', async () => {
		const workflow = await stage.importExample(provider);
		const trigger = triggerOf(workflow)!.name;
		await stage.activate(provider, workflow);
		const before = await stage.at(provider).webhooks();
		const isAsBefore = async () =>
			JSON.stringify(await stage.at(provider).webhooks()) === JSON.stringify(before);
		const modes = async () =>
			(await stage.settledExecutions(provider, workflow)).map(({ mode }) => mode).sort();

		// Listened, and went back.
		await stage.n8n.listen(workflow.id, trigger);
		expect(await registered(provider)).toEqual([
			stage.productionUrl(workflow),
			stage.testUrl(workflow),
		]);
		await stage.n8n.stopListening(workflow.id);
		await until('the test address to be gone', isAsBefore);

		// Listened until an event came: the editor got it, and so did the workflow at work.
		await stage.n8n.listen(workflow.id, trigger);
		await groupWith('To the editor, too');
		await until('the test address to be gone', isAsBefore);
		await until('both to run', async () => (await modes()).length === 2);
		expect(await modes()).toEqual(['manual', 'webhook']);

		await stage.answersIn(provider, await groupWith('To production'));
		expect(await modes()).toEqual(['manual', 'webhook', 'webhook']);
		await stage.n8n.deactivate(workflow.id);
	});

	it('is left alone when it cannot be reached: the workflow stops, and the log says what stays', async () => {
		const workflow = await stage.importExample(provider);
		await stage.activate(provider, workflow);
		const credential = await stage.credential(provider);
		const data = { ...credential.data, baseUrl: 'http://127.0.0.1:9' };
		await stage.n8n.saveCredential({ ...credential, data });

		await stage.n8n.deactivate(workflow.id);

		expect((await stage.n8n.workflow(workflow.id)).active).toBe(false);
		const stays = `may still deliver to ${stage.productionUrl(workflow)}`;
		expect(await stage.log()).toContain(stays);

		// Once it can be reached again, one round sets it right.
		await stage.credential(provider);
		await stage.activate(provider, workflow);
		await stage.answersIn(provider, await groupWith('With a new secret'));
		await stage.n8n.deactivate(workflow.id);
		expect(await registered(provider)).toEqual(
			provider === 'oneMsg' ? [] : [stage.productionUrl(workflow)],
		);
	});
});
