/**
 * What 1MSG offers. Answers of the group endpoints are documented as open objects, so ids and links
 * are looked for under every name that its sources use.
 * Source: 1MSG SDK contract 1.0.0 (paths), MCP tool list (fields), help page “Group Messaging API”.
 * The help page also names “remove participants”, but no source gives its path: left out.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError } from '../../transport/errors';
import { groupIn } from '../cloudApi/groups';
import type { Answer, Group, InviteLink, ProviderCalls, ProviderRequest } from '../Provider';
import { groupOf, objectIn, objectsIn, segment, textIn } from '../values';
import { chatId, plainId } from './groupId';

/** Characters of a text message. */
const TEXT_LIMIT = 4096;

export const calls: ProviderCalls = {
	'message.send': async (request, { groupId, text }) => {
		if (text.length > TEXT_LIMIT) {
			throw new FieldError(
				'Text',
				`The text has ${text.length} characters, and 1MSG takes at most ${TEXT_LIMIT}`,
				'Shorten the text, or send it as several messages.',
			);
		}
		const body = { chatId: chatId(groupId), body: text };
		const raw = await request({ method: 'POST', path: '/sendMessage', body });
		// A job id is not a message id.
		const queued = raw.sent === false;
		const status = queued ? 'queued' : 'sent';
		const messageId = queued ? null : textIn(raw.id);
		return { result: { groupId: plainId(groupId), messageId, status, timestamp: null }, raw };
	},

	'group.create': async (request, { subject, description }) => {
		const body = { groupName: subject, description };
		const raw = await request({ method: 'POST', path: '/groups', body });
		return { result: createdGroup(raw, subject, description), raw };
	},

	'group.getMany': async (request, { limit, cursor }) => {
		const raw = await request({ method: 'GET', path: '/groups', query: { limit, after: cursor } });
		const nextCursor = textIn(objectIn(objectIn(raw.paging).cursors).after);
		const answers = groupsIn(raw).map((group) => ({ result: listedGroup(group), raw: group }));
		// Whether the last page has a cursor is not documented; without `next`, a short page ends the list.
		const goesOn = objectIn(raw.paging).next !== undefined || answers.length >= limit;
		return nextCursor && goesOn ? { answers, nextCursor } : { answers };
	},

	'inviteLink.get': async (request, { groupId }) => inviteLink(request, 'GET', groupId),
	'inviteLink.reset': async (request, { groupId }) => inviteLink(request, 'POST', groupId),
};

async function inviteLink(
	request: ProviderRequest,
	method: 'GET' | 'POST',
	groupId: string,
): Promise<Answer<InviteLink>> {
	const id = plainId(groupId);
	const raw = await request({ method, path: `/groups/${segment(id)}/inviteLink` });
	const link = firstText(raw, ['invite_link', 'inviteLink']);
	return { result: { groupId: id, inviteLink: link }, raw };
}

function createdGroup(raw: IDataObject, subject: string, description?: string): Group {
	const id = firstText(raw, ['id', 'groupId', 'group_id']);
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

/** The first of these members, at the top or inside `response` or `data`. */
function firstText(raw: IDataObject, names: string[]): string | null {
	const places = [raw, objectIn(raw.response), objectIn(raw.data)];
	const values = places.flatMap((place) => names.map((name) => textIn(place[name])));
	return values.find((value) => value !== null) ?? null;
}
