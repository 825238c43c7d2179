/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, selectors, type Browser, type Page } from 'playwright-core';
import { demoFolder } from '../../../demo/folders';
import { until } from '../../../demo/until';
import type { RunningN8n } from './running';

/** Chromium or Chrome, if this machine has one. */
export const browserPath = (process.env.PATH ?? '')
	.split(delimiter)
	.flatMap((folder) =>
		['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
	)
	.find((path) => existsSync(path));

export async function openBrowser(): Promise<Browser> {
	// As n8n's editor names it.
	selectors.setTestIdAttribute('data-test-id');
	const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
	const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
	return await chromium.launch({ executablePath: browserPath, args });
}

/** A page of n8n, with the owner logged in. Pages share what the browser has loaded of the editor. */
export async function openN8n(browser: Browser, n8n: RunningN8n, path: string): Promise<Page> {
	const viewport = { width: 1280, height: 800 };
	const context = browser.contexts()[0] ?? (await browser.newContext({ viewport }));
	const cookies = n8n.cookie.split('; ').map((cookie) => {
		const [name = '', ...value] = cookie.split('=');
		return { name, value: value.join('='), url: n8n.url };
	});
	await context.addCookies(cookies);
	const page = await context.newPage();
	page.setDefaultTimeout(40_000);
	// A busy machine loads the editor slowly.
	page.setDefaultNavigationTimeout(60_000);
	await page.goto(n8n.url + path);
	return page;
}

/** Kept until the next run, for a look at it. */
export async function takePicture(page: Page, name: string): Promise<void> {
	const folder = join(demoFolder, 'pictures');
	await mkdir(folder, { recursive: true });
	await settled(page);
	await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Waits until fonts and pictures are there and nothing moves anymore. */
export async function settled(page: Page): Promise<void> {
	let before = '';
	await until('the page to be still', async () => {
		const now = await page.evaluate<string>(`(async () => {
			await document.fonts.ready;
			await new Promise((resolve) => setTimeout(resolve, 150));
			if ([...document.images].some((image) => !image.complete)) return '';
			if (document.querySelector('.el-loading-mask, .el-skeleton')) return '';
			const places = [...document.querySelectorAll('[data-test-id=canvas-node], article')];
			return JSON.stringify(places.map((place) => place.getBoundingClientRect()));
		})()`);
		const isStill = now !== '' && now === before;
		before = now;
		return isStill;
	});
}
