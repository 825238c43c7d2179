/** Files of messages in a real n8n: the delivery is answered, then the run has the file. */
import axios from 'axios';
import type { IBinaryData } from 'n8n-workflow';

import { triggerOf } from '../../demo/examples';
import { providerNames } from '../../demo/providers';
import { until } from '../../demo/until';
import { sampleFile } from '../../sandbox/world/files';
import { firstOf } from '../support/firstOf';
import { ana, useStage, type Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
useStage((given) => (stage = given));

describe.each(providerNames)('%s', (provider) => {
	it('a picture comes with its event', async () => {
		const workflow = await stage.importExample(provider, { options: { downloadMedia: true } });
		await stage.activate(provider, workflow);
		const { id } = await stage.createGroup(provider);

		await stage.at(provider).sendFile(id, ana.id, 'image');

		expect(await stage.answersIn(provider, id)).toEqual(['Thank you, Ana! You wrote: image']);
		const summary = firstOf(await stage.settledExecutions(provider, workflow));
		const { data } = await stage.n8n.finishedExecution(summary.id);
		const [run] = data.resultData.runData[triggerOf(workflow)?.name ?? ''] ?? [];
		const item = firstOf(run?.data?.main?.[0] ?? []);
		expect(item.json).toMatchObject({ event: 'message.received', message: { type: 'image' } });
		const file = item.binary?.data as IBinaryData;
		expect(file.mimeType).toBe('image/jpeg');
		expect(await bytesOf(file)).toEqual(sampleFile('photo.jpg')?.bytes);
		await stage.n8n.deactivate(workflow.id);
	});
});

// With these two, fetching a file needs calls that the sandbox can delay. The node waits up to 3 seconds.
it.each(['dialog360', 'metaCloud'] as const)(
	'%s: the delivery is answered before a slow file is downloaded',
	async (provider) => {
		const sandbox = stage.at(provider);
		const workflow = await stage.importExample(provider, { options: { downloadMedia: true } });
		await stage.activate(provider, workflow);
		const { id } = await stage.createGroup(provider);
		const before = (await sandbox.calls()).length;
		await sandbox.changeSettings({ answerDelayMs: 8000 });

		await sandbox.sendFile(id, ana.id, 'image');
		await until('the delivery to be answered', async () =>
			(await sandbox.deliveries()).some(({ state }) => state === 'delivered'),
		);

		expect(await sandbox.calls()).toHaveLength(before);
		await sandbox.changeSettings({ answerDelayMs: 0 });
		expect(await stage.answersIn(provider, id)).toEqual(['Thank you, Ana! You wrote: image']);
		await stage.n8n.deactivate(workflow.id);
	},
);

/** n8n 2 keeps files beside its database, and hands them out to the editor; n8n 1 keeps them in the run. */
async function bytesOf({ id, data: kept }: IBinaryData): Promise<Buffer> {
	if (id === undefined) return Buffer.from(kept, 'base64');
	const { data } = await axios.get(`${stage.running.url}/rest/binary-data`, {
		params: { id, action: 'download' },
		headers: { Cookie: stage.running.cookie },
		responseType: 'arraybuffer',
	});
	return Buffer.from(data);
}
