import type { Browser, Locator, Page } from 'playwright-core';
import type { Group } from '../../sandbox/world/model';
import { byId } from './support/actions';
import { browserPath, openBrowser, takePicture } from './support/browser';
import { takeGalleryPictures, takeHero } from './support/gallery';
import { ana, Stage } from './support/stage';
import { nodeNamed } from './support/story';

jest.setTimeout(120_000);

// Needs a Chromium on this machine.
const describeInBrowser = browserPath ? describe : describe.skip;

const ben = { id: '14155550102', name: 'Ben' };

describeInBrowser("on the sandbox's page", () => {
	let stage: Stage;
	let browser: Browser;
	let page: Page;
	let group: Group;
	const subjects = ['Launch crew', 'Newcomers', 'Night watch'];

	beforeAll(async () => {
		stage = await Stage.create();
		browser = await openBrowser();
	});
	beforeEach(async () => {
		const subject = subjects.shift() ?? '';
		const participants = [ana, ben];
		group = await stage.at('dialog360').createGroup({ subject, participants });
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		page = await context.newPage();
		page.setDefaultTimeout(30_000);
		await page.goto(stage.sandbox.url);
		await page.getByRole('navigation', { name: 'Groups' }).getByText(group.subject).click();
	});
	afterEach(async () => await page.context().close());
	afterAll(async () => {
		expect(await stage?.secretsInLog()).toEqual([]);
		await browser?.close();
		await stage?.close();
	});

	const seen = async (locator: Locator) => await locator.first().waitFor();
	const gone = async (locator: Locator) => await locator.first().waitFor({ state: 'detached' });
	const chat = () => page.getByRole('log', { name: 'Messages' });
	const rows = (what: string) => page.locator('.entry summary').filter({ hasText: what });
	/** Once nothing is under way any more. */
	const takeSettledPicture = async (name: string) => {
		await gone(rows('In progress'));
		await takePicture(page, name);
	};
	const write = async (text: string) => {
		await page.getByLabel('Message', { exact: true }).fill(text);
		await page.getByRole('button', { name: 'Send', exact: true }).click();
		await seen(chat().getByText(text, { exact: true }));
	};

	it('who writes sees the answer of the workflow, and on the wire how it came about', async () => {
		const workflow = await stage.importExample('dialog360');
		await stage.activate('dialog360', workflow);
		await seen(page.getByText(stage.productionUrl(workflow)));

		await write('Is the launch on Monday?');

		await seen(chat().getByText('Thank you, Ana! You wrote: Is the launch on Monday?'));
		await seen(rows('Ana wrote “Is the launch on Monday?”').filter({ hasText: 'Accepted' }));
		await seen(rows('Send “Thank you, Ana!').filter({ hasText: 'Done' }));
		await seen(chat().getByText('0 of 2 read'));
		await takeSettledPicture('sandbox-chat');
		await takeGalleryPictures(stage, 'dialog360', 'answer-in-group.dialog360');
		await takeHero('answer-in-group.dialog360', 'answer-in-group');
		await stage.n8n.deactivate(workflow.id);
	});

	it('who joins by the link is welcomed', async () => {
		const workflow = await stage.importNamed('welcome-and-onboard', 'dialog360', (draft) => {
			nodeNamed(draft, 'Inform the Team').parameters.group = byId(group.id);
		});
		await stage.activate('dialog360', workflow);

		await page.getByRole('button', { name: 'Group info' }).click();
		await page.getByLabel('New member', { exact: true }).fill('Cleo');
		await page.getByRole('button', { name: 'Join by link' }).click();

		await seen(chat().getByText('Cleo joined with the invite link'));
		await seen(chat().getByText(/Welcome, \+1415555\d+! Please be kind/));
		await takeSettledPicture('sandbox-welcome');
		await stage.n8n.deactivate(workflow.id);
	});

	it('a provider that refuses is asked again until it answers, and the log shows each attempt', async () => {
		const workflow = await stage.importExample('dialog360');
		await stage.activate('dialog360', workflow);
		await page.getByText('Make something fail').click();
		const fault = page.getByLabel('429: too many requests');
		await fault.check();
		const sends = rows('Send “Thank you, Ana! You wrote: Are you there?”');

		await write('Are you there?');
		await seen(sends.filter({ hasText: '429' }).nth(1));
		const failure = chat().getByRole('article').filter({ hasText: 'Not sent' });
		await seen(failure.getByText(/The workflow tried \d+ times/));
		await takePicture(page, 'sandbox-rejected');
		await fault.uncheck();

		await seen(chat().getByText('Thank you, Ana! You wrote: Are you there?'));
		await seen(sends.filter({ hasText: 'Done' }));
		await gone(failure);
		expect(await sends.count()).toBeGreaterThanOrEqual(3);
		expect(await stage.answersIn('dialog360', group.id)).toHaveLength(1);
		await stage.n8n.deactivate(workflow.id);
	});
});
