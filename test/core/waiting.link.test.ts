import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../sandbox/providers';
import { until } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { WaitingRun } from '../support/waitingRun';
import { groupField, useSandbox } from './support/sandbox';
import { everyProvider, linkIn, post, show } from './support/asking';
import { shownFields } from './support/shownFields';

const sandbox = useSandbox();

async function ask(provider: ProviderName, parameters: INodeParameters = {}, people = 1) {
	const group = await sandbox.control(provider).seed(people);
	const run = await WaitingRun.start(
		{ provider, group: groupField(group), message: 'Deploy now?', ...parameters },
		sandbox.credentials(provider),
	);
	const texts = async () =>
		(await sandbox.control(provider).group(group)).messages.map(({ text }) => text);
	return { group, run, texts };
}

describe.each(everyProvider)('a question at %s', (provider) => {
	test('is answered by its link, and the group reads the result', async () => {
		const { run, group, texts } = await ask(provider);
		expect(run.error).toBeUndefined();
		expect(run.isWaiting).toBe(true);
		const text = firstOf(await texts());
		const link = linkIn(text);

		const page = await show(run, link);
		const answered = await post(run, link, { answer: 'yes' });

		expect(text).toContain('Deploy now?');
		expect(page).toMatchObject({ status: 200, type: 'html' });
		expect(page.body).toContain('Deploy now?');
		expect(page.headers['referrer-policy']).toBe('no-referrer');
		expect(answered).toMatchObject({ status: 200, type: 'html' });
		expect(run.outputs).toEqual([
			{
				provider,
				groupId: group.id,
				messageId: provider === 'a1Base' ? null : expect.stringMatching(/^wamid/),
				data: {
					approved: true,
					text: null,
					respondedAt: expect.any(String),
					responder: { id: null, name: null, userId: null, source: 'link' },
					responders: [expect.objectContaining({ approved: true, source: 'link' })],
				},
			},
		]);
		await until(async () => (await texts()).length === 2);
		expect((await texts())[1]).toBe('✅ *yes*');
	});
});

test('opening the link decides nothing', async () => {
	const { run, texts } = await ask('dialog360');
	const link = linkIn(firstOf(await texts()));

	for (let times = 0; times < 3; times++) await show(run, link);

	expect(run.outputs).toEqual([]);
	expect(await texts()).toHaveLength(1);
});

test('WhatsApp is asked for no preview of the link', async () => {
	await ask('dialog360');

	const call = firstOf((await sandbox.control('dialog360').calls()).slice(-1));
	expect(call.body).toMatchObject({ text: { preview_url: false } });
});

test('nothing that people write becomes a part of the page', async () => {
	const hostile = '"><script>alert(1)</script>&amp;\'';
	const approval = { message: hostile, options: { approveWords: hostile } };
	for (const parameters of [approval, { message: hostile, responseType: 'freeText' }]) {
		const { run, texts } = await ask('dialog360', parameters);
		const link = linkIn(firstOf(await texts()));

		const pages = [await show(run, link), await post(run, link, { text: hostile, answer: 'yes' })];

		expect(run.outputs).toHaveLength(1);
		for (const { body } of pages) {
			expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&#39;');
			expect(body).not.toContain('<script');
		}
	}
});

test.each(['{"answer":["yes"]}', '{"answer":{"0":"yes"}}', '{"answer":true}', '[]', 'null'])(
	'%s as JSON decides nothing',
	async (body) => {
		const { run, texts } = await ask('dialog360');
		const { pathname, search } = new URL(linkIn(firstOf(await texts())));
		const headers = { 'content-type': 'application/json' };

		const response = await run.request({ method: 'POST', path: pathname + search, headers, body });

		expect(response.status).toBe(400);
		expect(run.outputs).toEqual([]);
	},
);

test('a free text is read from the page', async () => {
	const { run, texts } = await ask('oneMsg', { responseType: 'freeText', message: 'Why?' });
	const link = linkIn(firstOf(await texts()));

	expect((await show(run, link)).body).toContain('<textarea');
	expect(await post(run, link, { text: '   ' })).toMatchObject({ status: 400 });
	expect(run.outputs).toEqual([]);
	await post(run, link, { text: ' Because <b>. ' });

	expect(run.outputs).toMatchObject([{ data: { approved: null, text: 'Because <b>.' } }]);
});

