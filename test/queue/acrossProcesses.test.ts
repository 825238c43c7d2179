/** n8n in queue mode: one process registers webhooks, another one receives, and workers run. */
import axios from 'axios';
import type { IBinaryData } from 'n8n-workflow';
import { triggerOf } from '../../demo/examples';
import { providerNames } from '../../demo/providers';
import { sampleFile } from '../../sandbox/world/files';
import { byId, resultOf } from '../e2e/support/actions';
import { ana, Stage } from '../e2e/support/stage';
import { QueueMode } from './support/queueMode';
import { hasServices } from './support/services';

jest.setTimeout(240_000);

(hasServices ? describe : describe.skip)('queue mode', () => {
	let n8n: QueueMode;
	let stage: Stage;
	beforeAll(async () => {
		n8n = await QueueMode.start('queue-mode', 2);
		stage = await Stage.create(n8n.running);
	});
	afterAll(async () => {
		await stage?.close();
		await n8n?.stop();
	});

	describe.each(providerNames)('%s', (provider) => {
		it('a message with a picture is received by one process and answered by another', async () => {
			const trigger = { options: { downloadMedia: true } };
			const workflow = await stage.importExample(provider, trigger);
			await stage.activate(provider, workflow);
			const { id } = await stage.createGroup(provider);

			await stage.at(provider).sendFile(id, ana.id, 'image');

			expect(await stage.answersIn(provider, id)).toEqual(['Thank you, Ana! You wrote: image']);
			const [summary] = await stage.settledExecutions(provider, workflow);
			const { data } = await stage.n8n.finishedExecution(summary.id);
			const [run] = data.resultData.runData[triggerOf(workflow)?.name ?? ''];
			const file = run.data?.main[0]?.[0].binary?.data as IBinaryData;
			expect(file.mimeType).toBe('image/jpeg');
			expect(await bytesOf(file)).toEqual(sampleFile('photo.jpg')?.bytes);

			await stage.n8n.deactivate(workflow.id);
			expect(await stage.at(provider).webhooks()).toEqual([]);
		});
	});

	it('an error of a worker reads as in one process', async () => {
		const credential = await stage.credential('dialog360');
		const { error } = await resultOf(stage, 'dialog360', credential, {
			Send: { resource: 'message', operation: 'send', group: byId('unknown-group'), text: 'Hello' },
		});
		expect(error).toMatchObject({ message: expect.stringContaining('group') });
	});

	async function bytesOf({ id }: IBinaryData): Promise<Buffer> {
		const { data } = await axios.get(`${n8n.running.url}/rest/binary-data`, {
			params: { id, action: 'download' },
			headers: { Cookie: n8n.running.cookie },
			responseType: 'arraybuffer',
		});
		return Buffer.from(data);
	}
});
