/**
 * What 1MSG offers. The responses of its group endpoints are documented as objects of any form, so ids
 * and links are read from every name that its sources use.
 * Source: 1MSG SDK contract 1.0.0 (paths), MCP tool list (fields), help page “Group Messaging API”.
 * The help page also mentions “remove participants”, but no source has its path, so it is omitted.
 */
import type { IDataObject } from 'n8n-workflow';

import { checkTexts, GROUP_FIELDS, groupIn } from '../shared/cloudApi/groups';
import { checkedPicture } from '../shared/cloudApi/picture';
import type { Call, ProviderRequest } from '../../contract/http';
import type {
	Answer,
	ChangedGroup,
	Group,
	GroupChanges,
	InviteLink,
	ProviderCalls,
	SentMessage,
	StoredMessage,
} from '../../contract/operations';
import {
	isObject,
	isOn,
	numberIn,
	objectIn,
	objectsIn,
	textIn,
	timeIn,
} from '../../contract/values';
import { isUserId } from '../../contract/phoneNumbers';
import { groupOf, segment } from '../shared/values';
import { chatId, plainId } from './groupId';
import { outgoing, templateFields } from './outgoing';

/** Entries per page: 1MSG's default for messages. It doesn't document a maximum. */
const PAGE_SIZE = 100;

/** What 1MSG's sources call the ID of a group. */
const ID_NAMES = ['id', 'groupId', 'group_id'];

export const calls: ProviderCalls = {
	'message.send': async (request, message) => {
		const raw = await request({
			method: 'POST',
			...outgoing(message),
			budget: 'messages',
			documented: saysSent,
		});
		return { result: { groupId: plainId(message.groupId), ...sent(raw), timestamp: null }, raw };
	},

	'message.getMany': async (request, { groupId, limit: wanted, cursor }) => {
		const limit = Math.min(wanted, PAGE_SIZE);
		const query = { chatId: chatId(groupId), limit, firstMessageNumber: cursor };
		const raw = await request({ method: 'GET', path: '/messages', query });
		const messages = objectsIn(raw.messages);
		const answers = messages.map((entry) => ({
			result: storedMessage(groupId, entry),
			raw: entry,
		}));
		const last = numberIn(messages[messages.length - 1]?.messageNumber);
		// Inferred from the parameter names: the next page starts at the last message number + 1.
		return last !== null && messages.length >= limit
			? { answers, nextCursor: String(last + 1) }
			: { answers };
	},

	'group.create': async (request, { subject, description }) => {
		checkTexts({ subject, description });
		const body = { groupName: subject, description };
		const raw = await request({
			method: 'POST',
			path: '/groups',
			body,
			documented: (answer) => firstText(answer, [...ID_NAMES, 'request_id']) !== null,
		});
		return { result: createdGroup(raw, subject, description), raw };
	},

	'group.get': async (request, { groupId }) => {
		const query = { fields: GROUP_FIELDS };
		const raw = await request({ method: 'GET', path: groupPath(groupId), query });
		return { result: { ...listedGroup(inner(raw)), groupId: plainId(groupId) }, raw };
	},

	'group.getMany': async (request, { limit: wanted, cursor }) => {
		const limit = Math.min(wanted, PAGE_SIZE);
		const raw = await request({ method: 'GET', path: '/groups', query: { limit, after: cursor } });
		const nextCursor = textIn(objectIn(objectIn(raw.paging).cursors).after);
		const answers = groupsIn(raw).map((group) => ({ result: listedGroup(group), raw: group }));
		// It isn't documented whether the last page has a cursor. Without `next`, a short page is the last.
		const goesOn = objectIn(raw.paging).next !== undefined || answers.length >= limit;
		return nextCursor && goesOn ? { answers, nextCursor } : { answers };
	},

	'group.update': async (request, { groupId, subject, description, picture }) => {
		checkTexts({ subject, description });
		const body = { subject, description };
		const call = { method: 'POST' as const, path: groupPath(groupId) };
		const raw = await request({ ...call, ...(await withPicture(body, picture)) });
		return { result: changed(groupId, raw), raw };
	},

	'group.delete': async (request, { groupId }) => {
		const raw = await request({
			method: 'DELETE',
			path: groupPath(groupId),
			documented: ({ success }) => typeof success === 'boolean',
		});
		return { result: changed(groupId, raw), raw };
	},

	'participant.getMany': async (request, { groupId }) => {
		const query = { fields: 'participants' };
		const raw = await request({ method: 'GET', path: groupPath(groupId), query });
		return objectsIn(inner(raw).participants).map((person) => ({
			result: {
				groupId: plainId(groupId),
				participantId: textIn(person.wa_id) ?? textIn(person.user_id) ?? '',
				name: textIn(person.username),
			},
			raw: person,
		}));
	},

	'inviteLink.get': async (request, { groupId }) => inviteLink(request, 'GET', groupId),
	'inviteLink.reset': async (request, { groupId }) => inviteLink(request, 'POST', groupId),

	// Inferred: 1MSG forwards the `group_id` parameter, which only Meta documents.
	// The form `<id>@lid` of a user id is from 1MSG's own n8n node.
	'inviteLink.send': async (request, { groupId, to, template }) => {
		const { name, language, namespace } = template;
		const parameter = { type: 'group_id', group_id: plainId(groupId) };
		const body = {
			...(isUserId(to) ? { chatId: `${to}@lid` } : { phone: to }),
			...templateFields(name, language, namespace),
			params: [{ type: 'body', parameters: [parameter] }],
		};
		const raw = await request({
			method: 'POST',
			path: '/sendTemplate',
			body,
			budget: 'messages',
			documented: saysSent,
		});
		return {
			result: { groupId: plainId(groupId), participantId: to, ...sent(raw), error: null },
			raw,
		};
	},
};

