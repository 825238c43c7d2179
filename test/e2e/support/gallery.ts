/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoFolder } from '../../../demo/folders';
import type { ProviderName } from '../../../demo/providers';
import { browserPath, openBrowser, openN8n, settled } from './browser';
import type { Stage } from './stage';

/** `npm run pictures` sets it: the pictures for `docs/` need more time than the tests. */
export const takesPictures = process.env.PICTURES !== undefined && browserPath !== undefined;

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
		const options = { type: 'jpeg', quality: 80 } as const;
		const clip = await boxAroundNodes(canvas);
		// Without n8n's own buttons.
		const style = '.vue-flow__panel, [data-test-id^=execute-workflow] { visibility: hidden }';
		await canvas.screenshot({ path: join(folder, `${name}.jpg`), clip, style, ...options });
		const chat = await openChat(browser, stage, provider);
		await chat
			.getByRole('region', { name: 'Chat' })
			.screenshot({ path: join(folder, `${name}-chat.jpg`), ...options });
	} finally {
		await browser.close();
	}
}

/** Puts the two pictures of an example side by side, for the README. */
export async function takeHero(example: string, name: string): Promise<void> {
	if (!takesPictures) return;
	const browser = await openBrowser();
	try {
		const page = await browser.newPage({ viewport: { width: 1600, height: 560 } });
		const files = [`${example}.jpg`, `${example}-chat.jpg`].map((file) => join(folder, file));
		const images = files.map(async (file) => {
			const bytes = await readFile(file, 'base64');
			return `<img src="data:image/jpeg;base64,${bytes}" style="height: 520px; border-radius: 12px">`;
		});
		const style = 'display: inline-flex; gap: 16px; margin: 0';
		await page.setContent(`<body style="${style}">${(await Promise.all(images)).join('')}</body>`);
		const path = join(demoFolder, 'pictures', `${name}.jpg`);
		await page.locator('body').screenshot({ path, type: 'jpeg', quality: 85 });
	} finally {
		await browser.close();
	}
}

/** A workflow in n8n's editor, wholly on the screen, with all of its icons. */
async function openCanvas(browser: Browser, stage: Stage, id: string): Promise<Page> {
	const page = await openN8n(browser, stage.running, `/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click();
	await settled(page);
	return page;
}

/** The part of the canvas that has nodes and notes, with their labels, in pixels. */
async function boxAroundNodes(page: Page) {
	return await page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
		const nodes = [...document.querySelectorAll('.vue-flow__node')];
		const boxes = nodes.map((node) => node.getBoundingClientRect());
		const edge = (pick, side) => pick(...boxes.map((box) => box[side]));
		const x = Math.max(0, edge(Math.min, 'left') - 40);
		const y = Math.max(0, edge(Math.min, 'top') - 30);
		const right = Math.min(innerWidth, edge(Math.max, 'right') + 50);
		const bottom = Math.min(innerHeight, edge(Math.max, 'bottom') + 60);
		return { x, y, width: right - x, height: bottom - y };
	})()`);
}

/** The sandbox's page at the group in which something happened last. */
async function openChat(browser: Browser, stage: Stage, provider: ProviderName): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 480, height: 900 } });
	const chosen = JSON.stringify({ providerName: provider });
	await page.addInitScript(`sessionStorage.setItem('sandbox', '${chosen}')`);
	await page.goto(stage.sandbox.url);
	await page.getByRole('log', { name: 'Messages' }).waitFor();
	await settled(page);
	return page;
}
