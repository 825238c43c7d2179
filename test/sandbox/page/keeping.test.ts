/** What is not lost: texts, choices and the connection. */
import { startSandbox } from '../../../sandbox';
import { firstOf } from '../../support/firstOf';
import { controlOf, person, until } from '../support';
import { describeInBrowser, gone, seen, usePage } from './support';

describeInBrowser('the page keeps', () => {
	const { setup, open, page, at, choose, button, chat, bubble, box, list, act } = usePage();
	const text = async () => await box().inputValue();

	/** Lets requests wait until the returned function is called. */
	async function hold(url: string, method: string): Promise<() => void> {
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		await page().route(url, async (route) => {
			if (route.request().method() === method) await released;
			await route.continue();
		});
		return release;
	}

	it('the provider, the group, the person and the unsent text across a reload', async () => {
		await at('oneMsg').seed(2, 'Swimmers');
		await at('oneMsg').seed(1, 'Runners');
		await open();
		await choose('1MSG');
		await button(/^Swimmers/, list()).click();
		await page().getByLabel('Write as').selectOption('Person 1');
		await box().fill('Not yet');
		await page().reload();
		await seen(page().getByRole('heading', { name: 'Swimmers' }));
		expect(await page().getByRole('radio', { name: '1MSG' }).isChecked()).toBe(true);
		expect(await page().getByLabel('Write as').inputValue()).toBe(person(1).id);
		expect(await text()).toBe('Not yet');
	});

	it('an unsent text for its own group', async () => {
		await setup.control.seed(1, 'Swimmers');
		await setup.control.seed(1, 'Runners');
		await open();
		await button(/^Swimmers/, list()).click();
		await box().fill('For swimmers');
		await button(/^Runners/, list()).click();
		expect(await text()).toBe('');
		await button(/^Swimmers/, list()).click();
		expect(await text()).toBe('For swimmers');
	});

	it('a text that is written while it changes to another provider', async () => {
		await setup.control.seed(1, 'At 360dialog');
		await at('oneMsg').seed(1, 'At 1MSG');
		await open();
		await box().fill('Before');
		const release = await hold('**/sandbox/oneMsg/groups', 'GET');
		await choose('1MSG');
		await seen(page().getByText('Loading 1MSG'));
		const writing = box().fill('During');
		release();
		await writing;
		await seen(page().getByRole('heading', { name: 'At 1MSG' }));
		expect(await text()).toBe('During');
		await page().keyboard.press('Enter');
		await seen(bubble('During'));
		expect(firstOf(await setup.control.groups()).messages).toEqual([]);
		await choose('360dialog');
		expect(await text()).toBe('Before');
	});

	it('a text that is written while the one before is sent, and one that cannot be sent', async () => {
		const group = await setup.control.seed(1);
		await open();
		const release = await hold('**/messages', 'POST');
		await box().fill('First');
		await page().keyboard.press('Enter');
		await page().keyboard.type('Second');
		release();
		await seen(bubble('First'));
		expect(await text()).toBe('Second');

		await setup.control.leave(group, 0);
		await setup.control.join(group.inviteLink, 1);
		await page().route('**/messages', async (route) => {
			await route.fulfill({ status: 409, json: { error: 'Only admins can write' } });
		});
		await page().keyboard.press('Enter');
		await seen(page().getByRole('alert').getByText('Only admins can write'));
		expect(await text()).toBe('Second');
	});

	it('choices and texts when the sandbox has restarted, and says what is gone', async () => {
		const first = await startSandbox();
		const port = Number(new URL(first.url).port);
		await controlOf(first, 'dialog360').seed(2, 'Other');
		await controlOf(first, 'dialog360').seed(2, 'Launch crew');
		await open({}, first.url);
		await button(/^Other/, list()).click();
		await page().getByLabel('Write as').selectOption('Person 1');
		await box().fill('Not yet');
		await first.close();
		await seen(page().getByText("The sandbox doesn't respond"));
		expect(await page().getByText('Failed to fetch').count()).toBe(0);

		const second = await startSandbox({ port });
		await controlOf(second, 'dialog360').seed(2, 'Other');
		await controlOf(second, 'dialog360').seed(2, 'Launch crew');
		await seen(page().getByRole('status').getByText('The sandbox has restarted'));
		await gone(page().getByText("The sandbox doesn't respond"));
		await seen(page().getByRole('heading', { name: 'Other' }));
		expect(await page().getByLabel('Write as').inputValue()).toBe(person(1).id);
		expect(await text()).toBe('Not yet');
		await button('Close').click();
		await gone(page().getByText('The sandbox has restarted'));
		await page().close();
		await second.close();
	});

	it('everything open until Escape closes it, one after the other', async () => {
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'Hello');
		await open();
		await button('Group info').click();
		await button('New group').click();
		await act('Hello', 'Reply');
		await button('Actions', bubble('Hello')).click();
		const opened = [
			button('Edit', bubble('Hello')),
			page().getByText('Reply to Person 0'),
			page().getByLabel('Group name'),
			page().getByRole('region', { name: 'Group info' }),
		];
		for (const one of opened) await seen(one);
		for (const one of opened) {
			await page().keyboard.press('Escape');
			await gone(one);
		}
		await until(async () => await chat().isVisible());
	});
});
