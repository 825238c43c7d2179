/**
 * `messages[]` in Meta's envelope. Texts are the documents' own samples; files, replies and people
 * without a phone number are in the general form of the Cloud API.
 */
import { messageOf, type Sample } from '../support/events';
import {
	change,
	contact,
	delivery,
	entry,
	envelope,
	GROUP,
	SECONDS,
	textInGroup,
	TIME,
} from './cloudApi';

const SAMPLE = { id: '15550002222', name: 'Sample' };
const CONTACTS = [contact('15550002222', 'Sample')];
const RECEIVED = {
	event: 'message.received',
	groupId: GROUP,
	messageId: 'wamid.SAMPLE',
	timestamp: TIME,
	sender: SAMPLE,
} as const;
const HI = messageOf({ type: 'text', text: 'Hi' });

function messages(...list: Array<ReturnType<typeof textInGroup>>) {
	return delivery('messages', { contacts: CONTACTS, messages: list });
}

export const cloudMessages: Sample[] = [
	{
		name: 'a text',
		body: messages(textInGroup()),
		events: [{ ...RECEIVED, message: HI }],
	},
	{
		name: 'a text whose time is a number',
		body: messages(textInGroup({ timestamp: SECONDS })),
		events: [{ ...RECEIVED, message: HI }],
	},
	{
		name: 'two texts of two people, each with the right name',
		body: delivery('messages', {
			contacts: [contact('15550003333', 'Other'), ...CONTACTS],
			messages: [textInGroup(), textInGroup({ id: 'wamid.OTHER', from: '15550003333' })],
		}),
		events: [
			{ ...RECEIVED, message: HI },
			{
				...RECEIVED,
				messageId: 'wamid.OTHER',
				sender: { id: '15550003333', name: 'Other' },
				message: HI,
			},
		],
	},
	{
		name: 'several entries and changes, with a one-to-one message between',
		body: envelope(
			entry(
				change('messages', { contacts: CONTACTS, messages: [textInGroup({ id: 'wamid.1' })] }),
				change('messages', {
					contacts: CONTACTS,
					messages: [textInGroup({ id: 'wamid.2', group_id: undefined })],
				}),
			),
			entry(change('messages', { contacts: CONTACTS, messages: [textInGroup({ id: 'wamid.3' })] })),
		),
		events: [
			{ ...RECEIVED, messageId: 'wamid.1', message: HI },
			{ ...RECEIVED, messageId: 'wamid.3', message: HI },
		],
	},
	{
		name: 'a one-to-one message',
		body: messages(textInGroup({ group_id: undefined })),
		events: [],
	},
	{
		name: 'a reply',
		body: messages(textInGroup({ context: { from: '15550001111', id: 'wamid.QUOTED' } })),
		events: [
			{ ...RECEIVED, message: messageOf({ type: 'text', text: 'Hi', replyTo: 'wamid.QUOTED' }) },
		],
	},
	{
		name: 'a picture with a caption',
		body: messages(
			textInGroup({
				type: 'image',
				text: undefined,
				image: { id: '1000', mime_type: 'image/jpeg', sha256: 'abc', caption: 'Look' },
			}),
		),
		events: [
			{
				...RECEIVED,
				message: messageOf({
					type: 'image',
					caption: 'Look',
					media: { id: '1000', mimeType: 'image/jpeg' },
				}),
			},
		],
	},
	{
		name: 'a document',
		body: messages(
			textInGroup({
				type: 'document',
				text: undefined,
				document: { id: '1001', mime_type: 'application/pdf', filename: 'report.pdf' },
			}),
		),
		events: [
			{
				...RECEIVED,
				message: messageOf({
					type: 'document',
					media: { id: '1001', mimeType: 'application/pdf', fileName: 'report.pdf' },
				}),
			},
		],
	},
	{
		name: 'an unsupported message with the code of other Cloud API pages',
		body: messages(
			textInGroup({
				type: 'unsupported',
				text: undefined,
				errors: [{ code: 131051, title: 'Unsupported message type' }],
			}),
		),
		events: [
			{
				...RECEIVED,
				message: messageOf({ type: 'unsupported' }),
				errors: [{ code: '131051', message: 'Unsupported message type', details: null }],
			},
		],
	},
	{
		name: 'a sender with a user id in place of a phone number',
		body: delivery('messages', {
			contacts: [{ profile: { name: 'Sample', username: 'sample' }, user_id: 'US.1234' }],
			messages: [textInGroup({ from: undefined, from_user_id: 'US.1234' })],
		}),
		events: [{ ...RECEIVED, sender: { id: 'US.1234', name: 'Sample' }, message: HI }],
	},
	{
		// The contact and the message are of the same participant, say Meta and 360dialog.
		name: 'a sender whom only the contact names',
		body: delivery('messages', {
			contacts: [{ profile: { name: 'Sample' }, user_id: 'US.1234' }],
			messages: [textInGroup({ from: undefined })],
		}),
		events: [{ ...RECEIVED, sender: { id: 'US.1234', name: 'Sample' }, message: HI }],
	},
];
