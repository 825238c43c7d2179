/** The chat: what people and the business write, and how it is shown. */
import type { Message } from '../../../sandbox/world/model';
import { firstOf } from '../../support/firstOf';
import { person, until } from '../support';
import { describeInBrowser, gone, labels, phone, providerNames, seen, usePage } from './support';

describeInBrowser('the chat', () => {
	const { setup, open, page, at, choose, button, chat, bubble, box, act, write, send, ...more } =
		usePage();
	const { listen, dialog360, forget, isTooWide } = more;

	it('shows a message of the business with how far it has come, participant by participant', async () => {
		const group = await setup.control.seed(2);
		await send(group.id, 'Good morning');
		await open();

		await seen(bubble('Good morning').getByText('0 of 2 read'));
		await act('Good morning', 'Read as Person 0');
		await bubble('Good morning').getByText('1 of 2 read').click();
		await seen(chat().getByText('Person 0: read'));
		await seen(chat().getByText('Person 1: delivered'));

		const { statuses } = firstOf((await setup.control.group(group)).messages);
		expect(statuses).toEqual({ [person(0).id]: 'read', [person(1).id]: 'delivered' });
	});

	it('lets any participant write and reply, and leads from a quote to its message', async () => {
		const group = await setup.control.seed(2);
		await open();
		await write('Who comes?');
		await until(async () => (await setup.control.group(group)).messages.length === 1);
		for (let line = 0; line < 30; line++) await setup.control.write(group, `Line ${line}`);
		await act('Who comes?', 'Reply');
		await seen(page().getByText('Reply to Person 0'));
		await page().getByLabel('Write as').selectOption('Person 1');
		await write('I do');

		const quote = bubble('I do').locator('blockquote');
		await seen(quote.getByText('Who comes?'));
		await gone(page().getByText('Reply to Person 0'));
		const { messages } = await setup.control.group(group);
		expect(messages.at(-1)).toMatchObject({
			from: person(1),
			text: 'I do',
			replyTo: firstOf(messages).id,
		});
		await quote.getByRole('button').click();
		await until(async () => await isOnScreen(firstOf(messages).id));
	});

	const isOnScreen = async (id: string) =>
		await page().evaluate<boolean>(
			`(() => {
				const { top, bottom } = document.getElementById(${JSON.stringify(id)}).getBoundingClientRect();
				return top > 0 && bottom < innerHeight;
			})()`,
		);

	it('sends each kind of message that the provider reports', async () => {
		for (const provider of providerNames) await at(provider).seed(1);
		await open();
		for (const provider of providerNames) {
			await choose(labels[provider]);
			const attach = page().getByLabel('Attach', { exact: false });
			await seen(page().getByRole('heading', { name: 'Launch crew' }));
			const types = await attach
				.locator('option')
				.evaluateAll((all) => all.map((one) => one.getAttribute('value')).filter(Boolean));
			for (const type of types) await attach.selectOption(type);
			const group = await until(async () => {
				return (await at(provider).groups()).find(
					({ messages }) => messages.length === types.length,
				);
			});
			const typeOf = ({ type, media }: Message) => (media?.voice ? 'voice' : type);
			expect(group.messages.map(typeOf)).toEqual(types);
			await until(async () => (await chat().getByRole('article').count()) === types.length);
		}
		await seen(chat().locator('img'));
		const isLoaded = 'document.querySelector("[role=log] img").naturalWidth > 0';
		await until(async () => await page().evaluate<boolean>(isLoaded));
	});

	it('offers what there is to try, and writes it as the chosen person', async () => {
		const group = await setup.control.seed(2);
		await open();
		await page().getByLabel('Write as').selectOption('Person 1');
		await setup.control.http.put('/try-out', [{ text: 'menu', example: 'Answer a keyword' }]);
		const offer = button('Try it: write menu');
		expect(await offer.getAttribute('title')).toBe('Answer a keyword');
		await offer.click();
		await seen(bubble('menu'));
		const { messages } = await setup.control.group(group);
		expect(messages).toMatchObject([{ from: person(1), type: 'text', text: 'menu' }]);
	});

	it('formats words as WhatsApp does, and begins a new line with Shift and Enter', async () => {
		const group = await setup.control.seed(1);
		await open();
		await box().fill('*Bold*, _italic_, ~gone~, `code`, 2*3*4, a_b_c, *_both_*');
		await page().keyboard.press('Shift+Enter');
		await page().keyboard.type('Next: https://example.com/a_b_c?d=1&e=*2*.');
		await page().keyboard.press('Enter');
		const text = bubble('Bold').locator('.text');
		await seen(text);
		expect(await text.innerHTML()).toBe(
			'<strong>Bold</strong>, <em>italic</em>, <s>gone</s>, <code>code</code>, 2*3*4, a_b_c, ' +
				'<strong><em>both</em></strong>\nNext: <a href="https://example.com/a_b_c?d=1&amp;e=*2" ' +
				'target="_blank" rel="noreferrer">https://example.com/a_b_c?d=1&amp;e=*2</a>*.',
		);
		const height = (await text.boundingBox())!.height;
		expect(height).toBeGreaterThan(30);
		expect((await setup.control.group(group)).messages).toHaveLength(1);
	});

	it('shows words as words', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, '*<img src=x onerror="document.title=1">* {{ 1 + 1 }}');
		await open();
		await seen(bubble('<img src=x onerror="document.title=1"> {{ 1 + 1 }}'));
		expect(await page().title()).toBe('WhatsApp Groups sandbox');
	});

	it.each([
		['a laptop', {}],
		['a phone', phone],
	])(
		'shortens a long message in a reply, and never gets too wide on %s',
		async (_name, options) => {
			const group = await setup.control.seed(1);
			const { data: link } = await setup.control.write(group, `https://x.dev/${'a'.repeat(400)}`);
			await setup.control.write(group, 'Look', { replyTo: link.id });
			await open(options);
			await act('https://x.dev', 'Reply');
			const heights = await page()
				.locator('.quote')
				.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
			expect(heights).toHaveLength(2);
			expect(Math.max(...heights)).toBeLessThan(80);
			expect(await isTooWide()).toBe(false);
			const { x, width } = (await button('Send').boundingBox())!;
			expect(x + width).toBeLessThanOrEqual(page().viewportSize()!.width);
		},
	);

	it('names and pictures a person once for messages in a row, and each day', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'One');
		await setup.control.write(group, 'Two');
		await setup.control.write(group, 'Three', { from: person(1).id });
		await open();
		const isNamed = async (text: string) =>
			!(await bubble(text).getByRole('heading').getAttribute('class'))!.includes('hidden');
		expect(await isNamed('One')).toBe(true);
		expect(await isNamed('Two')).toBe(false);
		expect(await isNamed('Three')).toBe(true);
		expect(await bubble('Two').locator('.avatar').isVisible()).toBe(false);
		expect(await bubble('Three').locator('.avatar').innerText()).toBe('P1');
		expect(await chat().locator('.day').allTextContents()).toEqual(['Today']);

		await page().clock.setFixedTime(Date.now() + 24 * 60 * 60 * 1000);
		await page().reload();
		await seen(chat().getByText('Yesterday', { exact: true }));
	});

	it('shows only the latest reaction of each person', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'It is done');
		await open();
		await act('It is done', 'React 👍');
		await seen(bubble('It is done').getByTitle('Person 0').getByText('👍'));
		await act('It is done', 'React ❤️');
		await seen(bubble('It is done').getByTitle('Person 0').getByText('❤️'));
		await page().getByLabel('Write as').selectOption('Person 1');
		await act('It is done', 'React 👍');
		await seen(bubble('It is done').getByTitle('Person 1').getByText('👍'));
		expect(await bubble('It is done').locator('.reactions > span').count()).toBe(2);
	});

	it('lets people edit and delete their own messages, and nobody else', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'Helo');
		await setup.control.write(group, 'Mine', { from: person(1).id });
		await open();
		await box().fill('A draft');
		await button('Actions', bubble('Mine')).click();
		await seen(button('Reply', bubble('Mine')));
		expect(await button('Edit', bubble('Mine')).count()).toBe(0);
		expect(await button('Delete', bubble('Mine')).count()).toBe(0);

		await act('Helo', 'Edit');
		await until(async () => (await box().inputValue()) === 'Helo');
		await write('Hello');
		await seen(bubble('Hello').getByText('Edited'));
		expect(await box().inputValue()).toBe('A draft');

		await act('Hello', 'Delete');
		const deleted = bubble('This message was deleted');
		await seen(deleted);
		expect(await button(/./, deleted).count()).toBe(0);
		const { messages } = await setup.control.group(group);
		expect(messages.map(({ type }) => type)).toEqual(['text', 'text', 'edit', 'delete']);
		expect(messages[0]).toMatchObject({ text: 'This message was deleted', change: 'deleted' });
	});

	it('shows for whom a message failed, and what the delivery to the others costs', async () => {
		await listen();
		const group = await setup.control.seed(2);
		await open();
		await button('Group info').click();
		await page().getByLabel('Unreachable: Person 1').check();
		await until(async () => {
			return (await setup.control.group(group)).participants.some(({ unreachable }) => unreachable);
		});
		await send(group.id, 'Good morning');
		await seen(bubble('Good morning').getByText('Not delivered to Person 1'));
		await bubble('Good morning').getByText('0 of 2 read').click();
		await seen(chat().getByText('Person 0: delivered'));
		await seen(chat().getByText('Person 1: failed'));

		await until(() => setup.receiver.received.length >= 3);
		const statuses = setup.receiver.received.flatMap(
			({ body }) => body.entry[0].changes[0].value.statuses,
		);
		expect(statuses).toMatchObject([
			{ status: 'sent' },
			{ status: 'delivered', pricing: { billable: true, category: 'group_service' } },
			{ status: 'failed', errors: [{ code: 131026 }], recipient_participant_id: person(1).id },
		]);
	});

	it('says at the place of a message that it was rejected and how often, until it is sent', async () => {
		const group = await setup.control.seed(1);
		await open();
		await setup.control.set({ tooManyRequests: true });
		await send(group.id, 'Now?');
		await send(group.id, 'Now?');
		const failure = bubble('Not sent').filter({ hasText: 'Now?' });
		await seen(failure.getByText('Too many requests · 429'));
		await seen(failure.getByText('The workflow tried 2 times.'));
		expect(await failure.count()).toBe(1);

		await setup.control.set({ tooManyRequests: false });
		await send(group.id, 'Now?');
		await seen(bubble('Now?').getByText('0 of 1 read'));
		await gone(failure);
		await setup.control.set({ serverError: true });
		await send(group.id, 'Later?');
		await seen(bubble('Later?').getByText(/Failed · 500/));
		await forget();
	});

	it('says that 1MSG did not send, although it answers with 200', async () => {
		const group = await at('oneMsg').seed(1);
		await at('oneMsg').set({ windowClosed: true });
		const { channelId, apiKey, baseUrl } = setup.sandbox.accounts.oneMsg;
		const headers = { Authorization: `Bearer ${apiKey}` };
		await open();
		await choose('1MSG');
		await seen(page().getByText('The 24-hour window is closed'));
		await page().request.post(`${baseUrl}/${channelId}/sendMessage`, {
			headers,
			data: { chatId: `${group.id}@g.us`, body: 'Hello' },
		});
		await seen(bubble('Hello').getByText('Not sent. Dialog window is closed'));
	});

	it('says that a message failed later because the 24-hour window is closed, chosen in words', async () => {
		await listen();
		const group = await setup.control.seed(1);
		await open();
		await page().getByText('Make something fail').click();
		await page().getByLabel('Closed in every group').check();
		await seen(page().getByText('only templates get through'));
		await send(group.id, 'Hello');
		await seen(bubble('Hello').getByText('WhatsApp rejected it: the 24-hour window is closed'));

		await page().getByLabel('Always open').check();
		await until(async () => (await setup.control.http.get('/settings')).data.keepWindow === false);
		await send(group.id, 'Hello again');
		await seen(bubble('Hello again').getByText('0 of 1 read'));
	});

	it('shows pins on top, which lead to their message, and what a workflow changes', async () => {
		const group = await setup.control.seed(1);
		await open();
		const id = await send(group.id, 'The *agenda*');
		await seen(bubble('The agenda'));
		for (let line = 0; line < 30; line++) await setup.control.write(group, `Line ${line}`);
		await dialog360().post('/messages', {
			...{ messaging_product: 'whatsapp', recipient_type: 'group', to: group.id, type: 'pin' },
			pin: { type: 'pin', message_id: id, expiration_days: 7 },
		});
		await button('The agenda').click();
		await until(async () => await isOnScreen(id));
		await dialog360().post(`/groups/${encodeURIComponent(group.id)}`, {
			...{ messaging_product: 'whatsapp', subject: 'Launched' },
		});
		await seen(page().getByRole('heading', { name: 'Launched' }));
		await seen(chat().getByText('The group name is now "Launched"'));
	});
});
