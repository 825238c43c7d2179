/** Messages other than text, and people without a phone number, as each provider reports them. */
import { firstOf } from '../support/firstOf';
import { person, useSandbox, type Json, until } from './support';

describe('Meta Cloud API', () => {
	const setup = useSandbox('metaCloud');
	const connect = async () => await setup.control.set({ webhookUrl: setup.receiver.url });
	const values = async (count: number): Promise<Json[]> => {
		await until(() => setup.receiver.received.length >= count);
		return setup.receiver.received.map(({ body }) => body.entry[0].changes[0].value);
	};
	const groupsOf = (value: Json) => value.groups[0];
	const hide = async (id: string, index: number, changes: object = { hidesNumber: true }) =>
		await setup.control.http.patch(
			`/groups/${encodeURIComponent(id)}/participants/${person(index).id}`,
			changes,
		);
	const remove = async (id: string, users: string[]) =>
		await fetch(
			`${setup.sandbox.accounts.metaCloud.baseUrl}/${encodeURIComponent(id)}/participants`,
			{
				method: 'DELETE',
				headers: {
					Authorization: `Bearer ${setup.sandbox.accounts.metaCloud.accessToken}`,
					'Content-Type': 'application/json',
				},
				body: JSON.stringify({
					messaging_product: 'whatsapp',
					participants: users.map((user) => ({ user })),
				}),
			},
		);
	const send = async (to: string) => {
		const { baseUrl, phoneNumberId, accessToken } = setup.sandbox.accounts.metaCloud;
		const response = await fetch(`${baseUrl}/${phoneNumberId}/messages`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
			body: JSON.stringify({
				messaging_product: 'whatsapp',
				recipient_type: 'group',
				to,
				type: 'text',
				text: { body: 'Hello' },
			}),
		});
		return ((await response.json()) as Json).messages[0].id as string;
	};

	it.each([
		[
			{ type: 'button', text: 'Yes', payload: 'order_42_yes' },
			{ type: 'button', button: { text: 'Yes', payload: 'order_42_yes' } },
		],
		[
			{ type: 'listReply', text: 'Lentil soup', payload: 'dish_1' },
			{
				type: 'interactive',
				interactive: { type: 'list_reply', list_reply: { id: 'dish_1', title: 'Lentil soup' } },
			},
		],
		[
			{ type: 'contacts', text: undefined, contacts: [{ name: 'Ben', phone: '+15550003333' }] },
			{
				type: 'contacts',
				contacts: [
					{
						name: { formatted_name: 'Ben' },
						phones: [{ phone: '+15550003333', wa_id: '15550003333' }],
					},
				],
			},
		],
		[
			{ type: 'location', text: undefined, location: { latitude: 1, longitude: 2, name: 'Pier' } },
			{ type: 'location', location: { latitude: 1, longitude: 2, name: 'Pier' } },
		],
		[
			{ type: 'voice', text: undefined },
			{ type: 'audio', audio: { mime_type: 'audio/ogg', voice: true } },
		],
		[
			{ type: 'audio', text: undefined },
			{ type: 'audio', audio: { mime_type: 'audio/ogg', voice: false } },
		],
		[
			{ type: 'sticker', text: undefined },
			{ type: 'sticker', sticker: { mime_type: 'image/webp' } },
		],
	])('reports %j', async (written, expected) => {
		await connect();
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'x', written);

		expect((await values(1))[0].messages[0]).toMatchObject({ group_id: group.id, ...expected });
	});

	it('reports reactions, edits and deletions by the message they are about', async () => {
		await connect();
		const group = await setup.control.seed(2);
		const { data: original } = await setup.control.write(group, 'Helo');
		const about = { replyTo: original.id };
		await setup.control.write(group, '', {
			...about,
			text: undefined,
			type: 'reaction',
			emoji: '👍',
		});
		await setup.control.write(group, 'Hello', { ...about, type: 'edit' });
		expect(firstOf((await setup.control.group(group)).messages).text).toBe('Hello');
		await setup.control.write(group, '', { ...about, text: undefined, type: 'delete' });

		const messages = (await values(4)).map((value) => value.messages[0]);
		expect(messages.find(({ type }) => type === 'reaction')).toMatchObject({
			reaction: { message_id: original.id, emoji: '👍' },
		});
		expect(messages.find(({ type }) => type === 'edit').edit).toEqual({
			original_message_id: original.id,
			message: { type: 'text', text: { body: 'Hello' } },
		});
		expect(messages.find(({ type }) => type === 'revoke').revoke).toEqual({
			original_message_id: original.id,
		});
		const foreign = { ...about, from: person(1).id, type: 'edit' };
		expect((await setup.control.write(group, 'Mine', foreign)).status).toBe(409);
		expect((await setup.control.write(group, 'Hi', { ...about, type: 'edit' })).status).toBe(409);
	});

	it('a reply names the author of the quoted message', async () => {
		await connect();
		const group = await setup.control.seed(1);
		const id = await send(group.id);
		await values(2);
		await setup.control.write(group, 'Yes', { replyTo: id });

		expect((await values(3))[2].messages[0].context).toEqual({ from: '15550001111', id });
	});

	it('names who hides the number by user id and username, everywhere', async () => {
		await connect();
		const group = await setup.control.seed(2);
		expect((await hide(group.id, 0, { username: 'ana', hidesNumber: true })).status).toBe(200);
		await setup.control.write(group, 'Hi');
		const { contacts, messages } = (await values(1))[0];
		const { from_user_id: user_id } = messages[0];
		expect(user_id).toMatch(/^US\.\d+$/);
		expect(messages[0]).not.toHaveProperty('from');
		expect(contacts).toEqual([{ profile: { name: 'Person 0', username: '@ana' }, user_id }]);

		const id = await send(group.id);
		await values(3);
		await setup.control.read(group, 0, id);
		const read = (await values(4))[3];
		expect(read.contacts).toEqual(contacts);
		expect(read.statuses).toMatchObject([
			{ status: 'read', recipient_participant_user_id: user_id },
		]);
		expect(read.statuses[0]).not.toHaveProperty('recipient_participant_id');

		expect((await remove(group.id, [user_id])).status).toBe(200);
		expect((await setup.control.group(group)).participants.map((one) => one.name)).toEqual([
			'Sandbox Business',
			'Person 1',
		]);
	});

	it('somebody with a username whose number is known has both ids', async () => {
		await connect();
		const group = await setup.control.seed(1);
		await hide(group.id, 0, { username: 'ana' });
		await setup.control.write(group, 'Hi');

		expect((await values(1))[0].messages[0]).toMatchObject({
			from: person(0).id,
			from_user_id: expect.stringMatching(/^US\./),
		});
	});

	it('charges each delivery to a participant once', async () => {
		await connect();
		const group = await setup.control.seed(2);
		await send(group.id);

		const statuses = (await values(2)).flatMap((value) => value.statuses);
		const pricing = { billable: true, pricing_model: 'PMP', category: 'group_service' };
		expect(statuses.map((status) => status.pricing).filter(Boolean)).toEqual([pricing, pricing]);
	});

	it('fails for who cannot be reached, with the reason', async () => {
		await connect();
		const group = await setup.control.seed(2);
		await hide(group.id, 1, { unreachable: true });
		await send(group.id);

		const statuses = (await values(3)).flatMap((value) => value.statuses);
		expect(statuses).toMatchObject([
			{ status: 'sent' },
			{ status: 'delivered', recipient_participant_id: person(0).id },
			{ status: 'failed', recipient_participant_id: person(1).id, errors: [{ code: 131026 }] },
		]);
		expect(statuses[2]).not.toHaveProperty('pricing');
		expect((await setup.control.group(group)).participants[2]).not.toHaveProperty('username');
	});

	it('removals and changes can fail in part', async () => {
		await connect();
		const group = await setup.control.seed(2);
		await setup.control.set({ lastRemovalFails: true, descriptionFails: true });
		expect((await remove(group.id, [person(0).id, person(1).id])).status).toBe(200);
		expect(groupsOf((await values(1))[0])).toMatchObject({
			removed_participants: [{ input: person(0).id }],
			failed_participants: [{ input: person(1).id }],
		});

		const { baseUrl, accessToken } = setup.sandbox.accounts.metaCloud;
		await fetch(`${baseUrl}/${encodeURIComponent(group.id)}`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
			body: JSON.stringify({ messaging_product: 'whatsapp', subject: 'New', description: 'Newer' }),
		});
		expect(groupsOf((await values(2))[1])).toMatchObject({
			group_subject: { text: 'New', update_successful: true },
			group_description: { text: 'Newer', update_successful: false },
		});
		expect(await setup.control.group(group)).toMatchObject({ subject: 'New', description: '' });
	});

	it('an app has one URL for all its numbers', async () => {
		await connect();
		const group = await setup.control.seed(1);
		await setup.control.write(group, 'To this number');
		await values(1);
		await setup.control.set({ reportAsOtherNumber: true });
		await setup.control.write(group, 'To the other');

		const [one, other] = (await values(2)).map(({ metadata }) => metadata.phone_number_id);
		expect(one).toBe(setup.sandbox.accounts.metaCloud.phoneNumberId);
		expect(other).not.toBe(one);
	});
});