test('a text longer than a message is cut off', async () => {
	const { run, texts } = await ask('dialog360', { responseType: 'freeText' });

	await post(run, linkIn(firstOf(await texts())), { text: 'a'.repeat(100_000) });

	expect(run.outputs).toMatchObject([{ data: { text: 'a'.repeat(4096) } }]);
});

test("the builder's words are on the page and in the group", async () => {
	const options = { approveWords: 'ja, klar', declineWords: 'nein' };
	const { run, texts } = await ask('metaCloud', { message: 'Jetzt <ausrollen>?', options });
	const text = firstOf(await texts());

	expect(text).toContain('*ja*');
	expect(text).toContain('*nein*');
	const { body } = await show(run, linkIn(text));
	expect(body).toContain('Jetzt &lt;ausrollen&gt;?');
	expect(body).toMatch(/>Ja<[\s\S]*>Nein</);
	expect(body).toContain('dir="auto"');
	await post(run, linkIn(text), { answer: 'no' });
	await until(async () => (await texts()).length === 2);
	expect((await texts())[1]).toBe('❌ *nein*');
	expect(run.outputs).toMatchObject([{ data: { approved: false } }]);
});

test.each(['نعم، موافق', 'はい、うん', '好，行', 'ja,klar', 'ja\nklar'])(
	'“%s” are two words for yes',
	async (approveWords) => {
		const { texts } = await ask('dialog360', { options: { approveWords } });
		const [first = ''] = approveWords.split(/\P{L}/u);

		expect(firstOf(await texts())).toContain(`*${first}*`);
	},
);

test('nothing is said in the group if that is switched off', async () => {
	const { run, texts } = await ask('dialog360', { options: { confirm: false } });

	await post(run, linkIn(firstOf(await texts())), { answer: 'yes' });

	expect(run.outputs).toHaveLength(1);
	// By the time that a later result is said, this one would have been, too.
	const later = await ask('dialog360');
	await post(later.run, linkIn(firstOf(await later.texts())), { answer: 'yes' });
	await until(async () => (await later.texts()).length === 2);
	expect(await texts()).toHaveLength(1);
});

test('of 20 answers at the same moment one decides, and the result is said once', async () => {
	const { run, texts } = await ask('dialog360');
	const link = linkIn(firstOf(await texts()));

	const answers = await Promise.all(
		Array.from({ length: 20 }, async (_, at) =>
			post(run, link, { answer: at % 2 === 0 ? 'yes' : 'no' }),
		),
	);

	expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
	expect(run.outputs).toHaveLength(1);
	await until(async () => (await texts()).length === 2);
	expect(await texts()).toHaveLength(2);
});

describe('a forged request decides nothing', () => {
	const forge: Record<string, (link: string) => string> = {
		'another nonce': (link) => link.replace(/nonce=[^&]+/, 'nonce=1'),
		'no signature': (link) => link.replace(/&signature=.*/, ''),
		'another signature': (link) => link.replace(/signature=\w+/, `signature=${'0'.repeat(64)}`),
		'one more parameter': (link) => link.replace('?', '?a=1&'),
	};
	test.each(Object.keys(forge))('%s', async (kind) => {
		const { run, texts } = await ask('dialog360');

		const { status } = await post(run, forge[kind]!(linkIn(firstOf(await texts()))), {
			answer: 'yes',
		});

		expect(status).toBe(401);
		expect(run.outputs).toEqual([]);
	});

	test.each<[string, Record<string, string>]>([
		['an unknown answer', { answer: 'maybe' }],
		['an empty one', {}],
		['the name of a member of objects', { answer: 'constructor' }],
	])('%s', async (_, form) => {
		const { run, texts } = await ask('dialog360');

		expect(await post(run, linkIn(firstOf(await texts())), form)).toMatchObject({ status: 400 });
		expect(run.outputs).toEqual([]);
	});

	test('the link of an earlier round of a loop', async () => {
		const { run } = await ask('dialog360');

		const earlier = run.signed({ nonce: 'of-the-round-before', asked: '1' });
		expect(await show(run, earlier)).toMatchObject({ status: 410 });
		expect(await post(run, earlier, { answer: 'yes' })).toMatchObject({ status: 410 });
		expect(run.outputs).toEqual([]);
	});

	test('a forward without a signature, or signed with another key', async () => {
		const { run, texts } = await ask('dialog360');
		const link = linkIn(firstOf(await texts()));
		const nonce = new URL(link).searchParams.get('nonce');
		const body = JSON.stringify({ nonce, groupId: 'any', votes: [] });
		const headers = { 'content-type': 'application/json' };
		const path = link.slice(new URL(link).origin.length);

		for (const signature of ['', 'f'.repeat(64), 'no']) {
			const { status } = await run.request({
				method: 'POST',
				path,
				body,
				headers: { ...headers, 'x-whatsapp-groups-signature': signature },
			});
			expect(status).toBe(403);
		}
		expect(run.outputs).toEqual([]);
	});
});

