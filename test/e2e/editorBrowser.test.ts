import type { Browser, Page } from 'playwright-core';
import { moreExamples, readWorkflow, sandboxCredential } from '../../demo/examples';
import { providerNames } from '../../demo/providers';
import { browserPath, openBrowser, openN8n, takePicture } from './support/browser';
import { ana, Stage } from './support/stage';

jest.setTimeout(120_000);

// Needs a Chromium on this machine; everything else of the editor is tried over n8n's own interface.
const describeInBrowser = browserPath ? describe : describe.skip;

describeInBrowser('in the editor', () => {
	let stage: Stage;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		stage = await Stage.create();
		browser = await openBrowser();
	});
	beforeEach(async () => await page?.close());
	afterAll(async () => {
		if (page) await takePicture(page, 'editor-last');
		await browser?.close();
		await stage?.close();
	});

	it('our node is found, shows its actions, lists the groups, runs, and shows the result', async () => {
		const { id: groupId } = await stage.at('dialog360').createGroup({
			subject: 'Launch crew',
			participants: [ana],
		});
		const credential = await stage.credential('dialog360');
		const start = {
			...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 },
			...{ position: [0, 0] as [number, number], parameters: {} },
		};
		const draft = { name: 'In the editor', nodes: [start], connections: {} };
		const { id } = await stage.n8n.createWorkflow(draft);
		page = await openN8n(browser, stage.running, `/workflow/${id}`);

		await page.getByTestId('canvas-handle-plus').first().click();
		const search = page.getByTestId('node-creator-search-bar');
		await search.fill('whatsapp group');
		const entry = page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: /^WhatsApp Groups$/ });
		await entry.first().waitFor();
		expect(await entry.count()).toBe(1);
		await takePicture(page, 'editor-search');
		await entry.click();

		const actionNamed = (name: string) =>
			page.getByTestId('node-creator-item-name').getByText(name, { exact: true });
		for (const name of ['Create group', 'Get invite link', 'Pin message', 'Send group message']) {
			await actionNamed(name).scrollIntoViewIfNeeded();
		}
		await page
			.getByText(/^Triggers/)
			.first()
			.waitFor();
		await takePicture(page, 'editor-actions');
		await actionNamed('Send group message').click();

		const credentials = page.getByTestId('node-credentials-select');
		await credentials.click();
		await page.getByText(credential.name, { exact: true }).last().click();
		await page.getByTestId('rlc-input').first().click();
		await page.getByTestId('rlc-item').filter({ hasText: 'Launch crew' }).click();
		await page.getByTestId('parameter-input-text').locator('textarea, input').first().fill('Hello');
		await page.getByTestId('node-execute-button').first().click();

		expect(await stage.answersIn('dialog360', groupId)).toEqual(['Hello']);
		await page
			.getByText(/wamid\./)
			.first()
			.waitFor();
		await page.getByText('Schema', { exact: true }).last().click();
		await page.getByText('messageId').first().waitFor();
		await takePicture(page, 'editor-result');
	});

	it.each([
		['dialog360', 'If Another Webhook Is Set'],
		['oneMsg', 'If Another Webhook Is Set'],
		['a1Base', 'In the A1Base dashboard, set this address as the webhook'],
		['metaCloud', 'If Another Webhook Is Set'],
	] as const)('the trigger for %s says how its webhook is set', async (provider, text) => {
		const { id } = await stage.importExample(provider);
		page = await openN8n(browser, stage.running, `/workflow/${id}`);

		await page.getByTestId('canvas-node').filter({ hasText: 'Message in a Group' }).dblclick();

		await page.getByText(text).first().waitFor();
		await takePicture(page, `trigger-${provider}`);
	});

	it('the notes of the examples are readable without scrolling', async () => {
		const names = [...providerNames.map((name) => `answer-in-group.${name}`), ...moreExamples()];
		const notes = names.flatMap((name, index) =>
			readWorkflow(name)
				.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote')
				.map((note) => ({
					...note,
					name,
					id: name,
					position: [index * 600, 0] as [number, number],
				})),
		);
		const draft = { name: 'Notes', nodes: notes, connections: {}, settings: {} };
		const { id } = await stage.n8n.createWorkflow(draft);
		page = await openN8n(browser, stage.running, `/workflow/${id}`);
		const shown = page.locator('.n8n-sticky');
		await shown.nth(notes.length - 1).waitFor();

		const cutOff = await shown.evaluateAll((stickies) =>
			stickies
				.map((sticky) => [...sticky.querySelectorAll('h2, p, li')].pop()!)
				.filter((last) => {
					const { bottom } = last.closest('.n8n-sticky')!.getBoundingClientRect();
					return last.getBoundingClientRect().bottom > bottom;
				})
				.map((last) => last.textContent),
		);

		expect(cutOff).toEqual([]);
	});

	it('the variables of the template for a closed window can be filled in', async () => {
		const { id, nodes } = await stage.importNamed('alerts-by-severity', 'dialog360');
		const { id: node } = nodes.find(({ name }) => name === 'Send the Alert')!;
		page = await openN8n(browser, stage.running, `/workflow/${id}/${node}`);

		const variables = page.locator('[data-test-id="fixed-collection-templateVariables"]');
		await variables.getByText('Value', { exact: true }).waitFor();
		const menu = variables.getByRole('combobox');
		await menu.first().click();
		await page.getByRole('option', { name: 'Body {{1}}' }).waitFor();
	});

	it('a credential is tested when it is opened', async () => {
		const account = stage.sandbox.accounts.dialog360;
		const noSecret = '';
		const draft = sandboxCredential('dialog360', account, noSecret);
		const { id } = await stage.n8n.saveCredential(draft);

		page = await openN8n(browser, stage.running, `/home/credentials/${id}`);

		await page.getByText('Connection tested successfully').waitFor();
		await page.getByText('Retry', { exact: true }).waitFor();
		await takePicture(page, 'credential');
	});
});
