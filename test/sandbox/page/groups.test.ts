/** The list of groups, and what happens to their members. */
import { firstOf } from '../../support/firstOf';
import { person, until } from '../support';
import { describeInBrowser, gone, seen, usePage } from './support';

describeInBrowser('groups on the page', () => {
	const { setup, open, page, at, choose, button, chat, bubble, list, box, ...more } = usePage();
	const { listen, rows } = more;
	const names = async () => await list().locator('.row strong').allTextContents();

	it('are in the order of the last activity, and found by a part of their name', async () => {
		const first = await setup.control.seed(1, 'Swimmers');
		await setup.control.seed(1, 'Runners');
		await open();
		await until(async () => (await names()).join() === 'Runners,Swimmers');
		await setup.control.write(first, 'Who is in?');
		await until(async () => (await names()).join() === 'Swimmers,Runners');
		const row = button(/^Swimmers/, list());
		await seen(row.getByText('Person 0: Who is in?'));
		expect(await row.getAttribute('title')).toBe('Swimmers');

		await page().getByLabel('Search groups').fill('RUN');
		await until(async () => (await names()).join() === 'Runners');
		await page().getByLabel('Search groups').fill('x');
		await seen(page().getByText("No group's name contains “x”."));
	});

	it('have a mark for new messages until they are opened, also after a reload', async () => {
		const swimmers = await setup.control.seed(1, 'Swimmers');
		const runners = await setup.control.seed(1, 'Runners');
		await setup.control.write(swimmers, 'Before');
		await open();
		const markOf = (name: RegExp) => button(name, list()).getByText('New messages');
		await button(/^Runners/, list()).click();
		await setup.control.write(runners, 'Here');
		await seen(bubble('Here'));
		await gone(markOf(/^Swimmers/));

		await setup.control.write(swimmers, 'Who is in?');
		await seen(markOf(/^Swimmers/));
		await page().reload();
		await seen(markOf(/^Swimmers/));
		await gone(markOf(/^Runners/));
		await button(/^Swimmers/, list()).click();
		await gone(markOf(/^Swimmers/));
	});

	it('are made at the top of the list, which then shows the new group and no form', async () => {
		for (let number = 0; number < 20; number++) await setup.control.seed(1, `Group ${number}`);
		await open();
		await button('New group').click();
		const { y } = (await page().getByLabel('Group name').boundingBox())!;
		expect(y).toBeLessThan(200);
		await page().getByLabel('Group name').fill('By invitation');
		await page().getByLabel('Members', { exact: true }).fill('Ana, Cleo, Ana');
		await page().getByLabel('Approve new members').check();
		await button('Create group').click();
		await seen(page().getByRole('heading', { name: 'By invitation' }));
		await gone(page().getByLabel('Group name'));
		expect((await names())[0]).toBe('By invitation');
	});

	it('say what to do first, with and without a workflow that listens', async () => {
		await open();
		await seen(page().getByText('360dialog has no groups yet'));
		await seen(page().getByLabel('Group name'));
		await setup.control.seed(1);
		const steps = page().getByRole('region', { name: 'First steps' });
		await seen(steps.getByText('No workflow listens yet'));
		await listen();
		await seen(steps.getByText('Write something as Person 0'));
		const n8n = steps.getByRole('link', { name: "Open n8n's executions" });
		const { origin } = new URL(setup.receiver.url);
		expect(await n8n.getAttribute('href')).toBe(`${origin}/home/executions`);
		await seen(page().locator('textarea:focus'));
		await page().keyboard.type('Hello');
		await page().keyboard.press('Enter');
		await seen(bubble('Hello'));
		await gone(steps);
	});

	it('say where to enter the webhook, if no call sets it', async () => {
		await at('a1Base').seed(1);
		await open();
		await choose('A1Base');
		const steps = page().getByRole('region', { name: 'First steps' });
		await seen(steps.getByText('under Set up A1Base. Then write something'));
		await seen(page().getByText('enter its URL under Set up A1Base'));
	});

	it('let people join by link and leave, with a line about it, and say why somebody cannot', async () => {
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		const newcomer = page().getByLabel('New member', { exact: true });
		await newcomer.fill('Cleo');
		await button('Join by link').click();
		await seen(chat().getByText('Cleo joined with the invite link'));

		await newcomer.fill('Cleo');
		await button('Join by link').click();
		await seen(page().getByRole('alert').getByText('is already in "Launch crew"'));
		await button('Close').click();
		await gone(page().getByRole('alert'));

		await button('Leave as Cleo').click();
		await seen(chat().getByText('Cleo left'));
		expect(firstOf(await setup.control.groups()).participants).toHaveLength(2);
	});

	it('let people ask to join where it needs approval, and withdraw', async () => {
		await open();
		await page().getByLabel('Group name').fill('By invitation');
		await page().getByLabel('Members', { exact: true }).fill('Ana');
		await page().getByLabel('Approve new members').check();
		await button('Create group').click();
		await seen(page().getByRole('heading', { name: 'By invitation' }));

		await button('Group info').click();
		await button('Ask to join').click();
		await seen(page().getByText('Waiting for approval'));
		await seen(page().getByText('A workflow approves or rejects them.'));
		await seen(chat().getByText('Ben asked to join'));
		const { joinRequests } = firstOf(await setup.control.groups());
		expect(joinRequests).toMatchObject([{ person: { name: 'Ben' } }]);
		await button('Withdraw').click();
		await seen(chat().getByText('Ben withdrew the request to join'));
		expect(firstOf(await setup.control.groups()).joinRequests).toEqual([]);
	});

	it('let people hide their number, which the webhook then leaves out', async () => {
		await listen();
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		await page().getByLabel('Hide number of Person 0').check();
		await seen(page().getByText('@person.0'));
		await box().fill('Guess who');
		await button('Send').click();

		await until(() => setup.receiver.received.length > 0);
		const { body } = firstOf(setup.receiver.received);
		const { contacts, messages } = body.entry[0].changes[0].value;
		expect(messages[0]).toMatchObject({ from_user_id: expect.stringMatching(/^US\./) });
		expect(JSON.stringify([contacts, messages])).not.toContain(person(0).id);
		await button('Close group info').click();
		const row = rows().filter({ hasText: 'Person 0 wrote “Guess who”' });
		await row.locator('summary').click();
		await seen(row.getByText('from_user_id'));
	});

	it('can be suspended, until the suspension is lifted', async () => {
		await setup.control.seed(1);
		await open();
		await button('Group info').click();
		await button('Suspend the group').click();
		await seen(page().getByText('suspended', { exact: true }));
		await button('Lift the suspension').click();
		await seen(button('Suspend the group'));
		expect(firstOf(await setup.control.groups()).suspended).toBe(false);
	});

	it('can be joined by the business where somebody can invite it, one to one', async () => {
		await open();
		await choose('A1Base');
		await page().getByText('Invite the business').click();
		await page().getByLabel('Name of the group').fill('Neighbours');
		await button('Send invitation').click();
		await seen(bubble('Invitation to Neighbours'));
		await seen(button(/^One to one/, list()));
		expect(await page().getByText('Suspend').count()).toBe(0);
	});
});
