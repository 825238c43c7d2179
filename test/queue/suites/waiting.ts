/** In queue mode a worker asks, and another process gets the answers. */
import type { Workflow } from '../../../demo/n8nTypes';
import { providerNames } from '../../../demo/providers';
import { until } from '../../../demo/until';
import { ask, linkIn, page, press, type Asked } from '../../e2e/support/asking';
import { ana, Stage } from '../../e2e/support/stage';
import { ben } from '../../e2e/support/story';
import type { Suite } from '../support/queueMode';

export const waiting: Suite = (n8n) => {
	let stage: Stage;
	beforeAll(async () => {
		stage = await Stage.create(n8n().running);
	});
	afterAll(async () => await stage?.close());

	describe.each(providerNames)('%s', (provider) => {
		let listening: Workflow;
		beforeAll(async () => {
			listening = await stage.importExample(provider);
			await stage.activate(provider, listening);
		});
		afterAll(async () => await stage.n8n.deactivate(listening.id));

		it('answers in the chat reach the right runs', async () => {
			const asked: Asked[] = [];
			for (let at = 0; at < 3; at++) asked.push(await ask(stage, provider));

			await Promise.all(
				asked.map(async ({ group, question }, at) =>
					stage.at(provider).write(group.id, ana.id, at === 1 ? 'no' : 'yes', question.id),
				),
			);

			for (const [at, { group, result }] of asked.entries()) {
				expect(await result()).toMatchObject([{ groupId: group.id, data: { approved: at !== 1 } }]);
			}
			expect(await stage.settledExecutions(provider, listening)).toEqual([]);
		});

		it('votes from before and after a restart of the receiving process decide together', async () => {
			const { group, question, result } = await ask(stage, provider, {
				options: { approvalsNeeded: 2 },
			});
			const runs = async () => (await stage.settledExecutions(provider, listening)).length;
			// The receiving process gets a question without a link a moment after the group.
			await until('the vote to count', async () => {
				const before = await runs();
				await stage.at(provider).write(group.id, ana.id, 'yes', question.id);
				return (await runs()) === before;
			});

			await n8n().webhooks[0].restart();
			await stage.at(provider).write(group.id, ben.id, 'yes', question.id);

			expect(await result()).toMatchObject([
				{ data: { approved: true, responders: [{ name: 'Ana' }, { name: 'Ben' }] } },
			]);
		});
	});

	it('20 people answer at the same time in two processes, and one of them decides', async () => {
		const { question, result } = await ask(stage, 'dialog360');
		const link = linkIn(question);
		const inMain = link.replace(n8n().webhooks[0].url, n8n().running.url);
		await page(link);

		const answers = await Promise.all(
			Array.from({ length: 20 }, async (_, at) =>
				press(at % 2 === 0 ? link : inMain, at % 3 === 0 ? 'yes' : 'no'),
			),
		);

		const winners = answers.filter(({ data }) => String(data).includes('Thank you'));
		expect(winners).toHaveLength(1);
		expect(await result()).toHaveLength(1);
	});
};
