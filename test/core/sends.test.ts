import { providerNames } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { failureIn, groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

test('1MSG: “sent: false” without a job is an error with its text', async () => {
	const control = sandbox.control('oneMsg');
	const { group } = await setUp('oneMsg', control);
	await control.set({
		answerNext: { status: 200, body: { sent: false, message: 'No such mood today' } },
	});

	const parameters = { group: groupField(group), text: 'Hello' };
	const { error, details } = failureIn(
		await sandbox.run('oneMsg', 'message.send', parameters, { onError }),
	);

	expect(error).toContain('No such mood today');
	expect(details).toMatchObject({ httpStatus: 200 });
	expect(details.status).toBeUndefined();
});

test('1MSG: a closed window is explained', async () => {
	const control = sandbox.control('oneMsg');
	const { group } = await setUp('oneMsg', control);
	await control.set({ windowClosed: true });

	const parameters = { group: groupField(group), text: 'Hello' };
	const { error, details } = failureIn(
		await sandbox.run('oneMsg', 'message.send', parameters, { onError }),
	);

	expect(error).toMatch(/24-hour window.*closed/);
	expect(details.description).toMatch(/template[^]*Dialog window is closed/);
});

test("1MSG: a queued send has the status queued, and its job ID isn't a message ID", async () => {
	const control = sandbox.control('oneMsg');
	const { group } = await setUp('oneMsg', control);
	await control.set({ queueSends: true });

	const { json, error } = await sandbox.run('oneMsg', 'message.send', {
		group: groupField(group),
		text: 'Hello',
	});

	expect(error).toBeUndefined();
	expect(json).toEqual([
		{
			provider: 'oneMsg',
			groupId: group.id,
			messageId: null,
			status: 'queued',
			timestamp: null,
		},
	]);
});

test.each([false, true])('A1Base: a wrapped response (%s) is read the same way', async (wrap) => {
	const control = sandbox.control('a1Base');
	const { group } = await setUp('a1Base', control);
	await control.set({ wrapAnswers: wrap });

	const { json } = await sandbox.run('a1Base', 'message.send', {
		group: groupField(group),
		text: 'Hello',
	});

	const { answer } = firstOf(await control.calls());
	expect(Object.keys(answer as object).includes('data')).toBe(wrap);
	expect(json).toEqual([
		{
			provider: 'a1Base',
			groupId: group.id,
			messageId: null,
			status: 'queued',
			timestamp: (await control.group(group)).messages.at(-1)?.time,
		},
	]);
});

test('360dialog: ids with “/”, “+” and “=” are encoded in paths', async () => {
	const control = sandbox.control('dialog360');
	const { group } = await setUp('dialog360', control);
	expect(group.id).toMatch(/\/.*\+|\+.*\//);
	expect(group.id).toMatch(/=/);

	const { json } = await sandbox.run('dialog360', 'inviteLink.get', { group: groupField(group) });

	expect(json).toMatchObject([{ groupId: group.id, inviteLink: group.inviteLink }]);
	const { path } = firstOf(await control.calls());
	expect(path).toContain(`/${encodeURIComponent(group.id)}/`);
});

test.each(['', '@g.us'])('1MSG: an ID that ends with “%s” works', async (suffix) => {
	const control = sandbox.control('oneMsg');
	const { group } = await setUp('oneMsg', control);
	const id = groupField(group.id + suffix);

	const sent = await sandbox.run('oneMsg', 'message.send', { group: id, text: 'Hello' });
	const link = await sandbox.run('oneMsg', 'inviteLink.get', { group: id });

	expect([firstOf(sent.json).groupId, firstOf(link.json).groupId]).toEqual([group.id, group.id]);
	expect((await control.group(group)).messages.at(-1)?.text).toBe('Hello');
	const [send, get] = await control.calls();
	expect(send!.body).toMatchObject({ chatId: `${group.id}@g.us` });
	expect(get!.path).toContain(`/groups/${group.id}/inviteLink`);
});

test.each(providerNames)(
	'%s: several items keep their order, each with its own values',
	async (provider) => {
		const control = sandbox.control(provider);
		const { group: one } = await setUp(provider, control);
		const { group: other } = await setUp(provider, control);
		const input = [one, other, one, other].map(({ id }, index) => ({ id, words: `Word ${index}` }));

		const { items } = await sandbox.run(
			provider,
			'message.send',
			{ group: groupField('={{ $json.id }}'), text: '={{ $json.words }} of {{ $itemIndex }}' },
			{ input },
		);

		expect(items.map(({ json }) => json.groupId)).toEqual(input.map(({ id }) => id));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
		const texts = async (id: string) =>
			(await control.group(id)).messages
				.filter((sent) => sent.fromBusiness)
				.map(({ text }) => text);
		expect(await texts(one.id)).toEqual(['Word 0 of 0', 'Word 2 of 2']);
		expect(await texts(other.id)).toEqual(['Word 1 of 1', 'Word 3 of 3']);
	},
);

test.each(providerNames)(
	'%s: a text of 4096 characters of every kind arrives unchanged',
	async (provider) => {
		const control = sandbox.control(provider);
		const { group } = await setUp(provider, control);
		const text = `“Grüße” <b>&amp;</b> 👋🏽\n\\"{{ no expression }}" ${'x'.repeat(5000)}`.slice(
			0,
			4096,
		);

		const { error } = await sandbox.run(
			provider,
			'message.send',
			{ group: groupField(group), text: '={{ $json.text }}' },
			{ input: [{ text }] },
		);

		expect(error).toBeUndefined();
		expect((await control.group(group)).messages.at(-1)?.text).toBe(text);
	},
);

test.each(providerNames)('%s: a group can be picked from the list', async (provider) => {
	const control = sandbox.control(provider);
	const { group } = await setUp(provider, control);
	const picked = { __rl: true, mode: 'list', value: group.id, cachedResultName: group.subject };

	const { json } = await sandbox.run(provider, 'message.send', { group: picked, text: 'Hello' });

	expect(json).toMatchObject([{ groupId: group.id }]);
});