describe('1MSG', () => {
	const setup = useSandbox('oneMsg');

	const post = async (path: string, body: object) => {
		const { baseUrl, apiKey, channelId } = setup.sandbox.accounts.oneMsg;
		await fetch(`${baseUrl}/${channelId}${path}`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
	};
	const change = async (id: string, index: number, changes: object) =>
		await setup.control.http.patch(
			`/groups/${encodeURIComponent(id)}/participants/${person(index).id}`,
			changes,
		);

	it('names people by phone number and user id, in messages and acks', async () => {
		await post('/webhook', { webhookUrl: setup.receiver.url });
		const group = await setup.control.seed(1);
		await change(group.id, 0, { username: 'ana', hidesNumber: true });
		await setup.control.write(group, '', { text: undefined, type: 'reaction', emoji: '👍' });
		await until(() => setup.receiver.received.length > 0);

		expect(firstOf(setup.receiver.received).body.messages[0]).toMatchObject({
			type: 'reaction',
			body: '👍',
			author: null,
			authorUserName: 'ana',
			authorBsuid: expect.stringMatching(/^US\./),
		});
	});

	it.each([
		['voice', 'ptt'],
		['sticker', 'sticker'],
	])('a %s is a file of type %s', async (written, type) => {
		await post('/webhook', { webhookUrl: setup.receiver.url });
		const group = await setup.control.seed(1);
		await setup.control.write(group, '', { text: undefined, type: written });
		await until(() => setup.receiver.received.length > 0);

		expect(firstOf(setup.receiver.received).body.messages[0]).toMatchObject({
			type,
			body: expect.stringMatching(/^http/),
		});
	});

	it('an ack says for whom a message failed, and why', async () => {
		await post('/webhook', { webhookUrl: setup.receiver.url });
		await post('/settings', { ackNotificationsOn: true });
		const group = await setup.control.seed(2);
		await change(group.id, 1, { unreachable: true });
		await post('/sendMessage', { chatId: `${group.id}@g.us`, body: 'Hello' });

		const acks = await until(() => {
			const all = setup.receiver.received.flatMap(({ body }) => body.ack ?? []);
			return all.length === 3 && all;
		});
		expect(acks).toMatchObject([
			{ status: 'sent' },
			{ status: 'delivered', phone: person(0).id },
			{ status: 'failed', phone: person(1).id, error: { code: 131026 } },
		]);
	});
});
