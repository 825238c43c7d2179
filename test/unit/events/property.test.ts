/** For any delivery built from documented parts: one event for each thing that happened. */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { a1Base } from '../../../nodes/WhatsAppGroups/providers/a1Base/index';
import { dialog360 } from '../../../nodes/WhatsAppGroups/providers/dialog360/index';
import { metaCloud } from '../../../nodes/WhatsAppGroups/providers/metaCloud/index';
import { oneMsg } from '../../../nodes/WhatsAppGroups/providers/oneMsg/index';
import { a1Message } from '../deliveries/a1Base';
import {
	change,
	entry,
	envelope,
	GROUP,
	SECONDS,
	statusOfGroup,
	textInGroup,
} from '../deliveries/cloudApi';
import { messageIn } from '../deliveries/oneMsg';

/** How a person is named: WhatsApp omits the number, or leaves it empty. */
type Naming = 'phone' | 'both' | 'userId' | 'emptyPhone';

interface Somebody {
	index: number;
	naming: Naming;
}

/** With the names that a part of a delivery uses for the number and the user ID. */
function named({ index, naming }: Somebody, phone: string, userId: string): IDataObject {
	const number = naming === 'emptyPhone' ? '' : String(15550002000 + index);
	return {
		...(naming !== 'userId' && { [phone]: number }),
		...(naming !== 'phone' && { [userId]: `US.${1000 + index}` }),
	};
}

const error = { code: 131000, title: 'T', message: 'M', error_data: { details: 'D' } };

const CONTENTS: IDataObject[] = [
	{ type: 'text', text: { body: '/order 2' } },
	{ type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'Look' } },
	{ type: 'voice', voice: { id: '2', mime_type: 'audio/ogg' } },
	{ type: 'button', button: { text: 'Yes', payload: 'P' } },
	{ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'L', title: 'T' } } },
	{ type: 'order', order: { product_items: [{ product_retailer_id: 'P', quantity: 1 }] } },
	{ type: 'location', location: { latitude: 1, longitude: 2 } },
	{ type: 'contacts', contacts: [{ name: { formatted_name: 'N' }, phones: [] }] },
	{ type: 'reaction', reaction: { message_id: 'wamid.T', emoji: '👍' } },
	{ type: 'edit', edit: { original_message_id: 'wamid.O', message: { type: 'text' } } },
	{ type: 'revoke', revoke: { original_message_id: 'wamid.O' } },
	{ type: 'document', document: { id: '3', filename: 'F' } },
	{ type: 'sticker', sticker: { id: '4' } },
	{ type: 'not_documented', not_documented: {} },
	{ type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [error] },
];

type Change = (somebody: Somebody) => { field: string; value: IDataObject };

const messageOf =
	(content: IDataObject): Change =>
	(who) => ({
		field: 'messages',
		value: {
			messages: [
				textInGroup({
					id: `wamid.${who.index}`,
					from: undefined,
					...named(who, 'from', 'from_user_id'),
					...content,
				}),
			],
		},
	});

/** All of one message: the statuses differ only in the person. */
const statusOf =
	(status: string): Change =>
	(who) => ({
		field: 'messages',
		value: {
			statuses: [
				statusOfGroup({
					status,
					...named(who, 'recipient_participant_id', 'recipient_participant_user_id'),
				}),
			],
		},
	});

/** All in one group and one second: the changes differ only in the person, or in the request. */
const groupChange =
	(field: string, members: (who: Somebody) => IDataObject): Change =>
	(who) => ({
		field,
		value: { groups: [{ timestamp: SECONDS, group_id: GROUP, ...members(who) }] },
	});

const member = (who: Somebody) => named(who, 'wa_id', 'user_id');

/** Each is one thing that happened in a group. */
const HAPPENED: Change[] = [
	...CONTENTS.map(messageOf),
	...['sent', 'delivered', 'read', 'failed'].map(statusOf),
	...[undefined, [error]].flatMap((errors) =>
		['group_create', 'group_delete'].map((type) =>
			groupChange('group_lifecycle_update', ({ index }) => ({
				type,
				request_id: `R${index}`,
				errors,
			})),
		),
	),
	groupChange('group_participants_update', (who) => ({
		type: 'group_participants_add',
		added_participants: [member(who)],
	})),
	groupChange('group_participants_update', (who) => ({
		type: 'group_participants_remove',
		initiated_by: 'participant',
		removed_participants: [member(who)],
	})),
	groupChange('group_participants_update', (who) => ({
		type: 'group_participants_remove',
		initiated_by: 'business',
		request_id: 'R',
		failed_participants: [member(who)],
		errors: [error],
	})),
	groupChange('group_participants_update', (who) => ({
		type: 'group_participants_remove',
		initiated_by: 'business',
		request_id: 'R',
		removed_participants: [member(who)],
		failed_participants: [{ ...member({ ...who, index: who.index + 100 }), errors: [error] }],
	})),
	...['created', 'revoked'].map((what) =>
		groupChange('group_participants_update', (who) => ({
			type: `group_join_request_${what}`,
			join_request_id: `J${who.index}`,
			...member(who),
		})),
	),
	...['group_suspend', 'group_suspend_cleared', 'group_not_documented'].map((type) =>
		groupChange('group_status_update', ({ index }) => ({ type, timestamp: SECONDS + index })),
	),
	groupChange('group_settings_update', ({ index }) => ({
		type: 'group_settings_update',
		request_id: `R${index}`,
		group_subject: { text: 'New', update_successful: index % 2 === 0 },
		profile_picture: { update_successful: false, errors: [error] },
	})),
	({ index }) => ({ field: 'not_documented', value: { index } }),
];

