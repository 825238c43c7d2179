/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { demoFolder } from '../../../demo/folders';
import type { ProviderName } from '../../../demo/providers';
import { browserPath, openBrowser, openN8n, settled } from './browser';
import type { Stage } from './stage';

/** `npm run pictures` sets it: the pictures for `docs/` need more time than the tests. */
const takesPictures = process.env.PICTURES !== undefined && browserPath !== undefined;

const folder = join(demoFolder, 'pictures', 'examples');

/** Takes the gallery's pictures of an example that has just been played: its canvas, and the newest chat. */
export async function takeGalleryPictures(
	stage: Stage,
	provider: ProviderName,
	name: string,
): Promise<void> {
	if (!takesPictures) return;
	await mkdir(folder, { recursive: true });
	const browser = await openBrowser();
	try {
		const { id } = await stage.importNamed(name, provider);
		const canvas = await openCanvas(browser, stage, id);
		await take(canvas.getByTestId('canvas-wrapper'), `${name}.jpg`);
		const chat = await openChat(browser, stage, provider);
		await take(chat.getByRole('region', { name: 'Chat' }), `${name}-chat.jpg`);
	} finally {
		await browser.close();
	}
}

/** Puts the two pictures of an example side by side, for the README. */
export async function takeHero(example: string, name: string): Promise<void> {
	if (!takesPictures) return;
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1500, height: 600 } });
		const files = [`${example}.jpg`, `${example}-chat.jpg`].map((file) => join(folder, file));
		const images = files.map(async (file) => {
			const bytes = await readFile(file, 'base64');
			return `<img src="data:image/jpeg;base64,${bytes}" style="height: 600px; border-radius: 12px">`;
		});
		const style = 'display: inline-flex; gap: 16px; margin: 0';
		await page.setContent(`<body style="${style}">${(await Promise.all(images)).join('')}</body>`);
		const path = join(demoFolder, 'pictures', `${name}.jpg`);
		await page.locator('body').screenshot({ path, type: 'jpeg', quality: 85 });
	} finally {
		await browser.close();
	}
}

const take = async (part: Locator, file: string) =>
	await part.screenshot({ path: join(folder, file), type: 'jpeg', quality: 80 });

/** A workflow in n8n's editor, wholly on the screen, with all of its icons. */
async function openCanvas(browser: Browser, stage: Stage, id: string): Promise<Page> {
	const page = await openN8n(browser, stage.running, `/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click();
	await settled(page);
	return page;
}

/** The sandbox's page at the group in which something happened last. */
async function openChat(browser: Browser, stage: Stage, provider: ProviderName): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 560, height: 760 } });
	const chosen = JSON.stringify({ providerName: provider });
	await page.addInitScript(`sessionStorage.setItem('sandbox', '${chosen}')`);
	await page.goto(stage.sandbox.url);
	await page.getByRole('log', { name: 'Messages' }).waitFor();
	await settled(page);
	return page;
}
