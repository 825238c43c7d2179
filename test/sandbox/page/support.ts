import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { providerNames, type ProviderName } from '../../../sandbox/providers';
import { browserPath, openBrowser } from '../../e2e/support/browser';
import { client, controlOf, useSandbox } from '../support';

// Needs a Chromium on this machine.
export const describeInBrowser = browserPath ? describe : describe.skip;

export const phone = {
	viewport: { width: 390, height: 844 },
	hasTouch: true,
	isMobile: true,
} satisfies BrowserContextOptions;

/** The page in a real browser, without n8n. Opens it, finds its parts, and fails on errors in it. */
export function usePage() {
	const setup = useSandbox('dialog360');
	const faults: string[] = [];
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await openBrowser();
	}, 60_000);
	afterEach(async () => {
		await page.context().close();
		expect(faults.splice(0)).toEqual([]);
	});
	afterAll(async () => await browser?.close());

	async function open(options: BrowserContextOptions = {}, url = setup.sandbox.url): Promise<Page> {
		const viewport = { width: 1280, height: 800 };
		const context = await browser.newContext({ viewport, ...options });
		page = await context.newPage();
		page.setDefaultTimeout(20_000);
		page.on('pageerror', ({ message }) => faults.push(message));
		await page.goto(url);
		return page;
	}

	const button = (name: string | RegExp, within: Locator | Page = page) =>
		within.getByRole('button', { name, exact: typeof name === 'string' });
	const chat = () => page.getByRole('log', { name: 'Messages' });
	const bubble = (text: string) => chat().getByRole('article').filter({ hasText: text });
	const box = () => page.getByLabel('Message', { exact: true });
	const rows = () => page.getByRole('list', { name: /^API calls and webhooks/ }).locator('.entry');
	const list = () => page.getByRole('navigation', { name: 'Groups' });

	/** Chooses one of the actions at a message. */
	async function act(text: string, name: string): Promise<void> {
		const message = bubble(text).first();
		await button('Actions', message).click();
		await button(name, message).click();
	}

	async function write(text: string): Promise<void> {
		await box().fill(text);
		await page.keyboard.press('Enter');
	}

	const dialog360 = () => {
		const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
		return client(baseUrl, { 'D360-API-KEY': apiKey });
	};

	/** The business writes, as a workflow would let it. Returns the message's ID. */
	async function send(to: string, body: string): Promise<string> {
		const message = { messaging_product: 'whatsapp', recipient_type: 'group', to, type: 'text' };
		const { data } = await dialog360().post('/messages', { ...message, text: { body } });
		return data.messages?.[0].id;
	}

	/** The contract names no answer of the switches, and all calls are held against it. */
	const forget = async () => await client(setup.sandbox.url).post('/sandbox/reset');

	return {
		setup,
		open,
		page: () => page,
		at: (provider: ProviderName) => controlOf(setup.sandbox, provider),
		choose: async (label: string) => await page.getByText(label, { exact: true }).click(),
		...{ button, chat, bubble, box, rows, list, act, write, dialog360, send, forget },
		listen: async () => await dialog360().post('/v1/configs/webhook', { url: setup.receiver.url }),
		isTooWide: async () =>
			await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth'),
	};
}

export const seen = async (locator: Locator) => await locator.first().waitFor();
export const gone = async (locator: Locator) =>
	await locator.first().waitFor({ state: 'detached' });

export const labels: Record<ProviderName, string> = {
	dialog360: '360dialog',
	oneMsg: '1MSG',
	a1Base: 'A1Base',
	metaCloud: 'Meta Cloud API',
};

export { providerNames };
