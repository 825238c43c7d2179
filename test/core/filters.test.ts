/** Filters, from messages on people's phones to the runs they start in n8n-core. */
import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { providerNames, type ProviderName } from '../../sandbox/providers';
import { person } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { delivery, GROUP, SECONDS } from '../unit/deliveries/cloudApi';
import { a1Message } from '../unit/deliveries/a1Base';
import { groupField, useSandbox } from './support/sandbox';
import { liveTrigger, useN8n } from './support/liveTrigger';
import { signedCall, triggerWithSecret } from './support/signedCalls';

const sandbox = useSandbox();
const server = useN8n();

const textsOf = (items: IDataObject[]) => items.map(({ message }) => (message as IDataObject).text);

describe.each(providerNames)('Only When Addressed at %s', (provider) => {
	/** Which of these start a run: small talk, a command, a named word, a reply, a mention. */
	const startedBy = async (filters: INodeParameters) => {
		const control = sandbox.control(provider);
		const group = await control.seed(2);
		await sandbox.run(provider, 'message.send', {
			group: groupField(group),
			text: 'Lunch is ready',
		});
		const { id: replyTo } = firstOf((await control.group(group)).messages);
		const { data: talk } = await control.write(group, 'Who is hungry?');
		await liveTrigger(sandbox, server.n8n, provider, { events: ['message.received'], filters });

		const written: Array<[text: string, more?: object]> = [
			['Just talking'],
			['Me!', { replyTo: talk.id }],
			['/menu today'],
			['Hey bot, what is there?'],
			['I am coming', { replyTo }],
			['Hello @you', { mentionsAgent: true }],
		];
		for (const [index, [text, more]] of written.entries()) {
			await control.write(group, text, more);
			await server.n8n.items(index + 1);
		}
		return await server.n8n.items(written.length);
	};
	/** 1MSG says which message is quoted, but not whose it is. */
	const replies = provider === 'oneMsg' ? [] : ['I am coming'];

	test('any command, and replies to this number', async () => {
		const items = await startedBy({ addressed: ['commands', 'replies'] });

		expect(textsOf(items)).toEqual(['/menu today', ...replies]);
		expect(firstOf(items).message).toMatchObject({ command: 'menu', commandText: 'today' });
		for (const { message } of items.slice(1)) expect(message).toMatchObject({ repliesToMe: true });
	});

	test('only certain words', async () => {
		const items = await startedBy({ addressed: ['commands'], commands: 'hey bot, /order' });

		expect(textsOf(items)).toEqual(['Hey bot, what is there?']);
	});

	test('mentions, where the provider reports them', async () => {
		const items = await startedBy({ addressed: ['mentions'] });

		expect(textsOf(items)).toEqual(provider === 'a1Base' ? ['Hello @you'] : []);
	});
});

test.each(providerNames)(
	'Emojis at %s: only these reactions, in any skin tone',
	async (provider) => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const { data: about } = await control.write(group, 'Shall we?');
		const filters = { emojis: '👍 ❤️' };
		await liveTrigger(sandbox, server.n8n, provider, { filters });

		for (const [index, emoji] of ['👎', '👍🏽', '❤'].entries()) {
			const reaction = { type: 'reaction', emoji, replyTo: about.id, text: undefined };
			await control.write(group, '', reaction);
			await server.n8n.items(index + 1);
		}
		await control.write(group, 'Other events pass');

		const items = await server.n8n.items(4);
		expect(items.map(({ event }) => event)).toEqual([
			'message.reaction',
			'message.reaction',
			'message.received',
		]);
		expect(items).toMatchObject([
			{ message: { reaction: { emoji: '👍🏽' } } },
			{ message: { reaction: { emoji: '❤' } } },
			{},
		]);
	},
);

describe.each(['dialog360', 'oneMsg', 'metaCloud'] as const)('Statuses at %s', (provider) => {
	test.each([
		[['read'], ['read']],
		[['failed'], ['failed']],
		[
			['sent', 'delivered'],
			['delivered', 'sent'],
		],
	])('of %j', async (statuses, expected) => {
		const control = sandbox.control(provider);
		const group = await control.seed(2);
		await control.http.patch(
			`/groups/${encodeURIComponent(group.id)}/participants/${person(1).id}`,
			{ unreachable: true },
		);
		await liveTrigger(sandbox, server.n8n, provider, { events: ['message.status'], statuses });

		const { json } = await sandbox.run(provider, 'message.send', {
			group: groupField(group),
			text: 'Lunch is ready',
		});
		await control.read(group, 0, String(firstOf(json).messageId));

		// At 1MSG, the message itself is a delivery, too.
		const items = await server.n8n.items(provider === 'oneMsg' ? 5 : 4);
		const values = items.map(({ status }) => String((status as IDataObject).value));
		expect(values.sort()).toEqual(expected);
	});
});

/** An event that no document describes, of this group and, where the form allows it, this person. */
function unknownDelivery(provider: ProviderName, groupId: string, from: string): IDataObject {
	if (provider === 'a1Base') {
		return a1Message({ message_type: undefined, thread_id: groupId, sender_number: from });
	}
	if (provider === 'oneMsg') {
		const chatId = `${groupId}@g.us`;
		return { instanceId: '1', type: 'not_documented', chatId, author: `${from}@c.us` };
	}
	const value = {
		groups: [{ timestamp: SECONDS, group_id: groupId, type: 'group_not_documented', wa_id: from }],
	};
	return delivery('group_participants_update', value);
}

describe.each(providerNames)('filters on what the node does not recognize, at %s', (provider) => {
	const startedWith = async (parameters: INodeParameters, groupId = GROUP) => {
		const trigger = triggerWithSecret(provider, randomUUID(), parameters);
		const body = unknownDelivery(provider, groupId, '15550002222');
		return (await trigger.receive(signedCall(provider, JSON.stringify(body)))).items ?? [];
	};

	test('Group Names or IDs', async () => {
		expect(await startedWith({ groups: [GROUP] })).toMatchObject([
			{ event: 'other', groupId: GROUP },
		]);
		expect(await startedWith({ groups: ['another'] })).toEqual([]);
	});

	test('Senders', async () => {
		expect(await startedWith({ filters: { senders: '+1 555 000 2222' } })).toMatchObject([
			{ event: 'other', sender: { id: '15550002222' } },
		]);
		expect(await startedWith({ filters: { senders: '+15550003333' } })).toEqual([]);
	});

	test('filters on what it does not have let it pass', async () => {
		const filters = {
			keywords: 'order',
			messageTypes: ['image'],
			emojis: '👍',
			addressed: ['replies'],
		};
		expect(await startedWith({ filters })).toMatchObject([{ event: 'other' }]);
	});
});
