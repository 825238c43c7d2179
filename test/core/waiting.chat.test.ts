import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ProviderName } from '../../sandbox/providers';
import type { Group, Message } from '../../sandbox/world/model';
import { userIdOf } from '../../sandbox/world/people';
import { person, until } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { everyProvider } from './support/asking';
import { asCall, newestDelivery, ownSecret } from './support/liveTrigger';
import { useSandbox } from './support/sandbox';
import { startWaitingN8n, type WaitingN8n } from './support/waitingN8n';
import { anotherProcess, saved, second, triggerOf } from './support/webhooks';

const sandbox = useSandbox();

/** Providers whose reactions name the message. */
const reacting: ProviderName[] = ['dialog360', 'oneMsg', 'metaCloud'];

async function asked(provider: ProviderName, parameters: INodeParameters = {}, people = 3) {
	const n8n = await startWaitingN8n(sandbox, provider);
	const control = sandbox.control(provider);
	const group = await control.seed(people);
	const run = await n8n.ask(group, parameters);
	expect(run.error).toBeUndefined();
	const question = firstOf((await control.group(group)).messages);
	/** Writes as a person, and waits until n8n has answered the delivery. */
	const write = async (index: number, text: string, more: object = {}) => {
		const before = n8n.receptions.length;
		const { status } = await control.write(group, text, { from: person(index).id, ...more });
		expect(status).toBe(200);
		await until(() => n8n.receptions.length > before && answeredAll(provider));
	};
	const reply = async (index: number, text: string, to: Message = question) =>
		await write(index, text, { replyTo: to.id });
	const react = async (index: number, emoji: string, to: Message = question) =>
		await write(index, '', { type: 'reaction', emoji, replyTo: to.id, text: undefined });
	const texts = async () => (await control.group(group)).messages.map(({ text }) => text);
	return { n8n, control, group, run, question, write, reply, react, texts };
}

/** Whether the sandbox has nothing under way. */
async function answeredAll(provider: ProviderName): Promise<boolean> {
	const deliveries = await sandbox.control(provider).deliveries();
	return deliveries.every(({ state }) => state !== 'pending');
}

const messagesIn = (n8n: WaitingN8n) => n8n.started().map(({ message }) => message);