describe('with approvers or several approvals', () => {
	test.each<[string, INodeParameters]>([
		['approvers', { approvers: '+15550002220' }],
		['approvals', { options: { approvalsNeeded: 2 } }],
	])('%s: there is no link, and the page accepts no answer', async (_, parameters) => {
		const { run, texts } = await ask('dialog360', parameters, 2);
		const [text] = await texts();

		expect(run.error).toBeUndefined();
		expect(text).not.toContain('http');
		const call = firstOf((await sandbox.control('dialog360').calls()).slice(-1));
		const link = (call.body as IDataObject).biz_opaque_callback_data as string;
		expect((await show(run, link)).body).not.toContain('<form');
		expect(await post(run, link, { answer: 'yes' })).toMatchObject({ status: 403 });
		expect(run.outputs).toEqual([]);
	});
});

test('with a limit, n8n continues with an output that says so', async () => {
	const limitWaitTime = {
		values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' },
	};
	const { run, group } = await ask('oneMsg', { options: { limitWaitTime } as never });

	const inTwoHours = Date.now() + 2 * 3_600_000;
	expect(Math.abs(run.until.getTime() - inTwoHours)).toBeLessThan(60_000);
	expect(run.timeOutItems).toEqual([
		{
			provider: 'oneMsg',
			groupId: group.id,
			messageId: expect.any(String),
			data: { approved: false, timedOut: true },
		},
	]);
});

test('a time without a zone is in the time zone of the workflow', async () => {
	const inTwoHours = Date.now() + 2 * 3_600_000;
	const inTokyo = new Date(inTwoHours + 9 * 3_600_000).toISOString().slice(0, 19);
	const values = { limitType: 'atSpecifiedTime', maxDateAndTime: inTokyo };

	const { run } = await ask('oneMsg', { options: { limitWaitTime: { values } } as never });

	expect(Math.abs(run.until.getTime() - inTwoHours)).toBeLessThan(60_000);
});

