/** The page in a real browser, without n8n: what is seen, what can be done, and by whom. */
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startSandbox } from '../../sandbox';
import { type ProviderName, providerNames } from '../../sandbox/providers';
import { browserPath, openBrowser, takePicture } from '../e2e/support/browser';
import type { Message } from '../../sandbox/world/model';
import { client, controlOf, person, startReceiver, until, useSandbox } from './support';

// Needs a Chromium on this machine.
const describeInBrowser = browserPath ? describe : describe.skip;

const setup = useSandbox('dialog360');
const laptop = { width: 1280, height: 800 };
const phone = { width: 375, height: 720 };

let browser: Browser;
let page: Page;
const faults: string[] = [];

async function open(options: BrowserContextOptions = {}, url = setup.sandbox.url): Promise<Page> {
	const context = await browser.newContext({ viewport: laptop, ...options });
	page = await context.newPage();
	page.setDefaultTimeout(10_000);
	page.on('pageerror', ({ message }) => faults.push(message));
	await page.goto(url);
	return page;
}

const at = (provider: ProviderName) => controlOf(setup.sandbox, provider);
const choose = async (label: string) => await page.getByText(label, { exact: true }).click();
const button = (name: string | RegExp, within: Locator | Page = page) =>
	within.getByRole('button', { name, exact: typeof name === 'string' });
const chat = () => page.getByRole('log', { name: 'Messages' });
const bubble = (text: string) => chat().getByRole('article').filter({ hasText: text });
const entries = () => page.getByRole('list', { name: /^Calls and webhooks/ }).locator('.entry');
const seen = async (locator: Locator) => await locator.first().waitFor();

/** The business writes, as a workflow would let it. */
async function send(to: string, body: string): Promise<string> {
	const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
	const message = { messaging_product: 'whatsapp', recipient_type: 'group', to };
	const { data } = await client(baseUrl, { 'D360-API-KEY': apiKey }).post('/messages', {
		...{ ...message, type: 'text' },
		text: { body },
	});
	return data.messages[0].id;
}

