/** The traffic between the provider and n8n, and the switches that disturb it. */
import { noFaults } from '../../../sandbox/server/faults';
import { firstOf } from '../../support/firstOf';
import { client, startReceiver, until } from '../support';
import { describeInBrowser, labels, providerNames, seen, usePage } from './support';

describeInBrowser('the network on the page', () => {
	const { setup, open, page, at, choose, button, rows, send, listen, dialog360, forget } =
		usePage();
	const row = (text: string) => rows().filter({ hasText: text });
	const summary = (text: string) => page().locator('summary').filter({ hasText: text });
	const outcome = (text: string) => row(text).locator('summary .outcome');

	it('is one row per message, with time, direction, group, content and outcome', async () => {
		await listen();
		const group = await setup.control.seed(2);
		await setup.control.write(group, 'Is it *Monday*?');
		await send(group.id, 'It is.');
		await open();
		await until(async () => (await rows().count()) === 3);
		const lines = await rows().locator('summary').allInnerTexts();
		expect(lines.map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
			expect.stringMatching(
				/^Send “It is\.” \d+:\d+:\d+.* API call from n8n · Launch crew · 2 more Done$/,
			),
			expect.stringMatching(
				/^Person 0 wrote “Is it Monday\?” \d+:\d+:\d+.* Webhook to n8n · Launch crew Accepted$/,
			),
			expect.stringMatching(/^Set the webhook \d+:\d+:\d+.* API call from n8n Done$/),
		]);
		await row('It is.').locator('summary').click();
		await seen(row('It is.').getByText('Sent to the group · Accepted'));
		await seen(row('It is.').getByText('Delivered to Person 0, Person 1 · Accepted'));
		await seen(row('It is.').getByText('POST /dialog360/messages · 200'));
	});

	it('shows a long link in an opened row within the panel', async () => {
		await listen();
		const group = await setup.control.seed(1);
		await send(group.id, `https://example.com/${'long'.repeat(60)}`);
		await open();
		await row('https://example.com/').locator('summary').click();
		await seen(row('https://example.com/').getByText('Sent to the group · Accepted'));
		const hidden = await page()
			.locator('.side-scroll')
			.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
		expect(hidden).toBe(0);
	});

	it('folds several webhook addresses', async () => {
		await listen();
		await open();
		await seen(page().getByText(setup.receiver.url, { exact: true }));
		const url = `${setup.receiver.url}/second`;
		const destinations = [{ name: 'second', url }];
		await dialog360().post('/multi_webhook', { enabled: true, destinations });
		const folded = summary('Webhooks go to 2 addresses');
		await seen(folded);
		const address = page().getByText(url, { exact: true });
		expect(await address.isVisible()).toBe(false);
		await folded.click();
		expect(await address.isVisible()).toBe(true);
	});

	it('shows in red what failed, later too, and nothing else', async () => {
		const group = await setup.control.seed(1);
		await dialog360().get('/v1/configs/webhook');
		await dialog360().get(`/groups/${encodeURIComponent('no-group')}`);
		await listen();
		await setup.control.set({ windowClosed: true });
		await send(group.id, 'Too late');
		await open();
		await until(
			async () => (await outcome('Too late').innerText()) === 'Failed for the whole group',
		);
		expect(await outcome('Too late').getAttribute('class')).toContain('bad');
		expect(await outcome('Get a group').innerText()).toMatch(/ · 4\d\d$/);
		expect(await outcome('Get a group').getAttribute('class')).toContain('bad');
		expect(await outcome('Look up the webhook').innerText()).toBe('None set');
		expect(await outcome('Look up the webhook').getAttribute('class')).not.toContain('bad');
	});

	it('names the message that A1Base has sent, although its response has no ID', async () => {
		const receiver = await startReceiver();
		const group = await at('a1Base').seed(1);
		await at('a1Base').set({ webhookUrl: receiver.url });
		const { accountId, apiKey, apiSecret, agentNumber, baseUrl } = setup.sandbox.accounts.a1Base;
		const headers = { 'X-API-Key': apiKey, 'X-API-Secret': apiSecret };
		const message = {
			content: 'Hello',
			from: agentNumber,
			thread_id: group.id,
			service: 'whatsapp',
		};
		const sent = await client(baseUrl, headers).post(`/messages/group/${accountId}/send`, message);
		expect(sent.status).toBe(200);
		await open();
		await choose('A1Base');
		await seen(row('Send “Hello”').getByText('Launch crew · 1 more'));
		await receiver.close();
	});

	it('has each attempt of a webhook, and delivers once more', async () => {
		await listen();
		const group = await setup.control.seed(1);
		await setup.control.set({ redeliveryBaseMs: 20 });
		await open();
		await seen(page().getByText(setup.receiver.url));

		await page().getByText('Make something fail').click();
		await page().getByLabel('429: too many requests').check();
		await until(async () => (await setup.control.http.get('/settings')).data.tooManyRequests);
		await dialog360().get('/groups');
		await seen(row('List the groups').getByText('Too many requests · 429'));
		await page().getByLabel('429: too many requests').uncheck();

		setup.receiver.statuses.push(500);
		await setup.control.write(group, 'Hi');
		const entry = row('wrote “Hi”');
		await seen(entry.getByText('Accepted at attempt 2'));
		await entry.locator('summary').click();
		expect(await entry.locator('.attempts li').allTextContents()).toEqual([
			expect.stringMatching(/: n8n answered 500\s*$/),
			expect.stringMatching(/: accepted \(200\)\s*$/),
		]);
		await seen(entry.getByText('"body": "Hi"'));

		await button('Deliver again', entry).click();
		await seen(entry.getByText('Accepted 2 times'));
		expect(setup.receiver.received).toHaveLength(3);
		await forget();
	});

	it.each([
		['Slow: responses after 3 seconds', { answerDelayMs: 3000 }],
		['500: server error', { serverError: true }],
		['Webhooks get lost', { loseWebhooks: true }],
		['Webhooks come twice', { repeatWebhooks: true }],
	])('switches "%s" on and off, and says how many are on', async (label, on) => {
		await open();
		const settings = async () => (await setup.control.http.get('/settings')).data;
		await page().getByText('Make something fail').click();
		await page().getByLabel(label).check();
		await until(async () => contains(await settings(), on));
		await seen(page().getByText('1 on'));
		await page().getByLabel(label).uncheck();
		await until(async () => contains(await settings(), noFaults));
	});

	it.each(providerNames)('has words for each setting of %s', async (provider) => {
		await open();
		await choose(labels[provider]);
		await summary(`Set up ${labels[provider]}`).click();
		const { data } = await at(provider).http.get('/settings');
		const elsewhere = [...Object.keys(noFaults), 'answerNext', 'keepWindow', 'windowClosed'];
		const expected = Object.keys(data).filter((name) => !elsewhere.includes(name));
		const inputs = page().locator('details[open] label');
		expect(await inputs.count()).toBe(expected.length);
		for (const label of await inputs.allInnerTexts()) expect(label).toMatch(/\w+ \w+/);
	});

	it("sets up what a provider's documents leave open", async () => {
		const receiver = await startReceiver();
		await open();
		await choose('A1Base');
		await summary('Set up A1Base').click();
		const address = page().getByLabel("Webhook address in the provider's dashboard");
		await address.fill(receiver.url);
		await address.press('Enter');
		await page().getByLabel('Webhooks are signed').check();
		const group = await at('a1Base').seed(1);
		await until(async () => (await at('a1Base').http.get('/settings')).data.signDeliveries);
		await at('a1Base').write(group, 'Hi');
		await until(() => receiver.received.length > 0);
		expect(firstOf(receiver.received).headers).toHaveProperty('x-signature');
		await receiver.close();
	});
});

function contains(whole: object, part: object): boolean {
	return JSON.stringify({ ...whole, ...part }) === JSON.stringify(whole);
}
