import { until } from '../../../demo/until';
import { takeChatPicture } from '../support/gallery';
import type { ChatRequest, Turn } from '../support/model';
import { ana } from '../support/stage';
import { withModel } from '../support/standIns';
import { ben, runSample, withActive, type Story } from '../support/story';

const example = 'assistant-in-the-group';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	await withModel(stage, nextTurn, async (connect, requests) => {
		await withActive(
			stage,
			provider,
			example,
			async (workflow) => {
				const sampleGroup = await runSample(stage, provider, example, connect);
				expect(await stage.answersIn(provider, sampleGroup)).toEqual(['At nine.']);

				const participants = [ana, ben];
				const { id } = await sandbox.createGroup({ subject: 'Launch crew', participants });
				const fromBot = async () =>
					(await sandbox.group(id)).messages.filter(({ fromBusiness }) => fromBusiness);

				await sandbox.write(id, ana.id, 'What a fine day');
				const question = await sandbox.write(id, ana.id, 'Bot, when do we meet?');
				const answer = await until('the answer', async () => (await fromBot())[0]);
				expect(answer).toMatchObject({
					text: 'At nine.',
					replyTo: provider === 'a1Base' ? null : question.id,
				});

				// 1MSG doesn't report whose message a reply quotes.
				const word = provider === 'oneMsg' ? '@bot ' : '';
				await sandbox.write(id, ben.id, `${word}And where?`, answer.id);
				await until('the second answer', async () => (await fromBot()).length > 1);
				await takeChatPicture(stage, provider, example);

				await sandbox.sendFile(id, ana.id, 'image', 'Bot, это здесь?');
				await until('the third answer', async () => (await fromBot()).length > 2);
				await sandbox.write(id, ana.id, 'Bot, thank you');
				await until('the model to be asked', () => requests.length > 4);

				expect(await stage.settledExecutions(provider, workflow)).toHaveLength(4);
				const texts = (await fromBot()).map(({ text }) => text);
				expect(texts).toEqual(['At nine.', 'In the hall where you meet at nine.', 'Да, здесь.']);
			},
			connect,
		);
	});
};

/** As a model would: answers from what it remembers, and has nothing to add to a thank-you. */
function nextTurn({ messages }: ChatRequest): Turn {
	const said = messages.map(({ content }) => JSON.stringify(content));
	const last = said[said.length - 1]!;
	if (last.includes('when do we meet')) return { text: 'At nine.' };
	if (last.includes('thank you')) return { text: '"SILENT."' };
	if (last.includes('Ana: Bot, это здесь?')) return { text: 'Да, здесь.' };
	expect(said.join()).toContain('Ana: Bot, when do we meet?');
	expect(last).toMatch(/Ben: .*And where\?/);
	return { text: 'In the hall where you meet at nine.' };
}
