/**
 * Groups as Meta's Cloud API and its resellers describe them.
 * Source: Meta “Groups › Group management”.
 */
import type { IDataObject } from 'n8n-workflow';

import { refuseLonger } from '../limits';
import type { Answer, Group, NewGroup, Page } from '../../../contract/operations';
import { isObject, numberIn, objectIn, objectsIn, textIn, timeIn } from '../../../contract/values';
import { groupOf } from '../values';

/** Characters. */
const SUBJECT_LIMIT = 128;
const DESCRIPTION_LIMIT = 2048;

/** A group that was made on a phone can't be used (meta-groups.md, section 1). */
export const CLOUD_GROUPS_LISTED = 'Only groups that were created through the API appear here.';

/** meta-groups.md, section 1. */
export const CLOUD_GROUP_ID_EXAMPLE = 'Y2FwaV9ncm91cDox…';

/** Without `fields`, the response contains only the id. */
export const GROUP_FIELDS = [
	'subject',
	'description',
	'participants',
	'join_approval_mode',
	'suspended',
	'creation_timestamp',
	'total_participant_count',
].join(',');

export function checkTexts({ subject = '', description = '' }: Partial<NewGroup>): void {
	refuseLonger('Group Name', subject, SUBJECT_LIMIT);
	refuseLonger('Description', description, DESCRIPTION_LIMIT);
}

/** Reads a group from a response: an entry of the list, or the details of one group. */
export function groupIn(raw: IDataObject): Group {
	const participants = Array.isArray(raw.participants)
		? objectsIn(raw.participants).map((person) => textIn(person.wa_id) ?? textIn(person.user_id))
		: null;
	return groupOf({
		groupId: textIn(raw.id),
		subject: textIn(raw.subject),
		description: textIn(raw.description),
		participantCount: numberIn(raw.total_participant_count),
		participants: participants?.filter((id) => id !== null) ?? null,
		joinApprovalMode: joinApprovalModeIn(raw.join_approval_mode),
		suspended: typeof raw.suspended === 'boolean' ? raw.suspended : null,
		createdAt: timeIn(raw.created_at ?? raw.creation_timestamp),
	});
}

/** Documented as text. Third-party code also reads a boolean. */
export function joinApprovalModeIn(value: unknown): string | null {
	if (typeof value === 'boolean') return value ? 'approval_required' : 'auto_approve';
	return textIn(value);
}

/** `{data: {groups: […]}}` in Meta's documents, `{data: […]}` in third-party notes. */
export function groupPageIn(raw: IDataObject, pageSize: number): Page<Group> {
	const entries = objectsIn(isObject(raw.data) ? raw.data.groups : raw.data);
	return {
		answers: entries.map((entry) => ({ result: groupIn(entry), raw: entry })),
		...nextCursorIn(raw, entries.length >= pageSize),
	};
}

/**
 * The last page still has an `after` cursor, but no `next` URL. 360dialog's reference calls `next`
 * optional, so a full page is always followed by another read.
 */
export function nextCursorIn(raw: IDataObject, isFull: boolean): { nextCursor?: string } {
	const paging = objectIn(raw.paging);
	const nextCursor = textIn(objectIn(paging.cursors).after);
	return nextCursor && (paging.next || isFull) ? { nextCursor } : {};
}

/**
 * Reads the response to creating a group. Meta creates the group later and returns a request id.
 * According to resellers' documentation, they return the group id. Uses the one that is present.
 */
export function createdGroup(group: NewGroup, raw: IDataObject): Answer<Group> {
	return {
		result: groupOf({
			groupId: textIn(raw.id),
			requestId: textIn(raw.request_id),
			subject: group.subject,
			description: group.description ?? null,
			inviteLink: textIn(raw.invite_link),
			joinApprovalMode: group.joinApprovalMode ?? null,
		}),
		raw,
	};
}
