import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { startModel, type ChatRequest, type Turn } from '../support/model';
import { ana } from '../support/stage';
import { rowsOf, runSample, withActive, type Story } from '../support/story';

const example = 'photos-and-voice-to-a-table';
const read = 'Delivery note 8842, received';
const heard = 'Number 8843 is delivered';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const message = { type: 'message', content: [{ type: 'output_text', text: read }] };
	const model = await startModel(facts, {
		'/v1/responses': { output: [{ type: 'reasoning' }, message] },
		'/v1/audio/transcriptions': { text: heard },
	});
	try {
		const { id: key, name } = await stage.n8n.saveCredential({
			name: `Model ${model.url}`,
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const change = ({ nodes }: WorkflowDraft) => {
			const asking = nodes.filter(({ type }) => /openai/i.test(type));
			for (const node of asking) node.credentials = { openAiApi: { id: key, name } };
		};
		await withActive(
			stage,
			provider,
			example,
			async (workflow) => {
				const sampleGroup = await runSample(stage, provider, example, change);
				expect(await stage.answersIn(provider, sampleGroup)).toEqual(['Delivery 8842, noted']);
				const { id } = await stage.createGroup(provider);
				const answered = async (text: string) =>
					await until(`“${text}” in the group`, async () =>
						(await sandbox.group(id)).messages.find((one) => one.text === text),
					);

				await sandbox.write(id, ana.id, 'On my way');
				const photo = await sandbox.sendFile(id, ana.id, 'image');
				const { replyTo } = await answered('Delivery 8842, noted');
				expect(replyTo).toBe(provider === 'a1Base' ? null : photo.id);
				await sandbox.sendFile(id, ana.id, 'audio');
				await answered('Delivery 8843, noted');

				expect(await stage.settledExecutions(provider, workflow)).toHaveLength(2);
				expect(await rowsOf(stage, provider, 'WhatsApp deliveries')).toMatchObject([
					{ delivery: '8842', status: 'received', sender: 'Sample', groupId: sampleGroup },
					{ delivery: '8842', status: 'received', sender: 'Ana', groupId: id },
					{ delivery: '8843', status: 'delivered', sender: 'Ana', groupId: id },
				]);
			},
			change,
		);
	} finally {
		model.close();
	}
};

/** As a model would: finds the number and the status in what was read or heard. */
function facts({ messages }: ChatRequest): Turn {
	const found = JSON.stringify(messages).includes(heard)
		? { delivery: '8843', status: 'delivered' }
		: { delivery: '8842', status: 'received' };
	return { text: JSON.stringify(found) };
}
