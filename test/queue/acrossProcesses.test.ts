/** n8n in queue mode: one process registers webhooks, another one receives, and workers run. */
import { providerNames } from '../../demo/providers';
import { byId, resultOf } from '../e2e/support/actions';
import { ana, Stage } from '../e2e/support/stage';
import { startQueueMode, type QueueMode } from './support/queueMode';
import { hasServices } from './support/services';

jest.setTimeout(240_000);

(hasServices ? describe : describe.skip)('queue mode', () => {
	let n8n: QueueMode;
	let stage: Stage;
	beforeAll(async () => {
		n8n = await startQueueMode('queue-mode', 2);
		stage = await Stage.create(n8n.running);
	});
	afterAll(async () => {
		await stage?.close();
		await n8n?.stop();
	});

	// A1Base accepts only links to files.
	describe.each(providerNames.filter((name) => name !== 'a1Base'))('%s', (provider) => {
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

	it('an error of a worker reads as in one process', async () => {
		const credential = await stage.credential('dialog360');
		const { error } = await resultOf(stage, 'dialog360', credential, {
			Send: { resource: 'message', operation: 'send', group: byId('unknown-group'), text: 'Hello' },
		});
		expect(error).toMatchObject({ message: expect.stringContaining('group') });
	});
});