/** Adds the picture to the body: its URL, or the file itself. */
async function withPicture(
	body: IDataObject,
	picture: GroupChanges['picture'],
): Promise<Pick<Call, 'body' | 'inline'>> {
	const field = 'profile_picture_file';
	if (picture === undefined) return { body };
	return 'url' in picture
		? { body: { ...body, [field]: picture.url } }
		: { body, inline: { field, file: await checkedPicture(picture.file) } };
}

/** Returns whether a response is documented: `sent: true` with a message id, or a queued job. */
function saysSent({ sent: isSent, id, jobId }: IDataObject): boolean {
	return isSent === true ? textIn(id) !== null : isSent === false && textIn(jobId) !== null;
}

/** A queued message has only a job id, and no message id yet. */
function sent(raw: IDataObject): Pick<SentMessage, 'messageId' | 'status'> {
	return raw.sent === false
		? { messageId: null, status: 'queued' }
		: { messageId: textIn(raw.id), status: 'sent' };
}

function changed(groupId: string, raw: IDataObject): ChangedGroup {
	return {
		groupId: plainId(groupId),
		success: raw.success !== false,
		requestId: firstText(raw, ['request_id']),
	};
}

function groupPath(groupId: string): string {
	return `/groups/${segment(plainId(groupId))}`;
}

/** Some responses have their content in `response` or `data`. */
function inner(raw: IDataObject): IDataObject {
	return [raw.response, raw.data].find(isObject) ?? raw;
}

function storedMessage(groupId: string, entry: IDataObject): StoredMessage {
	return {
		groupId: plainId(groupId),
		messageId: textIn(entry.id),
		timestamp: timeIn(entry.time),
		sender: {
			id: textIn(entry.author)?.replace(/@.*$/, '') ?? null,
			name: textIn(entry.senderName),
		},
		type: entry.type === 'chat' ? 'text' : (textIn(entry.type) ?? 'unknown'),
		text: textIn(entry.body),
		fromMe: isOn(entry.fromMe),
	};
}

async function inviteLink(
	request: ProviderRequest,
	method: 'GET' | 'POST',
	groupId: string,
): Promise<Answer<InviteLink>> {
	const id = plainId(groupId);
	const raw = await request({ method, path: `${groupPath(id)}/inviteLink` });
	const link = firstText(raw, ['invite_link', 'inviteLink']);
	return { result: { groupId: id, inviteLink: link }, raw };
}

function createdGroup(raw: IDataObject, subject: string, description?: string): Group {
	const id = firstText(raw, ID_NAMES);
	return groupOf({
		groupId: id === null ? null : plainId(id),
		requestId: firstText(raw, ['request_id']),
		subject,
		description: description ?? null,
		inviteLink: firstText(raw, ['invite_link', 'inviteLink']),
	});
}

function groupsIn(raw: IDataObject): IDataObject[] {
	const lists = [raw.groups, raw.data, objectIn(raw.data).groups, raw.items];
	return objectsIn(lists.find(Array.isArray));
}

function listedGroup(raw: IDataObject): Group {
	const id = textIn(raw.id) ?? textIn(raw.groupId);
	return {
		...groupIn(raw),
		groupId: id === null ? null : plainId(id),
		subject: textIn(raw.subject) ?? textIn(raw.name) ?? textIn(raw.groupName),
	};
}

/** Returns the first of these members, at the top or in `response` or `data`. */
function firstText(raw: IDataObject, names: string[]): string | null {
	const places = [raw, objectIn(raw.response), objectIn(raw.data)];
	const values = places.flatMap((place) => names.map((name) => textIn(place[name])));
	return values.find((value) => value !== null) ?? null;
}
