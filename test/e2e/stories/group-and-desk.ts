import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { until } from '../../../demo/until';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import { runSample, withActive, type Story } from '../support/story';
import { startTelegram } from '../support/telegram';

const example = 'group-and-desk';

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const telegram = await startTelegram();
	try {
		const { id: key, name } = await stage.n8n.saveCredential({
			name: `Bot ${telegram.url}`,
			type: 'telegramApi',
			data: { accessToken: '123:abc', baseUrl: telegram.url },
		});
		const change = ({ nodes }: WorkflowDraft) => {
			const inTelegram = nodes.filter(({ type }) => /telegram/i.test(type));
			for (const node of inTelegram) node.credentials = { telegramApi: { id: key, name } };
		};
		const play = async () => {
			const { id } = await stage.createGroup(provider);
			const inDesk = async (part: string) =>
				await until(`“${part}” in the desk`, () =>
					telegram.posts.find(({ text }) => text.includes(part)),
				);
			const inGroup = async (part: string) => await stage.messageIn(provider, id, part);
			const quotes = provider !== 'a1Base';

			await runSample(stage, provider, example, change);
			await inDesk('<b>Launch crew · Sample</b>\nAre you open on Saturday?');

			const question = await sandbox.write(id, ana.id, 'Is 1 < 2 & open?');
			const posted = await inDesk('Is 1 &lt; 2');
			expect(posted).toMatchObject({
				text: '<b>Launch crew · Ana</b>\nIs 1 &lt; 2 &amp; open?',
				replyTo: 0,
			});
			await telegram.write({ text: 'Who of us answers?' });
			const reply = await telegram.write({ text: 'Yes, until six' }, posted.id);
			const answer = await inGroup('Yes, until six');
			expect(answer.text).toBe('Sam: Yes, until six');
			expect(answer.replyTo).toBe(quotes ? question.id : null);

			await sandbox.write(id, ana.id, 'Thank you', answer.id);
			expect((await inDesk('Thank you')).replyTo).toBe(quotes ? reply : 0);
			await takeChatPicture(stage, provider, 'group-and-desk');

			await sandbox.sendFile(id, ana.id, 'image');
			const picture = await until('the file in the desk', () =>
				telegram.posts.find(({ isFile }) => isFile),
			);
			expect(picture.text.trim()).toBe('<b>Launch crew · Ana</b>');
			const photo = [{ file_id: 'photo', file_size: 4, width: 1, height: 1 }];
			await telegram.write({ photo, caption: 'Our map' }, picture.id);
			await telegram.write({ photo }, picture.id);
			if (quotes) {
				expect(await inGroup('Our map')).toMatchObject({ type: 'image', text: 'Sam: Our map' });
				await until('the file without a caption', async () =>
					(await sandbox.group(id)).messages.some(({ text }) => text === 'Sam'),
				);
			} else {
				expect((await inDesk('Not sent')).text).toMatch(/URL/);
			}

			// Only A1Base has no window: there, the picture was rejected. Meta and 360dialog reject later.
			if (quotes) {
				await sandbox.changeSettings({ windowClosed: true });
				await telegram.write({ text: 'Good morning' }, posted.id);
				const rejected = provider === 'oneMsg' ? 'Not sent. ' : 'Not delivered.\n';
				expect((await inDesk(rejected)).text).toMatch(/24/);
			}

			const { messages } = await sandbox.group(id);
			expect(messages.map(({ text }) => text)).not.toContain('Sam: Who of us answers?');
			expect(telegram.posts.filter(({ text }) => text.includes('Sam:'))).toEqual([]);
		};
		await withActive(stage, provider, example, play, change);
	} finally {
		telegram.close();
	}
};
