import { personOf } from '../../nodes/WhatsAppGroups/contract/people';
import { messageOf } from '../../nodes/WhatsAppGroups/providers/shared/messageOf';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { person } from '../sandbox/support';
import { firstOf } from '../support/firstOf';
import { groupField, useSandbox } from './support/sandbox';
import { liveTrigger, useN8n } from './support/liveTrigger';

const sandbox = useSandbox();
const server = useN8n();

/** Unix seconds have no milliseconds. */
const timeOf = (provider: ProviderName, time: string) =>
	provider === 'a1Base' ? time : time.replace(/\.\d{3}Z$/, '.000Z');
const business = '15550001111';
const numberOf = {
	dialog360: { id: expect.any(String), phone: business },
	metaCloud: { id: expect.any(String), phone: business },
	oneMsg: { id: expect.any(String), phone: null },
	a1Base: { id: null, phone: business },
};

describe.each(providerNames)('%s', (provider) => {
	test('a message starts a run with one item, with its sender and time', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(2);
		await liveTrigger(sandbox, server.n8n, provider);

		const text = 'Grüße <b>„all“</b>\n👋🏽';
		const { data: message } = await control.write(group, text, { name: 'Ana Ruiz' });

		const [item, ...others] = await server.n8n.items(1);
		expect(others).toEqual([]);
		expect(item).toStrictEqual({
			event: 'message.received',
			groupId: group.id,
			message: { ...messageOf({ type: 'text', text }), repliesToMe: false },
			sender: { ...personOf({ ids: [person(0).id] }), name: 'Ana Ruiz' },
			messageId: message.id,
			timestamp: timeOf(provider, message.time),
			number: numberOf[provider],
			provider,
			eventId: expect.stringContaining(message.id),
		});
		expect(server.n8n.receptions).toMatchObject([{ status: 200 }]);
	});

	test('a reply has the ID of the quoted message, if the provider sends it', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const { data: first } = await control.write(group, 'First');
		await liveTrigger(sandbox, server.n8n, provider);

		await control.write(group, 'Second', { replyTo: first.id });

		const [item] = await server.n8n.items(1);
		expect(item).toMatchObject({
			message: {
				type: 'text',
				text: 'Second',
				replyTo: provider === 'a1Base' ? null : first.id,
			},
		});
	});

	test('a one-to-one message gets 200 and starts nothing', async () => {
		const control = sandbox.control(provider);
		await liveTrigger(sandbox, server.n8n, provider);

		await control.http.post('/direct-messages', { from: person(0).id, text: 'Only to you' });

		expect(await server.n8n.items(1)).toEqual([]);
		expect(server.n8n.receptions).toEqual([{ status: 200, body: { success: true } }]);
	});

	test("an event's group ID can be used to send", async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, { events: ['message.received'] });
		await control.write(group, 'Anybody there?');
		const event = firstOf(await server.n8n.items(1));

		const { error } = await sandbox.run(
			provider,
			'message.send',
			{ group: groupField('={{ $json.groupId }}'), text: 'Yes: {{ $json.message.text }}' },
			{ input: [event] },
		);

		expect(error).toBeUndefined();
		expect((await control.group(group)).messages.at(-1)?.fromBusiness).toBe(true);
	});
});

// 360dialog and Meta deliver no message of the business itself.
test.each(['oneMsg', 'a1Base'] as const)(
	'%s: an own message is “message.sent”',
	async (provider) => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, {
			events: ['message.received', 'message.sent'],
		});

		await sandbox.run(provider, 'message.send', { group: groupField(group), text: 'From us' });

		const [item, ...others] = await server.n8n.started(1);
		const sent = firstOf((await control.group(group)).messages);
		expect(others).toEqual([]);
		expect(item).toMatchObject({
			event: 'message.sent',
			groupId: group.id,
			messageId: sent.id,
			timestamp: timeOf(provider, sent.time),
			sender: { id: business },
			message: { type: 'text', text: 'From us' },
		});
	},
);
