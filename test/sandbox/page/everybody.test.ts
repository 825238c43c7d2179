/** The page for everybody: keyboard, phone, light and dark. */
import axe from 'axe-core';
import { takePicture } from '../../e2e/support/browser';
import { until } from '../support';
import { describeInBrowser, phone, seen, usePage } from './support';

describeInBrowser('the page for everybody', () => {
	const { setup, open, page, button, chat, bubble, rows, list, act, write, send, ...more } =
		usePage();
	const { isTooWide } = more;

	it('can be used with the keyboard alone', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Good morning');
		await open();
		await seen(bubble('Good morning'));
		await tabTo('Actions');
		await page().keyboard.press('Enter');
		await tabTo('Reply');
		await page().keyboard.press('Enter');
		await page().keyboard.type('Without a mouse');
		await page().keyboard.press('Enter');
		await seen(bubble('Without a mouse').locator('blockquote'));
		await tabTo('Make something fail');
		await page().keyboard.press('Enter');
		await tabTo('Webhooks get lost');
		await page().keyboard.press('Space');
		await until(async () => (await setup.control.http.get('/settings')).data.loseWebhooks);
	});

	/** Presses Tab until what has this name has the focus. */
	async function tabTo(name: string): Promise<void> {
		const focused = `(() => {
			const { labels, textContent } = document.activeElement;
			const name = document.activeElement.getAttribute('aria-label');
			return [name, textContent.trim(), ...[...(labels ?? [])].map((one) => one.textContent.trim())];
		})()`;
		for (let presses = 0; presses < 60; presses++) {
			await page().keyboard.press('Tab');
			if ((await page().evaluate<string[]>(focused)).includes(name)) return;
		}
		throw new Error(`The focus never came to ${name}`);
	}

	it('leads on a phone from the list to a chat and back, and to the rest', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Hi');
		await open(phone);
		await seen(bubble('Hi'));
		await button('Back to groups').click();
		expect(await bubble('Hi').isVisible()).toBe(false);
		await button(/^Launch crew/, list()).click();
		await seen(bubble('Hi'));
		await button('Group info').click();
		await seen(page().getByText('Invite link'));
		await button('Close group info').click();
		await button('Network').click();
		await seen(page().getByText('Make something fail'));
		expect(await bubble('Hi').isVisible()).toBe(false);
		await button('Back to chat').click();
		await write('Bye');
		await seen(bubble('Bye'));
		expect(await isTooWide()).toBe(false);
	});

	it('has targets of at least 44 pixels on a phone', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'Hi');
		await send(group.id, 'Hello');
		await open(phone);
		await seen(bubble('Hello'));
		const small = async () =>
			await page()
				.locator(
					'button, select, textarea, summary, .choice span, .check, input:not([type=checkbox], [type=radio])',
				)
				.evaluateAll((all) =>
					all
						.filter((one) => one.checkVisibility())
						.map((one) => ({
							html: one.outerHTML.slice(0, 80),
							...one.getBoundingClientRect().toJSON(),
						}))
						.filter(({ width, height }) => width < 43.9 || height < 43.9)
						.map(({ html, width, height }) => `${width} × ${height}: ${html}`),
				);
		expect(await small()).toEqual([]);
		await act('Hi', 'Reply');
		await button('Actions', bubble('Hello')).click();
		expect(await small()).toEqual([]);
		await button('Group info').click();
		expect(await small()).toEqual([]);
		await button('Close group info').click();
		await button('Network').click();
		await page().getByText('Make something fail').click();
		await page().getByText('Set up 360dialog').click();
		expect(await small()).toEqual([]);
		await button('Back to chat').click();
		await button('Back to groups').click();
		await button('New group').click();
		expect(await small()).toEqual([]);
	});

	describe.each([
		['light', { colorScheme: 'light' as const }],
		['dark', { colorScheme: 'dark' as const }],
		['on a phone', phone],
	])('%s', (name, options) => {
		it('is found accessible by axe, with everything open', async () => {
			const group = await setup.control.seed(2);
			await open(options);
			await seen(page().getByText('No workflow listens yet'));
			expect(await findings()).toEqual([]);

			await setup.control.write(group, 'Is the launch on *Monday*? https://example.com');
			await setup.control.write(group, '', { type: 'image', text: undefined, caption: 'The plan' });
			const { data: wrong } = await setup.control.write(group, 'It is on Tuesday');
			await setup.control.write(group, '', { type: 'delete', text: undefined, replyTo: wrong.id });
			const id = await send(group.id, 'It is.');
			const thanks = { type: 'reaction', emoji: '👍', replyTo: id, text: undefined };
			await setup.control.write(group, '', thanks);
			await setup.control.write(group, 'Good', { replyTo: id });
			await setup.control.read(group, 0, id);
			await setup.control.http.put('/try-out', [{ text: 'menu', example: 'Answer a keyword' }]);
			await setup.control.set({ windowClosed: true });
			await send(group.id, 'Too late');
			await seen(bubble('Too late'));
			expect(await findings()).toEqual([]);

			await bubble('It is.').first().getByText('1 of 2 read').click();
			await act('It is.', 'Reply');
			await button('Actions', bubble('It is.').first()).click();
			await seen(chat().getByText('Person 0: read'));
			await takePicture(page(), `sandbox-${name.split(' ').at(-1)}`);
			expect(await findings()).toEqual([]);

			if (name === 'on a phone') await button('Network').click();
			await page().getByText('Make something fail').click();
			await page().getByText('Set up 360dialog').click();
			await rows().first().locator('summary').click();
			expect(await findings()).toEqual([]);

			if (name === 'on a phone') await button('Back to chat').click();
			await button('Group info').click();
			expect(await findings()).toEqual([]);

			if (name === 'on a phone') {
				await button('Close group info').click();
				await button('Back to groups').click();
			}
			await button('New group').click();
			expect(await findings()).toEqual([]);
		});
	});

	/** Findings that axe calls moderate or worse. */
	async function findings(): Promise<object[]> {
		await page().evaluate(axe.source);
		const { violations } = await page().evaluate<axe.AxeResults>('axe.run()');
		return violations
			.filter(({ impact }) => impact !== 'minor')
			.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
	}
});
