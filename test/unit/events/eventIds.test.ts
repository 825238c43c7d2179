import type { IDataObject } from 'n8n-workflow';

import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import type { Provider } from '../../../nodes/WhatsAppGroups/contract/Provider';
import { a1Message } from '../deliveries/a1Base';
import { delivery, GROUP, SECONDS, statusOfGroup, textInGroup } from '../deliveries/cloudApi';
import { samples, unknown } from '../deliveries/index';

const idsOf = ({ readEvents }: Provider, body: IDataObject) =>
	readEvents(body).map(({ eventId }) => eventId);

describe.each(providers)('ids of events of $displayName', (provider) => {
	const bodies = [...samples[provider.name], ...unknown[provider.name]];

	it.each(bodies)('the same when delivered again: $name', ({ body }) => {
		expect(idsOf(provider, structuredClone(body))).toEqual(idsOf(provider, body));
	});

	it('different within a delivery', () => {
		for (const { body } of bodies) {
			const ids = idsOf(provider, body);

			expect(new Set(ids).size).toBe(ids.length);
		}
	});
});

const statuses = (...list: IDataObject[]) => delivery('messages', { statuses: list });
const group = (field: string, members: IDataObject) =>
	delivery(field, { groups: [{ timestamp: SECONDS, group_id: GROUP, ...members }] });
const settings = (members: IDataObject) =>
	group('group_settings_update', {
		type: 'group_settings_update',
		request_id: '<R>',
		...members,
	});
const joined = (wa_id: string) =>
	group('group_participants_update', {
		type: 'group_participants_add',
		added_participants: [{ wa_id }],
	});
const ack = (status: string) => ({
	instanceId: '1',
	ack: [{ id: 'wamid.SAMPLE', chatId: `${GROUP}@g.us`, status }],
});

const DIFFERENT: Array<{ what: string; provider: Provider; bodies: [IDataObject, IDataObject] }> = [
	{
		what: 'two statuses of a message',
		provider: dialog360,
		bodies: [
			statuses(statusOfGroup({ status: 'delivered' })),
			statuses(statusOfGroup({ status: 'read' })),
		],
	},
	{
		what: 'one status of two participants',
		provider: dialog360,
		bodies: [
			statuses(statusOfGroup({ recipient_participant_id: '15550002222' })),
			statuses(statusOfGroup({ recipient_participant_id: '15550003333' })),
		],
	},
	{
		what: 'a message and its status',
		provider: dialog360,
		bodies: [delivery('messages', { messages: [textInGroup()] }), statuses(statusOfGroup())],
	},
	{
		what: 'two people who join in the same second',
		provider: dialog360,
		bodies: [joined('15550002222'), joined('15550003333')],
	},
	{
		// “Result per field”, says Meta of the webhook that follows an update.
		what: 'the results of two fields of one update, in the same second',
		provider: dialog360,
		bodies: [
			settings({ group_subject: { text: 'New', update_successful: true } }),
			settings({ profile_picture: { mime_type: 'image/jpeg', update_successful: true } }),
		],
	},
	{ what: 'two statuses of a message', provider: oneMsg, bodies: [ack('delivered'), ack('read')] },
	{
		what: 'two messages',
		provider: a1Base,
		bodies: [a1Message({ message_id: 'msg_000' }), a1Message({ message_id: 'msg_001' })],
	},
	{
		what: 'two messages without an id',
		provider: a1Base,
		bodies: [
			a1Message({ message_id: undefined, message_content: { text: 'One' } }),
			a1Message({ message_id: undefined, message_content: { text: 'Two' } }),
		],
	},
	...[
		{ sender_number: '+15550003333' },
		{ timestamp: '2025-01-31T00:49:15+00:00' },
		{ message_content: { reaction: '' } },
	].map((other) => ({
		// Whether the id is the reaction's own, or that of the message it is for, isn't documented.
		what: `two reactions with the same message id (${Object.keys(other).join()})`,
		provider: a1Base,
		bodies: [
			a1Message({ message_type: 'reaction', message_content: { reaction: '👍' } }),
			a1Message({ message_type: 'reaction', message_content: { reaction: '👍' }, ...other }),
		] as [IDataObject, IDataObject],
	})),
	{
		what: 'two unknown objects',
		provider: dialog360,
		bodies: [{ hello: 'one' }, { hello: 'two' }],
	},
];

it.each(DIFFERENT)('$provider.displayName: $what are two events', ({ provider, bodies }) => {
	const [one, other] = bodies.map((body) => idsOf(provider, body));

	expect(one).toHaveLength(1);
	expect(other).toHaveLength(1);
	expect(one).not.toEqual(other);
});

it('a status has the same id alone and among others', () => {
	const reader = statusOfGroup({ recipient_participant_id: '15550002222' });
	const other = statusOfGroup({ recipient_participant_id: '15550003333' });

	expect(idsOf(dialog360, statuses(other, reader))).toContain(
		idsOf(dialog360, statuses(reader))[0],
	);
});

it('both spellings of the participant give the same id', () => {
	const [one] = idsOf(dialog360, statuses(statusOfGroup({ recipient_participant_id: '1555' })));
	const [other] = idsOf(dialog360, statuses(statusOfGroup({ participant_recipient_id: '1555' })));

	expect(one).toBe(other);
});

it('the same message of two providers are two events', () => {
	const body = delivery('messages', { messages: [textInGroup()] });

	expect(idsOf(dialog360, body)).not.toEqual(idsOf(oneMsg, body));
});
