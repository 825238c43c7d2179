import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { until } from '../../demo/until';
import { ask, linkIn, page as pageOf, said } from './support/asking';
import { browserPath, openBrowser, takePicture } from './support/browser';
import { Stage } from './support/stage';

jest.setTimeout(120_000);

const describeInBrowser = browserPath ? describe : describe.skip;
const provider = 'dialog360';
const phone = { width: 390, height: 844 };

describeInBrowser('a question', () => {
	let stage: Stage;
	let browser: Browser;
	beforeAll(async () => {
		stage = await Stage.create();
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	const open = async (url: string, look: object): Promise<Page> => {
		const page = await (await browser.newContext(look)).newPage();
		page.setDefaultTimeout(20_000);
		await page.goto(url);
		return page;
	};
	const faultsIn = async (page: Page) => {
		await page.evaluate(axe.source);
		const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
		return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
	};

	it('is answered from the chat by somebody who replies to it', async () => {
		const workflow = await stage.importExample(provider);
		await stage.activate(provider, workflow);
		const { group, result } = await ask(stage, provider);
		const page = await open(stage.sandbox.url, { viewport: { width: 1280, height: 800 } });
		await page.getByRole('navigation', { name: 'Groups' }).getByText(group.subject).click();
		const messages = page.getByRole('log', { name: 'Messages' });
		const question = messages.getByRole('article').first();

		const [answerPage] = await Promise.all([
			page.waitForEvent('popup'),
			question.getByRole('link').click(),
		]);
		await answerPage.getByText('Deploy now?').waitFor();
		await question.getByRole('button', { name: 'Actions' }).click();
		await question.getByRole('button', { name: 'Reply' }).click();
		await page.getByLabel('Message', { exact: true }).fill('yes, at nine');
		await page.getByRole('button', { name: 'Send', exact: true }).click();

		// The page shows WhatsApp's formats.
		await messages.getByRole('article').filter({ hasText: '✅ yes Ana' }).waitFor();
		await takePicture(page, 'question-in-chat');
		expect(await result()).toMatchObject([{ data: { approved: true, text: 'yes, at nine' } }]);
		await stage.n8n.deactivate(workflow.id);
	});

	it.each(['light', 'dark'] as const)('is answered on a phone by its page, %s', async (colors) => {
		const { group, question, result } = await ask(stage, provider);
		const link = linkIn(question);
		await pageOf(link);
		const page = await open(link, { viewport: phone, colorScheme: colors });
		await page.getByText('Deploy now?').waitFor();
		await takePicture(page, `answer-page-${colors}`);
		expect(await faultsIn(page)).toEqual([]);
		const width = await page.evaluate<number>('document.documentElement.scrollWidth');
		expect(width).toBeLessThanOrEqual(phone.width);
		await page.reload();
		expect(await said(stage, provider, group)).toHaveLength(1);

		await page.getByRole('button', { name: 'No' }).click();

		await page.getByText('The answer is No.').waitFor();
		expect(await faultsIn(page)).toEqual([]);
		await takePicture(page, `answered-page-${colors}`);
		expect(await result()).toMatchObject([{ data: { approved: false } }]);
		await until('the result in the group', async () =>
			(await said(stage, provider, group)).includes('❌ *no*'),
		);
		await page.goto(link);
		expect(await page.getByRole('button').count()).toBe(0);
	});
});