describe('nothing is sent, and the error says what to do', () => {
	const limit = (values: object) => ({ options: { limitWaitTime: { values } } as never });
	test.each<[string, INodeParameters, RegExp]>([
		['approvers in a blank expression', { approvers: '={{ $json.nobody }}' }, /Approvers.*empty/],
		['approvers that are not numbers', { approvers: 'Ana' }, /Approvers/],
		['approvers who are not in the group', { approvers: '+14155550199' }, /Not in this group/],
		[
			'more approvals than approvers',
			{ approvers: '+15550002220', options: { approvalsNeeded: 2 } },
			/only 1 may answer/,
		],
		['no approvals', { options: { approvalsNeeded: 0 } }, /Approvals Needed/],
		[
			'a link for approvers',
			{ approvers: '+15550002220', options: { answerIn: 'link' } },
			/link can't prove/,
		],
		[
			'a word for both',
			{ options: { approveWords: 'go, OK!', declineWords: 'ok' } },
			/among the words/,
		],
		[
			'one approver in two forms',
			{ approvers: '+5511987654321, +551187654321', options: { approvalsNeeded: 2 } },
			/only 1 may answer/,
		],
		[
			'approvals in a blank expression',
			{ options: { approvalsNeeded: '={{ $json.nobody }}' } },
			/Approvals Needed/,
		],
		['a blank place', { options: { answerIn: '={{ $json.nobody }}' } }, /Answer In.*empty/],
		['a word without letters', { options: { approveWords: 'go, !' } }, /“!”.*no letters/],
		['an emoji of the other side', { options: { approveWords: '👎🏽' } }, /“👎🏽” is among the words/],
		['no message', { message: ' ' }, /Message.*empty/],
		['an unknown type', { responseType: 'form' }, /isn't an option/],
		[
			'a limit of nothing',
			limit({ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'days' }),
			/Limit Wait Time/,
		],
		[
			'a limit in the past',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01' }),
			/Limit Wait Time/,
		],
		[
			'a limit that is not a date',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: 'soon' }),
			/Limit Wait Time/,
		],
	])('%s', async (_, parameters, message) => {
		const { run, texts } = await ask('dialog360', parameters);

		expect(run.error?.message).toMatch(message);
		expect(run.error?.description).toBeTruthy();
		expect(run.isWaiting).toBe(false);
		expect(await texts()).toEqual([]);
	});

	test('several items', async () => {
		const group = await sandbox.control('dialog360').seed(1);
		const run = await WaitingRun.start(
			{ provider: 'dialog360', group: groupField(group), message: 'Now?' },
			sandbox.credentials('dialog360'),
			undefined,
			{ input: [{}, {}] },
		);

		expect(run.error?.message).toContain('one item');
		expect(run.error?.description).toContain('Loop Over Items');
		expect((await sandbox.control('dialog360').group(group)).messages).toEqual([]);
	});

	test('as a plain tool of an agent', async () => {
		const group = await sandbox.control('dialog360').seed(1);
		const run = await WaitingRun.start(
			{ provider: 'dialog360', group: groupField(group), message: 'Now?' },
			sandbox.credentials('dialog360'),
			undefined,
			{ nodeType: 'whatsAppGroupsTool' },
		);

		expect(run.isWaiting).toBe(false);
		expect(run.error?.message).toMatch(/can't run as a tool/);
		expect(run.error?.description).toMatch(/human review/);
		expect((await sandbox.control('dialog360').group(group)).messages).toEqual([]);
	});

	test('a closed window that the provider refuses immediately', async () => {
		const group = await sandbox.control('oneMsg').seed(1);
		await sandbox.control('oneMsg').set({ windowClosed: true });
		const run = await WaitingRun.start(
			{ provider: 'oneMsg', group: groupField(group), message: 'Now?' },
			sandbox.credentials('oneMsg'),
		);

		expect(run.isWaiting).toBe(false);
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(/template/i);
	});
});

test('the link works without the credential, though the result is not said', async () => {
	const { run, texts } = await ask('dialog360');
	run.credentials = {};

	expect(await post(run, linkIn(firstOf(await texts())), { answer: 'yes' })).toMatchObject({
		status: 200,
	});

	expect(run.outputs).toHaveLength(1);
	await until(() => run.warnings.length === 1);
	expect(run.warnings[0]).toContain("couldn't send the result");
});

test.each(everyProvider)('%s: the editor says whether a reaction can answer', (provider) => {
	const operation = { resource: 'message', operation: 'sendAndWait' };

	const notices = shownFields({ provider, ...operation }).filter(
		({ name }) => name === 'chatNotice',
	);

	expect(notices).toHaveLength(1);
	expect(firstOf(notices).displayName.includes('react')).toBe(provider !== 'a1Base');
});

test.each([
	['dialog360', '+15550002220', false],
	['metaCloud', '={{ $json.people }}', false],
	['oneMsg', '+15550002220', true],
	['a1Base', '={{ $json.people }}', true],
	['a1Base', '', false],
] as const)('%s, approvers “%s”: a notice about several processes: %s', (...expected) => {
	const [provider, approvers, isThere] = expected;
	const operation = { resource: 'message', operation: 'sendAndWait' };

	const fields = shownFields({ provider, ...operation, approvers });

	expect(fields.some(({ name }) => name === 'oneProcessNotice')).toBe(isThere);
});