describeInBrowser('the page', () => {
	beforeAll(async () => {
		browser = await openBrowser();
	}, 60_000);
	afterEach(async () => {
		await page.context().close();
		expect(faults.splice(0)).toEqual([]);
	});
	afterAll(async () => await browser?.close());

	it('shows a message of the business with how far it has come, participant by participant', async () => {
		const group = await setup.control.seed(2);
		const id = await send(group.id, 'Good morning');
		await open();

		await seen(bubble('Good morning').getByText('0 of 2 read'));
		await button('Read as Person 0', bubble('Good morning')).click();
		await seen(bubble('Good morning').getByText('1 of 2 read'));
		await bubble('Good morning').getByText('1 of 2 read').click();
		await seen(chat().getByText('Person 0: read'));
		await seen(chat().getByText('Person 1: delivered'));

		const [{ statuses }] = (await setup.control.group(group)).messages;
		expect(statuses).toEqual({ [person(0).id]: 'read', [person(1).id]: 'delivered' });
		expect(id).toMatch(/^wamid\./);
	});

	it('lets any participant write and answer, and shows what is answered', async () => {
		const group = await setup.control.seed(2);
		await open();
		await page.getByLabel('Message', { exact: true }).fill('Who comes?');
		await button('Send').click();
		await seen(bubble('Who comes?'));

		await button('Reply', bubble('Who comes?')).click();
		await page.getByLabel('Write as').selectOption('Person 1');
		await page.getByLabel('Message', { exact: true }).fill('I do');
		await page.keyboard.press('Enter');
		await seen(bubble('I do').locator('blockquote').getByText('Who comes?'));

		const { messages } = await setup.control.group(group);
		expect(messages).toMatchObject([
			{ from: person(0), text: 'Who comes?', replyTo: null },
			{ from: person(1), text: 'I do', replyTo: messages[0].id },
		]);
	});

	it('sends each kind of message that the provider reports', async () => {
		for (const provider of providerNames) await at(provider).seed(1);
		await open();
		for (const [provider, label] of [
			['dialog360', '360dialog'],
			['oneMsg', '1MSG'],
			['a1Base', 'A1Base'],
			['metaCloud', 'Meta Cloud API'],
		] as const) {
			await choose(label);
			const attach = page.getByLabel('Send something else');
			const kinds = await attach.locator('option').allTextContents();
			for (const kind of kinds.slice(1)) await attach.selectOption(kind);
			const group = await until(async () => {
				return (await at(provider).groups()).find(
					({ messages }) => messages.length === kinds.length - 1,
				);
			});
			const kindOf = ({ type, media }: Message) => (media?.voice ? 'voice' : type);
			expect(group.messages.map((message) => kindOf(message).toLowerCase())).toEqual(
				kinds.slice(1).map((kind) => kind.toLowerCase().replaceAll(' ', '')),
			);
			await until(async () => (await chat().getByRole('article').count()) === kinds.length - 1);
		}
		await seen(chat().locator('img'));
		const isLoaded = 'document.querySelector("[role=log] img").naturalWidth > 0';
		await until(async () => await page.evaluate<boolean>(isLoaded));
	});

	it('offers what there is to try, and writes it as the chosen person', async () => {
		const group = await setup.control.seed(2);
		await open();
		await page.getByLabel('Write as').selectOption('Person 1');
		await setup.control.http.put('/try-out', [{ text: 'menu', example: 'Answer a keyword' }]);
		const offer = button('Try it: write menu');
		expect(await offer.getAttribute('title')).toBe('Answer a keyword');
		await offer.click();
		await seen(bubble('menu'));
		const { messages } = await setup.control.group(group);
		expect(messages).toMatchObject([{ from: person(1), type: 'text', text: 'menu' }]);
	});

	it('opens the links of a message', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Answer at https://example.com/a?b=1&c=2 now');
		await open();
		const link = bubble('Answer at').getByRole('link');
		expect(await link.getAttribute('href')).toBe('https://example.com/a?b=1&c=2');
		expect(await bubble('Answer at').locator('.text').textContent()).toBe(
			'Answer at https://example.com/a?b=1&c=2 now',
		);
	});

	it('shows reactions at the message that they are for', async () => {
		const group = await at('a1Base').seed(1);
		await at('a1Base').write(group, 'It is done');
		await open();
		await choose('A1Base');
		await button('React 👍', bubble('It is done')).click();
		await seen(bubble('It is done').getByTitle('Person 0'));
		expect((await at('a1Base').group(group)).messages[1]).toMatchObject({
			type: 'reaction',
			emoji: '👍',
		});
	});

	it('shows only the latest reaction of each person', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'It is done');
		await open();
		await button('React 👍', bubble('It is done')).click();
		await seen(bubble('It is done').getByTitle('Person 0').getByText('👍'));
		await button('React ❤️', bubble('It is done')).click();
		await seen(bubble('It is done').getByTitle('Person 0').getByText('❤️'));
		await page.getByLabel('Write as').selectOption('Person 1');
		await button('React 👍', bubble('It is done')).click();
		await seen(bubble('It is done').getByTitle('Person 1').getByText('👍'));
		expect(await bubble('It is done').locator('.reactions > span').count()).toBe(2);
	});

	it('lets people edit and delete their own messages, and nobody else', async () => {
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'Helo');
		await setup.control.write(group, 'Mine', { from: person(1).id });
		await open();
		expect(await button('Edit', bubble('Mine')).count()).toBe(0);
		expect(await button('Delete', bubble('Mine')).count()).toBe(0);

		await button('Edit', bubble('Helo')).click();
		const box = page.getByLabel('Message', { exact: true });
		await until(async () => (await box.inputValue()) === 'Helo');
		await box.fill('Hello');
		await button('Send').click();
		await seen(bubble('Hello').getByText('Edited'));
		expect(await box.inputValue()).toBe('');

		await button('Delete', bubble('Hello')).click();
		const deleted = bubble('This message was deleted');
		await seen(deleted);
		expect(await button(/./, deleted).count()).toBe(0);
		const { messages } = await setup.control.group(group);
		expect(messages.map(({ type }) => type)).toEqual(['text', 'text', 'edit', 'delete']);
		expect(messages[0]).toMatchObject({ text: 'This message was deleted', change: 'deleted' });
	});

	it('lets people hide their number, which the webhook then leaves out', async () => {
		const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
		const api = client(baseUrl, { 'D360-API-KEY': apiKey });
		await api.post('/v1/configs/webhook', { url: setup.receiver.url });
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		await page.getByLabel('Hide number of Person 0').check();
		await seen(page.getByText('@person.0'));
		await page.getByLabel('Message', { exact: true }).fill('Guess who');
		await button('Send').click();

		await until(() => setup.receiver.received.length > 0);
		const [{ body }] = setup.receiver.received;
		const { contacts, messages } = body.entry[0].changes[0].value;
		expect(messages[0]).toMatchObject({ from_user_id: expect.stringMatching(/^US\./) });
		expect(JSON.stringify([contacts, messages])).not.toContain(person(0).id);
		const delivery = entries().filter({ hasText: 'from_user_id' }).first();
		await delivery.click();
		await seen(delivery.getByText('from_user_id'));
	});

	it('shows for whom a message failed, and what the delivery to the others costs', async () => {
		const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
		const api = client(baseUrl, { 'D360-API-KEY': apiKey });
		await api.post('/v1/configs/webhook', { url: setup.receiver.url });
		const group = await setup.control.seed(2);
		await open();
		await button('Group info').click();
		await page.getByLabel('Unreachable: Person 1').check();
		await until(async () => {
			return (await setup.control.group(group)).participants.some(({ unreachable }) => unreachable);
		});
		await send(group.id, 'Good morning');
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

	it('lets people join by link and leave, with a line about it, and says why somebody cannot', async () => {
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		const newcomer = page.getByLabel('New member', { exact: true });
		await newcomer.fill('Cleo');
		await button('Join by link').click();
		await seen(chat().getByText('Cleo joined with the invite link'));

		await newcomer.fill('Cleo');
		await button('Join by link').click();
		await seen(page.getByRole('alert').getByText('is already a participant of "Launch crew"'));
		await button('Close').click();
		expect(await page.getByRole('alert').count()).toBe(0);

		await button('Leave as Cleo').click();
		await seen(chat().getByText('Cleo left'));
		expect((await setup.control.groups())[0].participants).toHaveLength(2);
	});

	it('lets people ask to join where it needs approval, and withdraw', async () => {
		await open();
		await page.getByLabel('Group name').fill('By invitation');
		await page.getByLabel('Members', { exact: true }).fill('Ana');
		await page.getByLabel('Approve new members').check();
		await button('Create group').click();
		await seen(page.getByRole('heading', { name: 'By invitation' }));

		await button('Group info').click();
		await button('Ask to join').click();
		await seen(page.getByText('Waiting for approval'));
		await seen(chat().getByText('Ben asked to join'));
		const [{ joinRequests }] = await setup.control.groups();
		expect(joinRequests).toMatchObject([{ person: { name: 'Ben' } }]);
		await button('Withdraw').click();
		await seen(chat().getByText('Ben withdrew the request to join'));
		expect((await setup.control.groups())[0].joinRequests).toEqual([]);
	});

	it('suspends a group, and lifts it', async () => {
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		await button('Suspend the group').click();
		await seen(page.getByText('suspended', { exact: true }));
		await button('Lift the suspension').click();
		await seen(button('Suspend the group'));
		expect((await setup.control.groups())[0].suspended).toBe(false);
	});

	it('invites the business where it can join groups, and shows what is said one to one', async () => {
		await open();
		await choose('A1Base');
		await page.getByText('Invite the business').click();
		await page.getByLabel('Name of the group').fill('Neighbours');
		await button('Send invitation').click();
		await button(/^One to one/).click();
		await seen(bubble('Invitation to Neighbours'));
		expect(await page.getByText('Suspend').count()).toBe(0);
	});

	it('shows pins on top, and what a workflow changes, without being asked again', async () => {
		const group = await setup.control.seed(1);
		const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
		const api = client(baseUrl, { 'D360-API-KEY': apiKey });
		await open();
		const id = await send(group.id, 'The agenda');
		await seen(bubble('The agenda'));
		await api.post('/messages', {
			...{ messaging_product: 'whatsapp', recipient_type: 'group', to: group.id, type: 'pin' },
			pin: { type: 'pin', message_id: id, expiration_days: 7 },
		});
		await seen(page.locator('.pins').getByText('The agenda'));
		await api.post(`/groups/${encodeURIComponent(group.id)}`, {
			...{ messaging_product: 'whatsapp', subject: 'Launched' },
		});
		await seen(page.getByRole('heading', { name: 'Launched' }));
		await seen(chat().getByText('The group name is now "Launched"'));
	});

	it('shows words as words', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, '<img src=x onerror="document.title=1"> {{ 1 + 1 }}');
		await open();
		await seen(bubble('<img src=x onerror="document.title=1"> {{ 1 + 1 }}'));
		expect(await page.title()).toBe('WhatsApp Groups sandbox');
	});

	it('logs each call and each attempt of a webhook, and delivers once more', async () => {
		const { baseUrl, apiKey } = setup.sandbox.accounts.dialog360;
		const api = client(baseUrl, { 'D360-API-KEY': apiKey });
		await api.post('/v1/configs/webhook', { url: setup.receiver.url });
		const group = await setup.control.seed(1);
		await setup.control.set({ redeliveryBaseMs: 20 });
		await open();
		await seen(page.getByText(setup.receiver.url));

		await page.getByLabel('429: too many requests').check();
		await until(async () => (await setup.control.http.get('/settings')).data.tooManyRequests);
		await api.get('/groups');
		await seen(entries().filter({ hasText: 'GET /dialog360/groups' }).filter({ hasText: '429' }));
		await page.getByLabel('429: too many requests').uncheck();

		setup.receiver.statuses.push(500);
		await setup.control.write(group, 'Hi');
		const entry = entries().filter({ hasText: 'Message received' });
		await seen(entry.getByText('2 attempts, 200'));
		await entry.locator('summary').click();
		expect(await entry.locator('.attempts li').allTextContents()).toEqual([
			expect.stringMatching(/: 500$/),
			expect.stringMatching(/: 200$/),
		]);
		await seen(entry.getByText('"body": "Hi"'));

		await button('Deliver again', entry).click();
		await seen(entry.getByText('3 attempts, 200'));
		expect(setup.receiver.received).toHaveLength(3);
		// The contract names no answer of the switches, and all calls are held against it.
		await client(setup.sandbox.url).post('/sandbox/reset');
	});

	it.each([
		['Slow: responses after 3 seconds', { answerDelayMs: 3000 }, { answerDelayMs: 0 }],
		['500: server error', { serverError: true }, { serverError: false }],
		['Webhooks get lost', { loseWebhooks: true }, { loseWebhooks: false }],
		['Webhooks come twice', { repeatWebhooks: true }, { repeatWebhooks: false }],
	])('switches "%s" on and off', async (label, on, off) => {
		await open();
		const settings = async () => (await setup.control.http.get('/settings')).data;
		await page.getByLabel(label).check();
		await until(async () => contains(await settings(), on));
		await page.getByLabel(label).uncheck();
		await until(async () => contains(await settings(), off));
	});

	it("sets up what a provider's documents leave open", async () => {
		const receiver = await startReceiver();
		await open();
		await choose('A1Base');
		await page.getByText('Set up A1Base').click();
		await page.getByLabel('Webhook url').fill(receiver.url);
		await page.getByLabel('Webhook url').press('Enter');
		await page.getByLabel('Sign deliveries').check();
		const group = await at('a1Base').seed(1);
		await until(async () => (await at('a1Base').http.get('/settings')).data.signDeliveries);
		await at('a1Base').write(group, 'Hi');
		await until(() => receiver.received.length > 0);
		expect(receiver.received[0].headers).toHaveProperty('x-signature');
		await receiver.close();
	});

	it('continues by itself after the sandbox has restarted', async () => {
		const first = await startSandbox();
		const port = Number(new URL(first.url).port);
		await controlOf(first, 'dialog360').seed(1, 'Before');
		await open({}, first.url);
		await seen(page.getByRole('heading', { name: 'Before' }));
		await first.close();
		await seen(page.getByText("The sandbox doesn't respond"));

		const second = await startSandbox({ port });
		await controlOf(second, 'dialog360').seed(1, 'After');
		await seen(page.getByRole('heading', { name: 'After' }));
		expect(await page.getByText("The sandbox doesn't respond").count()).toBe(0);
		await page.close();
		await second.close();
	});

	it('can be used with the keyboard alone', async () => {
		const group = await setup.control.seed(1);
		await open();
		await seen(page.getByRole('heading', { name: 'Launch crew' }));
		await tabTo('Message');
		await page.keyboard.type('Without a mouse');
		await page.keyboard.press('Enter');
		await seen(bubble('Without a mouse'));
		await tabTo('Webhooks get lost');
		await page.keyboard.press('Space');
		await until(async () => (await setup.control.http.get('/settings')).data.loseWebhooks);
		expect((await setup.control.group(group)).messages).toHaveLength(1);
	});

	it('shows one part at a time on a phone', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Hi');
		await open({ viewport: phone });
		await seen(bubble('Hi'));
		await button('Network').click();
		await seen(page.getByText('Failures'));
		expect(await bubble('Hi').isVisible()).toBe(false);
		await button('Groups').click();
		await button(/^Launch crew/).click();
		await seen(bubble('Hi'));
		const isTooWide = 'document.documentElement.scrollWidth > innerWidth';
		expect(await page.evaluate<boolean>(isTooWide)).toBe(false);
	});

	describe.each([
		['light', { colorScheme: 'light' as const }],
		['dark', { colorScheme: 'dark' as const }],
		['on a phone', { viewport: phone }],
	])('%s', (name, options) => {
		it('is found accessible by axe, with everything open', async () => {
			const group = await setup.control.seed(2);
			await setup.control.write(group, 'Is the launch on Monday?');
			await setup.control.write(group, '', { type: 'image', text: undefined, caption: 'The plan' });
			const { data: wrong } = await setup.control.write(group, 'It is on Tuesday');
			await setup.control.write(group, '', { type: 'delete', text: undefined, replyTo: wrong.id });
			const id = await send(group.id, 'It is.');
			const thanks = { type: 'reaction', emoji: '👍', replyTo: id, text: undefined };
			await setup.control.write(group, '', thanks);
			await setup.control.read(group, 0, id);
			await open(options);
			await seen(bubble('It is.'));
			expect(await findings()).toEqual([]);

			await button('Group info').click();
			await bubble('It is.').getByText('1 of 2 read').click();
			await button('Reply', bubble('It is.')).click();
			expect(await findings()).toEqual([]);

			if (name === 'on a phone') await button('Network').click();
			await page.getByText('Set up 360dialog').click();
			await entries().first().locator('summary').click();
			expect(await findings()).toEqual([]);
			await takePicture(page, `sandbox-${name.split(' ').at(-1)}`);

			if (name === 'on a phone') await button('Groups').click();
			await page.getByText('New group').click();
			expect(await findings()).toEqual([]);
		});
	});
});

function contains(whole: object, part: object): boolean {
	return JSON.stringify({ ...whole, ...part }) === JSON.stringify(whole);
}

/** Presses Tab until the field with this label has the focus. */
async function tabTo(label: string): Promise<void> {
	const focused = `(() => {
		const { labels, placeholder } = document.activeElement;
		return [placeholder, ...[...(labels ?? [])].map((one) => one.textContent.trim())];
	})()`;
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if ((await page.evaluate<string[]>(focused)).includes(label)) return;
	}
	throw new Error(`The focus never came to ${label}`);
}

/** Findings that axe calls moderate or worse. */
async function findings(): Promise<object[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
	return violations
		.filter(({ impact }) => impact !== 'minor')
		.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
}
