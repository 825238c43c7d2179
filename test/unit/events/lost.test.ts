/** Deliveries outside the corpus, which must only not be lost. */
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { firstOf } from '../../support/firstOf';
import type { IDataObject } from 'n8n-workflow';

import {
	change,
	delivery,
	entry,
	envelope,
	GROUP,
	SECONDS,
	textInGroup,
} from '../deliveries/cloudApi';
import { messageIn } from '../deliveries/oneMsg';

const REACTION = delivery('messages', {
	messages: [
		textInGroup({
			type: 'reaction',
			text: undefined,
			reaction: { message_id: 'wamid.TARGET', emoji: '👍' },
		}),
	],
});

// 360dialog and Meta share a reader, and A1Base sends nothing in Meta's form.
it.each([dialog360, oneMsg])(
	'a reaction, undocumented for groups of $displayName, is an event that can be chosen',
	({ readEvents, events }) => {
		const read = readEvents(REACTION);

		expect(read).toHaveLength(1);
		expect(events).toContain(firstOf(read).event);
	},
);

it.each([
	['delete a group', 'group_lifecycle_update', 'group_delete'],
	['change its settings', 'group_settings_update', 'group_settings_update'],
])('a failure to %s says why', (_what, field, type) => {
	const group = {
		timestamp: SECONDS,
		group_id: GROUP,
		type,
		request_id: '<R>',
		errors: [{ code: 131000, title: 'T', message: 'M', error_data: { details: 'D' } }],
	};

	const event = firstOf(dialog360.readEvents(delivery(field, { groups: [group] })));

	expect(event.errors).toEqual([{ code: '131000', message: 'M', details: 'D' }]);
});

it.each([
	['a deletion', 'group_lifecycle_update', 'group_delete', 'group.deleteFailed'],
	['somebody who could not join', 'group_participants_update', 'group_participants_add', 'other'],
	['a suspension', 'group_status_update', 'group_suspend', 'other'],
])(
	'%s that failed is never a success, whatever the form of its errors',
	(_what, field, type, event) => {
		const failure = { code: 131000, title: 'T' };
		for (const errors of [failure, [failure]]) {
			const groups = [{ timestamp: SECONDS, group_id: GROUP, type, errors }];

			expect(dialog360.readEvents(delivery(field, { groups }))).toMatchObject([
				{ event, groupId: GROUP, errors: [{ code: '131000' }] },
			]);
		}
	},
);

it('a field that no document names keeps its group', () => {
	const groups = [{ timestamp: SECONDS, group_id: GROUP, type: 'group_call', user_id: 'US.1' }];

	expect(dialog360.readEvents(delivery('group_calls_update', { groups }))).toMatchObject([
		{ event: 'other', groupId: GROUP, sender: { id: 'US.1' } },
	]);
});

it('a choice of a kind that no document names is handed on as payload', () => {
	const interactive = { type: 'new_reply', new_reply: { response: 'accept' } };
	const messages = [textInGroup({ type: 'interactive', interactive })];

	expect(dialog360.readEvents(delivery('messages', { messages }))).toMatchObject([
		{ message: { button: { payload: '{"response":"accept"}' } } },
	]);
});

it('all groups of a change are read', () => {
	const groups = ['A', 'B'].map((group_id) => ({
		timestamp: SECONDS,
		group_id,
		type: 'group_suspend',
	}));

	const read = dialog360.readEvents(delivery('group_status_update', { groups }));

	expect(read.map(({ groupId }) => groupId)).toEqual(['A', 'B']);
});

it('messages, statuses and group changes of one delivery are read', () => {
	const status = { id: 'wamid.OWN', status: 'read', recipient_id: GROUP, recipient_type: 'group' };
	const body = envelope(
		entry(
			change('messages', { messages: [textInGroup()], statuses: [status] }),
			change('group_status_update', {
				groups: [{ timestamp: SECONDS, group_id: GROUP, type: 'group_suspend' }],
			}),
		),
		entry(change('account_alerts', {})),
	);

	expect(dialog360.readEvents(body).map(({ event }) => event)).toEqual([
		'message.received',
		'message.status',
		'group.suspended',
		'other',
	]);
});

it('a message that 1MSG delivers in both forms is one event', () => {
	const own = messageIn(`${GROUP}@g.us`, { body: 'Hi' });
	const body: IDataObject = {
		instanceId: '123456',
		messages: [own],
		...delivery('messages', { messages: [textInGroup()] }),
	};

	const ids = new Set(oneMsg.readEvents(body).map(({ eventId }) => eventId));

	expect(ids.size).toBe(1);
});

const UNREADABLE: Array<[string, IDataObject]> = [
	['a message that does not say its chat', { messages: [{ id: 'wamid.X', body: 'Hi' }] }],
	['a status that does not say its chat', { ack: [{ id: 'wamid.X', status: 'read' }] }],
	['an empty list beside an unknown member', { messages: [], calls: [{ id: '1' }] }],
	['two empty lists', { messages: [], ack: [] }],
	["an entry that isn't an object", { messages: ['Hi'] }],
];

it.each(UNREADABLE)('1MSG: %s is an event “other”', (_what, body) => {
	const events = oneMsg.readEvents({ instanceId: '1', ...body });

	expect(events.map(({ event }) => event)).toEqual(['other']);
});

it('1MSG: a message beside one that does not say its chat is read', () => {
	const messages = [messageIn(`${GROUP}@g.us`, { body: 'Hi' }), { id: 'wamid.X' }];

	const events = oneMsg.readEvents({ messages });

	expect(events.map(({ event }) => event)).toEqual(['message.received', 'other']);
});

it.each([dialog360, oneMsg, metaCloud])(
	'$displayName: an empty list of messages beside errors is an event “other”, with the errors',
	({ readEvents }) => {
		const errors = [{ code: 131000, title: 'Something went wrong' }];

		const [event, ...more] = readEvents(delivery('messages', { messages: [], errors }));

		expect(event).toMatchObject({ event: 'other', errors: [{ code: '131000' }] });
		expect(more).toEqual([]);
	},
);