describe.each(everyProvider)('in the chat at %s', (provider) => {
	test('a reply to the question answers it, and starts no run of the trigger', async () => {
		const { n8n, run, reply, group, texts } = await asked(provider);

		await reply(1, 'Yes!');

		expect(run.outputs).toMatchObject([
			{
				provider,
				groupId: group.id,
				data: {
					approved: true,
					text: 'Yes!',
					responder: { id: person(1).id, name: person(1).name, source: 'chat' },
				},
			},
		]);
		expect(messagesIn(n8n)).toEqual([]);
		await until(async () => (await texts()).length === 3);
		expect((await texts())[2]).toBe(`✅ *yes* ${person(1).name}`);
	});

	test('a plain no answers the one question that is open', async () => {
		const { n8n, run, write } = await asked(provider);

		await write(0, 'No');

		expect(run.outputs).toMatchObject([{ data: { approved: false, text: 'No' } }]);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('a plain yes is not guessed while two questions are open, but a reply is', async () => {
		const { n8n, run, write, reply, group } = await asked(provider);
		const other = await n8n.ask(group, { message: 'And the other thing?' });

		await write(0, 'yes');
		expect(run.outputs).toEqual([]);
		expect(other.outputs).toEqual([]);
		expect(messagesIn(n8n)).toMatchObject([{ text: 'yes' }]);

		await reply(0, 'yes');
		expect(run.outputs).toHaveLength(1);
		await write(0, 'no');
		expect(other.outputs).toMatchObject([{ data: { approved: false } }]);
	});

	test('the question shows emojis only if a reaction can answer it', async () => {
		const { question } = await asked(provider);

		expect(question.text).toMatch(/\*yes\*.*\*no\*/);
		expect(question.text.includes('👍')).toBe(reacting.includes(provider));
	});

	test('an answer is recognized before the filters of the trigger', async () => {
		const n8n = await startWaitingN8n(sandbox, provider, {}, ['message.reaction']);
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const run = await n8n.ask(group);

		await control.write(group, 'yes');

		await until(() => run.outputs.length === 1);
	});

	test('a plain yes that is delivered again starts no run', async () => {
		const { n8n, run, write } = await asked(provider, { options: { confirm: false } });
		await write(0, 'yes');
		const call = asCall(await newestDelivery(sandbox, provider));
		expect(run.outputs).toHaveLength(1);

		const again = await n8n.trigger.receive(call);

		expect(again).toMatchObject({ status: 200 });
		expect(again.items).toBeUndefined();
	});

	test('a message that is not an answer stays an event', async () => {
		const { n8n, run, write, reply } = await asked(provider);

		await write(0, 'no problem');
		await reply(0, 'What is it about?');
		await reply(0, 'yes and no');

		expect(run.outputs).toEqual([]);
		expect(messagesIn(n8n)).toMatchObject([
			{ text: 'no problem' },
			{ text: 'What is it about?' },
			{ text: 'yes and no' },
		]);
	});

	test('a plain no that quotes another message is not an answer', async () => {
		const { n8n, run, write, reply, control, group } = await asked(provider);
		await write(1, 'Shall we order pizza?');
		const other = (await control.group(group)).messages.at(-1) as Message;

		await reply(0, 'no', other);

		expect(run.outputs).toEqual([]);
		expect(messagesIn(n8n)).toHaveLength(2);
	});

	test('with answers by link only, the chat answers another question', async () => {
		const { n8n, run, write, reply, group } = await asked(provider, {
			options: { answerIn: 'link' },
		});
		await until(async () => await answeredAll(provider));
		const other = await n8n.ask(group, { message: 'And the other thing?' });

		await reply(0, 'yes');
		expect(messagesIn(n8n)).toMatchObject([{ text: 'yes' }]);
		await write(0, 'yes');

		expect(run.outputs).toEqual([]);
		expect(other.outputs).toHaveLength(1);
	});

	test('only approvers decide, and two of them have to', async () => {
		const { n8n, run, reply } = await asked(provider, {
			approvers: `+${person(0).id}, +${person(1).id}`,
			options: { approvalsNeeded: 2 },
		});

		await reply(2, 'yes');
		await reply(0, 'yes');
		await reply(0, 'yes');
		expect(run.outputs).toEqual([]);
		await reply(1, 'yes');

		expect(run.outputs).toMatchObject([
			{
				data: {
					approved: true,
					responders: [{ id: person(0).id }, { id: person(1).id }],
				},
			},
		]);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('the first reply is the answer to a free-text question', async () => {
		const { run, write, reply } = await asked(provider, { responseType: 'freeText' });

		await write(0, 'yes');
		expect(run.outputs).toEqual([]);
		await reply(1, 'Pizza, no onions');

		expect(run.outputs).toMatchObject([{ data: { approved: null, text: 'Pizza, no onions' } }]);
	});

	test('a late answer changes nothing and starts no run', async () => {
		const { n8n, run, reply } = await asked(provider);

		await reply(0, 'yes');
		await reply(1, 'no');

		expect(run.outputs).toMatchObject([{ data: { approved: true } }]);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('the last answer of a person counts', async () => {
		const { run, reply } = await asked(provider, { options: { approvalsNeeded: 2 } });

		await reply(0, 'no');
		await reply(1, 'yes');
		await reply(0, 'yes');

		expect(run.outputs).toMatchObject([{ data: { approved: true } }]);
	});

	test('of opposite answers at the same time, one decides', async () => {
		const { n8n, run, control, group, question } = await asked(provider);

		const answers = [0, 1, 2].map(async (at) =>
			control.write(group, at === 1 ? 'no' : 'yes', { from: person(at).id, replyTo: question.id }),
		);
		await Promise.all(answers);
		await until(async () => n8n.receptions.length >= 3 && (await answeredAll(provider)));

		expect(run.outputs).toHaveLength(1);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('votes at the same time all count', async () => {
		const { run, control, group, question } = await asked(provider, {
			options: { approvalsNeeded: 3 },
		});

		const votes = [0, 1, 2].map(async (at) =>
			control.write(group, 'yes', { from: person(at).id, replyTo: question.id }),
		);
		await Promise.all(votes);

		await until(() => run.outputs.length === 1);
		const [{ data }] = run.outputs as [{ data: { responders: unknown[] } }];
		expect(data.responders).toHaveLength(3);
	});

	test('after the run was canceled, a reply does nothing, and a plain yes is a message', async () => {
		const { n8n, run, reply, write } = await asked(provider);
		run.cancel();

		await reply(0, 'yes');
		expect(messagesIn(n8n)).toEqual([]);
		await write(0, 'yes');

		expect(run.outputs).toEqual([]);
		expect(messagesIn(n8n)).toMatchObject([{ text: 'yes' }]);
	});

	test.each([
		{ status: 409, body: '{"message":"running already"}' },
		// A run that was started in the editor.
		{
			status: 500,
			body: `{"message":"Cannot read properties of undefined (reading 'resumeToken')"}`,
		},
	])('an answer that comes before n8n has stored the run counts ($status)', async (response) => {
		const { n8n, run, reply } = await asked(provider);
		run.stored = false;
		run.whileUnstored = response;

		const replied = reply(0, 'yes');
		await until(() => n8n.forwards.length > 0);
		run.stored = true;
		await replied;

		expect(run.outputs).toHaveLength(1);
	});

	test('the same delivery again counts once', async () => {
		const { run, reply } = await asked(provider, { options: { approvalsNeeded: 2 } });

		await reply(0, 'yes');
		await reply(0, 'yes');
		expect(run.outputs).toEqual([]);
	});
});

// At A1Base, a file doesn't report what it replies to.
test.each(reacting)('%s: a photo is not an answer, but its caption is', async (provider) => {
	const { n8n, run, write, question } = await asked(provider, { responseType: 'freeText' });
	const photo = { type: 'image', replyTo: question.id, text: undefined };

	await write(0, '', photo);
	expect(run.outputs).toEqual([]);
	expect(messagesIn(n8n)).toHaveLength(1);
	await write(0, '', { ...photo, caption: 'Number 17' });

	expect(run.outputs).toMatchObject([{ data: { text: 'Number 17' } }]);
});

describe.each(reacting)('a reaction at %s', (provider) => {
	test.each([
		['👍🏽', true],
		['✅', true],
		['👎', false],
		['❌', false],
	])('%s', async (emoji, approved) => {
		const { n8n, run, react } = await asked(provider);

		await react(0, emoji);

		expect(run.outputs).toMatchObject([{ data: { approved, text: emoji } }]);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('with another emoji, or to another message, is an event', async () => {
		const { n8n, run, react, write, control, group } = await asked(provider);
		await write(0, 'Something else');
		const other = (await control.group(group)).messages.at(-1) as Message;

		await react(0, '❤️');
		await react(0, '👍', other);

		expect(run.outputs).toEqual([]);
		expect(messagesIn(n8n)).toHaveLength(3);
	});

	test('is not a free text', async () => {
		const { n8n, run, react } = await asked(provider, { responseType: 'freeText' });

		await react(0, '👍');

		expect(run.outputs).toEqual([]);
		expect(messagesIn(n8n)).toHaveLength(1);
	});

	test.each(['', '😮'])('that “%s” replaces does not count anymore', async (emoji) => {
		const { run, react, reply } = await asked(provider, { options: { approvalsNeeded: 2 } });

		await react(0, '👍');
		await react(0, emoji);
		await reply(1, 'yes');
		expect(run.outputs).toEqual([]);
		await react(0, '👍');

		expect(run.outputs).toHaveLength(1);
	});

	test('leaves what the person has written', async () => {
		const { n8n, run, react, reply } = await asked(provider, { options: { approvalsNeeded: 2 } });

		await reply(0, 'yes');
		await react(0, '❤️');
		await react(0, '');
		await reply(1, 'yes');

		expect(run.outputs).toHaveLength(1);
		expect(messagesIn(n8n)).toHaveLength(2);
	});

	test('by an approver who hides the phone number by then', async () => {
		const member = { ...person(0), username: 'ana.b', hidesNumber: true };
		const n8n = await startWaitingN8n(sandbox, provider);
		const control = sandbox.control(provider);
		const input = { subject: 'Crew', participants: [member, person(1)] };
		const { data: group } = await control.http.post<Group>('/groups', input);
		const ids = { phone: `+${member.id}`, userId: userIdOf(member) };
		const run = await n8n.ask(group, { approvers: `={{ [${JSON.stringify(ids)}] }}` });
		expect(run.error).toBeUndefined();
		const [question] = (await control.group(group)).messages;

		await control.write(group, 'yes', { replyTo: question!.id });

		await until(() => run.outputs.length === 1);
		expect(run.outputs).toMatchObject([{ data: { responder: { userId: ids.userId } } }]);
	});
});

test('an edited message is not an answer', async () => {
	const { n8n, run, control, group, write } = await asked('dialog360');
	await write(0, 'Perhaps');
	const written = (await control.group(group)).messages.at(-1) as Message;

	await write(0, 'yes', { type: 'edit', replyTo: written.id });

	expect(run.outputs).toEqual([]);
	expect(n8n.started()).toMatchObject([{}, { event: 'message.edited' }]);
});

describe('forged answers decide nothing', () => {
	const provider = 'dialog360';

	test('from another group', async () => {
		const { n8n, run, control, question } = await asked(provider);
		const elsewhere = await control.seed(1, 'Elsewhere');

		await control.write(elsewhere, 'yes', { replyTo: question.id });
		await until(() => messagesIn(n8n).length === 1);

		expect(run.outputs).toEqual([]);
	});

	test('a forward sent again, changed, or to another question', async () => {
		const { n8n, run, reply, group } = await asked(provider, { options: { approvalsNeeded: 2 } });
		await reply(0, 'yes');
		const forward = firstOf(n8n.forwards);
		const other = await n8n.ask(group);
		const forged = forward.body.replaceAll(person(0).id, person(1).id);

		const replayed = await run.request({ method: 'POST', ...forward });
		const changed = await run.request({ method: 'POST', ...forward, body: forged });
		const { pathname, search } = new URL(other.signed({ nonce: 'guessed', asked: '1' }));
		const moved = await other.request({ method: 'POST', ...forward, path: pathname + search });

		expect([replayed.status, changed.status, moved.status]).toEqual([202, 403, 410]);
		expect(run.outputs).toEqual([]);
		expect(other.outputs).toEqual([]);
	});

	test('a delivery without the secret', async () => {
		const { n8n, run, reply, control } = await asked(provider, { approvers: person(1).id });
		await reply(0, 'yes');
		const { body } = (await control.deliveries()).at(-1)!;
		const forged = JSON.parse(JSON.stringify(body).replaceAll(person(0).id, person(1).id));

		expect(await n8n.trigger.receive({ body: forged })).toMatchObject({ status: 401 });
		expect(run.outputs).toEqual([]);
	});
});

describe.each(everyProvider)('after a restart of n8n at %s', (provider) => {
	test('a reply finds the question', async () => {
		const { n8n, run, reply } = await asked(provider);
		await until(async () => await answeredAll(provider));
		n8n.restartTrigger(anotherProcess());

		await reply(0, 'yes');

		expect(run.outputs).toMatchObject([{ data: { approved: true } }]);
		expect(messagesIn(n8n)).toEqual([]);
	});

	test('earlier votes count, though the question has no link', async () => {
		const { n8n, run, reply } = await asked(provider, { options: { approvalsNeeded: 2 } });
		await reply(0, 'yes');
		n8n.restartTrigger(anotherProcess());

		await reply(0, 'yes');
		expect(run.outputs).toEqual([]);
		await reply(1, 'yes');

		expect(run.outputs).toMatchObject([
			{ data: { approved: true, responders: [{ id: person(0).id }, { id: person(1).id }] } },
		]);
	});
});

test.each([
	['dialog360', 'message.status'],
	['oneMsg', 'message.sent'],
] as const)(
	'at %s a question is stored though its report starts a run',
	async (provider, event) => {
		const n8n = await startWaitingN8n(sandbox, provider, {}, ['message.received', event]);
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const run = await n8n.ask(group);
		await until(async () => messagesIn(n8n).length > 0 && (await answeredAll(provider)));
		n8n.restartTrigger(anotherProcess());
		const [question] = (await control.group(group)).messages;

		await control.write(group, 'yes', { replyTo: question!.id });

		await until(() => run.outputs.length === 1);
	},
);

test('votes that two processes hear by turns count together', async () => {
	const { n8n, run, reply } = await asked('dialog360', { options: { approvalsNeeded: 3 } });
	const first = n8n.trigger;
	await reply(0, 'yes');
	n8n.restartTrigger(anotherProcess());
	await reply(1, 'yes');
	Object.assign(first.staticData, saved(n8n.trigger));
	n8n.trigger = first;
	expect(run.outputs).toEqual([]);

	await reply(2, 'yes');

	expect(run.outputs).toMatchObject([{ data: { approved: true } }]);
});

test('a vote and a registration at the same time overwrite nothing of each other', async () => {
	const { n8n, run, reply } = await asked('dialog360', { options: { approvalsNeeded: 2 } });
	await until(async () => await answeredAll('dialog360'));
	const { trigger } = n8n;
	const staticData = saved(trigger);
	// n8n loads a copy of the static data for each delivery, and when publishing begins.
	const publishedWith = async (webhookSecret: string) => {
		const copy = triggerOf(
			sandbox,
			'dialog360',
			{ events: ['message.received'] },
			{ n8nUrl: n8n.url, webhookId: trigger.webhookId, staticData: structuredClone(staticData) },
			{ webhookSecret },
		);
		await copy.activate();
		return copy;
	};
	const valuesOf = (one: typeof trigger) => Object.values(saved(one))[0] as IDataObject;
	run.stored = false;

	const replied = reply(0, 'yes');
	await until(() => n8n.forwards.length > 0);
	const first = await publishedWith('a-second-long-random-word');
	run.stored = true;
	await replied;
	const { claim, questions } = valuesOf(trigger);
	const last = await publishedWith('a-third-long-random-word');

	expect(claim).toEqual(valuesOf(first).claim);
	expect(questions).not.toEqual(valuesOf(first).questions);
	expect(valuesOf(last).claim).not.toEqual(claim);
	expect(valuesOf(last).questions).toEqual(questions);
});

test('an answer that two workflows get counts once, and starts none of them', async () => {
	const { n8n, run, write } = await asked('a1Base', { options: { approvalsNeeded: 2 } });
	const credential = { webhookSecret: ownSecret };
	const parameters = { events: ['message.received'] };
	const other = triggerOf(
		sandbox,
		'a1Base',
		parameters,
		{ n8nUrl: n8n.url, ...second },
		credential,
	);

	await write(0, 'yes');
	const before = n8n.forwards.length;
	const heard = await other.receive(asCall(await newestDelivery(sandbox, 'a1Base')));

	expect(heard).toMatchObject({ status: 200 });
	expect(heard.items).toBeUndefined();
	expect(run.outputs).toEqual([]);
	expect(n8n.forwards).toHaveLength(before);
});

test('static data contains no question in plain text', async () => {
	const { n8n, reply, question } = await asked('dialog360', { options: { approvalsNeeded: 2 } });
	await reply(0, 'yes');

	const stored = JSON.stringify(saved(n8n.trigger));

	for (const text of ['Deploy', person(0).id, question.id]) expect(stored).not.toContain(text);
});

test('at 1MSG another process hears of the question by its echo', async () => {
	const n8n = await startWaitingN8n(sandbox, 'oneMsg');
	n8n.restartTrigger(anotherProcess());
	const control = sandbox.control('oneMsg');
	const group = await control.seed(1);
	const run = await n8n.ask(group);
	await until(async () => answeredAll('oneMsg'));

	await control.write(group, 'yes');

	await until(() => run.outputs.length === 1);
	expect(messagesIn(n8n)).toEqual([]);
});

test('a question that WhatsApp refuses later ends the wait, and says what to do', async () => {
	const n8n = await startWaitingN8n(sandbox, 'dialog360');
	const control = sandbox.control('dialog360');
	const group = await control.seed(1);
	await control.set({ windowClosed: true });
	const run = await n8n.ask(group);

	await until(() => run.outputs.length === 1);
	expect(run.outputs).toMatchObject([
		{ groupId: group.id, data: { approved: false, failed: expect.stringMatching(/template/i) } },
	]);
});

test('20 questions in 20 groups at once, each answered to the right run', async () => {
	const n8n = await startWaitingN8n(sandbox, 'dialog360');
	const control = sandbox.control('dialog360');
	const groups: Group[] = [];
	for (let at = 0; at < 20; at++) groups.push(await control.seed(1, `Group ${at}`));
	const runs = await Promise.all(groups.map(async (group) => await n8n.ask(group)));

	await Promise.all(
		groups.map(async (group, at) => await control.write(group, at % 2 === 0 ? 'yes' : 'no')),
	);

	await until(() => runs.every(({ outputs }) => outputs.length === 1));
	expect(
		runs.map(({ outputs }) => {
			const { groupId, data } = firstOf(outputs);
			return [groupId, (data as { approved: boolean }).approved];
		}),
	).toEqual(groups.map(({ id }, at) => [id, at % 2 === 0]));
	expect(messagesIn(n8n)).toEqual([]);
});

test('where n8n rejects its own link, the log says why', async () => {
	const { n8n, run, reply } = await asked('dialog360');
	run.stored = false;
	run.whileUnstored = { status: 401, body: '{"error":"Invalid token"}' };

	await reply(0, 'yes');

	expect(run.outputs).toEqual([]);
	expect(messagesIn(n8n)).toMatchObject([{ text: 'yes' }]);
	expect(n8n.trigger.warnings.join()).toMatch(/WEBHOOK_URL.*has a path.*proxy must forward/);
});

test('without the credential of the question the answer is an ordinary message', async () => {
	const { n8n, run, reply } = await asked('dialog360');
	run.credentials = {};

	await reply(0, 'yes');

	expect(run.outputs).toEqual([]);
	expect(messagesIn(n8n)).toMatchObject([{ text: 'yes' }]);
	expect(n8n.trigger.warnings.join()).toContain("couldn't pass an answer on");

	run.credentials = sandbox.credentials('dialog360');
	await reply(1, 'yes');
	expect(run.outputs).toHaveLength(1);
});
