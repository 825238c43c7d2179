/** n8n in queue mode: one process registers webhooks, another one receives, and workers run. */
import type { Workflow } from '../../../demo/n8nTypes';
import { providerNames, type ProviderName } from '../../../demo/providers';
import { byId, resultOf } from '../../e2e/support/actions';
import { ana, Stage } from '../../e2e/support/stage';
import type { Suite } from '../support/queueMode';

export const acrossProcesses: Suite = (n8n) => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await Stage.create(n8n().running);
	});
	afterAll(async () => await stage?.close());

	// A1Base's webhook is set by hand, and it accepts only links to files.
	const registering = providerNames.filter((name) => name !== 'a1Base');

	describe.each(registering)('%s', (provider) => {
		it('a picture that one process received is sent back by another', async () => {
			const trigger = { options: { downloadMedia: true } };
			const workflow = await stage.importExample(provider, trigger, {
				messageType: 'media',
				mediaSource: 'binary',
				binaryPropertyName: 'data',
			});
			await stage.activate(provider, workflow);
			const { id } = await stage.createGroup(provider);

			await stage.at(provider).sendFile(id, ana.id, 'image');

			await stage.answersIn(provider, id);
			const { messages } = await stage.at(provider).group(id);
			expect(messages.find(({ fromBusiness }) => fromBusiness)).toMatchObject({
				type: 'image',
				media: { mimeType: 'image/jpeg' },
			});

			await stage.n8n.deactivate(workflow.id);
			// 360dialog can't be left without a webhook, so its address stays.
			const remaining = provider === 'dialog360' ? 1 : 0;
			expect(await stage.at(provider).webhooks()).toHaveLength(remaining);
		});
	});

	it('a1Base: a message that one process received is answered by another', async () => {
		const workflow = await stage.importExample('a1Base');
		await stage.activate('a1Base', workflow);
		const { id } = await stage.createGroup('a1Base');

		await stage.at('a1Base').write(id, ana.id, 'Hello');

		expect(await stage.answersIn('a1Base', id)).toEqual(['Thank you, Ana! You wrote: Hello']);
		await stage.n8n.deactivate(workflow.id);
	});

	it('the main process is killed and starts again: every registration stays, and deliveries are believed', async () => {
		const workflows = new Map<ProviderName, Workflow>();
		for (const provider of registering) {
			const workflow = await stage.importExample(provider);
			await stage.activate(provider, workflow);
			workflows.set(provider, workflow);
		}
		const registrations = async () =>
			await Promise.all(registering.map(async (provider) => await stage.at(provider).webhooks()));
		const before = await registrations();
		const expectAnswers = async (text: string) => {
			for (const provider of registering) {
				const { id } = await stage.createGroup(provider);
				await stage.at(provider).write(id, ana.id, text);
				expect(await stage.answersIn(provider, id)).toEqual([`Thank you, Ana! You wrote: ${text}`]);
			}
		};

		await n8n().main.kill();
		await expectAnswers('While it is down');
		await n8n().main.start();
		await expectAnswers('After it came back');

		expect(await registrations()).toEqual(before);
		for (const [provider, workflow] of workflows) {
			const sandbox = stage.at(provider);
			// The webhook process, which was not killed, remembers it.
			await sandbox.repeat((await sandbox.deliveries()).at(-1)!);
			expect(await stage.settledExecutions(provider, workflow)).toHaveLength(2);
			await stage.n8n.deactivate(workflow.id);
			expect(await sandbox.webhooks()).toHaveLength(provider === 'dialog360' ? 1 : 0);
		}
	});

	it('an error of a worker reads as in one process', async () => {
		const credential = await stage.credential('dialog360');
		const { error } = await resultOf(stage, 'dialog360', credential, {
			Send: { resource: 'message', operation: 'send', group: byId('unknown-group'), text: 'Hello' },
		});
		expect(error).toMatchObject({ message: expect.stringContaining('group') });
	});
};
