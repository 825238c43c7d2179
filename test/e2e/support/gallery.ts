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
const jpeg = { type: 'jpeg', quality: 80 } as const;

/** Hides n8n's own buttons, tabs and hints. */
const onlyCanvas = `
	body * { visibility: hidden }
	.vue-flow, .vue-flow__background, .vue-flow__background *, .vue-flow__viewport * { visibility: visible }
	[data-test-id=canvas-handle-plus-wrapper] { opacity: 0 }`;

/** The examples whose story has taken the picture of the chat. */
const chatsTaken = new Set<string>();

/**
 * Takes the gallery's pictures of an example that has just been played: its canvas, and the newest chat,
 * unless its story has taken another one.
 */
export async function takeGalleryPictures(
	stage: Stage,
	provider: ProviderName,
	name: string,
): Promise<void> {
	await inBrowser(async (browser) => {
		const { id } = await stage.importNamed(name, provider);
		const canvas = await openCanvas(browser, stage, id);
		const clip = await boxAroundNodes(canvas);
		const path = join(folder, `${name}.jpg`);
		await canvas.screenshot({ path, clip, style: onlyCanvas, ...jpeg });
		const groups = await stage.at(provider).groups();
		if (groups.length > 0 && !chatsTaken.has(name)) await takeChat(browser, stage, provider, name);
	});
}

/** For a story that ends with another chat than the one to show, or without any. */
export async function takeChatPicture(
	stage: Stage,
	provider: ProviderName,
	name: string,
	groupName?: string,
): Promise<void> {
	await inBrowser(async (browser) => await takeChat(browser, stage, provider, name, groupName));
	chatsTaken.add(name);
}

/** Puts the two pictures of an example side by side, for the README. */
export async function takeHero(example: string, name: string): Promise<void> {
	await inBrowser(async (browser) => {
		const page = await browser.newPage({ viewport: { width: 1600, height: 520 } });
		const files = [`${example}.jpg`, `${example}-chat.jpg`].map((file) => join(folder, file));
		const images = files.map(async (file) => {
			const bytes = await readFile(file, 'base64');
			return `<img src="data:image/jpeg;base64,${bytes}" style="height: 480px; border-radius: 12px">`;
		});
		const style = 'display: inline-flex; gap: 16px; margin: 0';
		await page.setContent(`<body style="${style}">${(await Promise.all(images)).join('')}</body>`);
		const path = join(demoFolder, 'pictures', `${name}.jpg`);
		await page.locator('body').screenshot({ path, ...jpeg });
	});
}

/** Does nothing unless pictures are taken. */
async function inBrowser(takePictures: (browser: Browser) => Promise<void>): Promise<void> {
	if (!takesPictures) return;
	await mkdir(folder, { recursive: true });
	const browser = await openBrowser();
	try {
		await takePictures(browser);
	} finally {
		await browser.close();
	}
}

/** A workflow in n8n's editor, wholly on the screen, with all of its icons. */
async function openCanvas(browser: Browser, stage: Stage, id: string): Promise<Page> {
	const page = await openN8n(browser, stage.running, `/workflow/${id}`);
	await page.setViewportSize({ width: 1600, height: 1000 });
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
		const right = Math.min(innerWidth, edge(Math.max, 'right') + 70);
		const bottom = Math.min(innerHeight, edge(Math.max, 'bottom') + 60);
		return { x, y, width: right - x, height: bottom - y };
	})()`);
}

/** Takes a group, by default the one in which something happened last, as high as its chat is long. */
async function takeChat(
	browser: Browser,
	stage: Stage,
	provider: ProviderName,
	name: string,
	groupName?: string,
): Promise<void> {
	const [width, lowest, highest] = [480, 560, 900];
	const page = await browser.newPage({ viewport: { width, height: highest } });
	const chosen = JSON.stringify({ providerName: provider, groupName });
	await page.addInitScript(`sessionStorage.setItem('sandbox', '${chosen}')`);
	await page.goto(stage.sandbox.url);
	await page.getByRole('log', { name: 'Messages' }).waitFor();
	// What to do first, in a group in which nobody has written.
	await page.addStyleTag({ content: '.first { display: none }' });
	await settled(page);
	const free = await beginWithWholeMessage(page);
	await page.setViewportSize({ width, height: Math.max(lowest, highest - free) });
	await settled(page);
	const chat = page.getByRole('region', { name: 'Chat' });
	await chat.screenshot({ path: join(folder, `${name}-chat.jpg`), ...jpeg });
}

/** Hides the oldest lines of a chat that is too long for the picture. Returns the height that is left. */
async function beginWithWholeMessage(page: Page): Promise<number> {
	return await page.evaluate(`(() => {
		const scroll = document.querySelector('.scroll');
		const chat = document.querySelector('.lines');
		const lines = [...chat.children];
		const isCut = () => scroll.scrollHeight > scroll.clientHeight;
		const isNameless = () => lines[0].matches('.continues:not(.own)');
		while (lines.length > 1 && (isCut() || isNameless())) lines.shift().style.display = 'none';
		return scroll.clientHeight - chat.offsetHeight;
	})()`);
}