const NOTHING: Change[] = [
	({ index }) => ({
		field: 'messages',
		value: { messages: [textInGroup({ id: `wamid.D${index}`, group_id: undefined })] },
	}),
	({ index }) => ({
		field: 'messages',
		value: { statuses: [{ id: `wamid.D${index}`, status: 'read', recipient_id: '15550002222' }] },
	}),
];

const naming = fc.constantFrom<Naming[]>('phone', 'both', 'userId', 'emptyPhone');
const happenings = (kinds: number) =>
	fc.array(fc.record({ kind: fc.nat(kinds - 1), naming }), { minLength: 1, maxLength: 12 });

interface Happening {
	kind: number;
	naming: Naming;
}

function cloudDelivery(list: Happening[]): IDataObject {
	const kinds = [...HAPPENED, ...NOTHING];
	const changes = list.map(({ kind, naming: written }, index) => {
		const { field, value } = kinds[kind]!({ index, naming: written });
		return change(field, value);
	});
	const half = Math.ceil(changes.length / 2);
	return envelope(entry(...changes.slice(0, half)), entry(...changes.slice(half)));
}

const idsIn = (events: Array<{ eventId: string }>) => events.map(({ eventId }) => eventId);

it.each([dialog360, metaCloud, oneMsg])(
	'$displayName: as many events as things happened',
	(provider) => {
		fc.assert(
			fc.property(happenings(HAPPENED.length + NOTHING.length), (list) => {
				const ids = idsIn(provider.readEvents(cloudDelivery(list)));

				expect(ids).toHaveLength(list.filter(({ kind }) => kind < HAPPENED.length).length);
				expect(new Set(ids).size).toBe(ids.length);
			}),
		);
	},
);

it('the same events have the same ids when numbers appear or disappear', () => {
	const withUserId = happenings(HAPPENED.length).map((list) =>
		list.map(({ kind }) => ({ kind, naming: 'both' as const })),
	);
	fc.assert(
		fc.property(withUserId, fc.constantFrom<Naming[]>('userId', 'emptyPhone'), (list, later) => {
			const again = list.map(({ kind }) => ({ kind, naming: later }));

			expect(idsIn(metaCloud.readEvents(cloudDelivery(again)))).toEqual(
				idsIn(metaCloud.readEvents(cloudDelivery(list))),
			);
		}),
	);
});

const ONE_MSG_TYPES = [
	...['chat', 'image', 'ptt', 'sticker', 'reaction', 'button', 'location', 'not_documented'],
	...['read', 'failed', 'direct'],
];
const ACKS = ['read', 'failed'];

it('1MSG: as many events as things happened', () => {
	fc.assert(
		fc.property(happenings(ONE_MSG_TYPES.length), (list) => {
			const parts = list.map(({ kind, naming: written }, index) => ({
				type: ONE_MSG_TYPES[kind]!,
				who: { index, naming: written },
			}));
			const body = {
				instanceId: '123456',
				messages: parts
					.filter(({ type }) => !ACKS.includes(type))
					.map(({ type, who }) =>
						messageIn(type === 'direct' ? '15550002222@c.us' : '120363000000000000@g.us', {
							id: `wamid.${who.index}`,
							author: null,
							type,
							...named(who, 'author', 'authorBsuid'),
						}),
					),
				ack: parts
					.filter(({ type }) => ACKS.includes(type))
					.map(({ type: status, who }) => ({
						id: 'wamid.OWN',
						chatId: '120363000000000000@g.us',
						status,
						...(status === 'failed' && { error }),
						...named(who, 'phone', 'bsuid'),
					})),
			};

			const ids = idsIn(oneMsg.readEvents(body));

			expect(ids).toHaveLength(parts.filter(({ type }) => type !== 'direct').length);
			expect(new Set(ids).size).toBe(ids.length);
		}),
	);
});

const A1BASE_TYPES = [
	...['text', 'rich_text', 'image', 'video', 'audio', 'document', 'location', 'reaction'],
	...['group_invite', 'unsupported_message_type', 'not_documented', null],
];

it('A1Base: one event for each message in a group, each invitation and each unknown thing', () => {
	const message = fc.record({
		message_type: fc.constantFrom(...A1BASE_TYPES),
		thread_type: fc.constantFrom('group', 'individual', 'broadcast', 'not_documented'),
		sender_number: fc.constantFrom('+61400000000', '+', '', null),
	});
	fc.assert(
		fc.property(fc.array(message, { maxLength: 12 }), (messages) => {
			const ids = messages.flatMap((members, index) =>
				idsIn(a1Base.readEvents(a1Message({ message_id: `msg_${index}`, ...members }))),
			);

			const happened = messages.filter(
				({ thread_type: thread, message_type: type }) =>
					type === 'group_invite' || type === null || /^group|^not/.test(thread),
			);
			expect(ids).toHaveLength(happened.length);
			expect(new Set(ids).size).toBe(ids.length);
		}),
	);
});
