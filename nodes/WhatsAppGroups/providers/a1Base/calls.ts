/**
 * What A1Base offers: an ordinary WhatsApp number that is a member of ordinary groups.
 * Source: A1Base OpenAPI 0.1.0 and its pages “Create Group Messages” and “Group Management”. Where
 * they disagree, see `account.ts` and `management.ts`.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../contract/errors';
import { refuseUserIds } from '../shared/limits';
import type { ProviderRequest } from '../../contract/http';
import type { Group, Permission, ProviderCalls, StoredMessage } from '../../contract/operations';
import { objectIn, objectsIn, personIdIn, textIn, timeIn } from '../../contract/values';
import { groupOf, segment } from '../shared/values';
import { accountOf, agentOf, PATHS } from './account';
import { join, manage, updateGroup } from './management';
import { membersOf, unwrapped } from './answers';
import { textOf } from './errors';
import { outgoing } from './outgoing';
import { actOnPeople, withPlus } from './people';

/** The documented values of `status`. With any other, it is unknown whether the message was sent. */
const STATUSES: unknown[] = ['queued', 'sent'];

export const calls: ProviderCalls = {
	'message.send': async (request, message) => {
		const raw = await request({
			method: 'POST',
			...outgoing(request.account, message),
			budget: 'messages',
			documented: (answer) => STATUSES.includes(unwrapped(answer).status),
		});
		const sent = unwrapped(raw);
		return {
			result: {
				groupId: message.groupId,
				// Undocumented; used if present.
				messageId: textIn(sent.message_id),
				status: sent.status === 'queued' ? 'queued' : 'sent',
				timestamp: timeIn(sent.date_created),
			},
			raw,
		};
	},

	'message.getMany': async (request, { groupId, limit }) => {
		const path = PATHS.recent(accountOf(request.account), segment(groupId));
		const { data } = await request({ method: 'GET', path });
		// Returns only the 5 newest messages, without paging.
		const answers = objectsIn(data).map((entry) => ({
			result: storedMessage(groupId, entry, agentOf(request.account)),
			raw: entry,
		}));
		return { answers: answers.slice(0, limit) };
	},

	'group.create': async (request, { subject, participants = [], initialMessage }) => {
		if (participants.length === 0) {
			throw new FieldError(
				'Members',
				'“Members” is empty. A1Base needs at least one member to create a group.',
				'Fill in “Members” with at least one phone number.',
			);
		}
		refuseUserIds('Members', participants, 'A1Base');
		const raw = await manage(request, 'create', {
			title: subject,
			participants: participants.map(withPlus),
			initial_message: initialMessage,
		});
		const { thread_id, title, participants: people } = unwrapped(raw);
		return {
			result: groupOf({
				groupId: textIn(thread_id),
				subject: textIn(title) ?? subject,
				...membersOf(people),
			}),
			raw,
		};
	},

	'group.get': async (request, { groupId }) => {
		const raw = await threadDetails(request, groupId);
		return { result: { ...groupOfThread(unwrapped(raw)), groupId }, raw };
	},

	'group.getMany': async (request) => {
		const path = PATHS.threads(accountOf(request.account), agentOf(request.account));
		const raw = await request({ method: 'GET', path }).catch(noThreads);
		// One call returns all threads: in `data` in the OpenAPI file, in `threads` in the Node SDK's types.
		const threads = Array.isArray(raw.data)
			? raw.data
			: (objectIn(raw.data).threads ?? raw.threads);
		const groups = objectsIn(threads).filter(({ type }) => type === 'group');
		return { answers: groups.map((thread) => ({ result: groupOfThread(thread), raw: thread })) };
	},

	'group.update': async (request, changes) => {
		const raw = await updateGroup(request, changes);
		return { result: { groupId: changes.groupId, success: true, requestId: null }, raw };
	},

	'group.join': async (request, { inviteCode }) => {
		const raw = await join(request, inviteCode);
		const { thread_id, title, participants } = unwrapped(raw);
		return {
			result: groupOf({
				groupId: textIn(thread_id),
				subject: textIn(title),
				...membersOf(participants),
			}),
			raw,
		};
	},

	'group.leave': async (request, { groupId }) => {
		const raw = await manage(request, 'leave', { thread_id: groupId });
		return { result: { groupId, success: true, requestId: null }, raw };
	},

	'group.updatePermissions': async (request, { groupId, permission }) => {
		const setting = SETTINGS[permission];
		const raw = await manage(request, 'update_settings', { thread_id: groupId, setting });
		return { result: { groupId, success: true, requestId: null }, raw };
	},

	'participant.add': actOnPeople('add_participants'),
	'participant.remove': actOnPeople('remove_participants'),
	'participant.promote': actOnPeople('promote_admin'),
	'participant.demote': actOnPeople('demote_admin'),

	'participant.getMany': async (request, { groupId }) => {
		const raw = await threadDetails(request, groupId);
		const { participants = [] } = membersOf(unwrapped(raw).participants);
		return (participants ?? []).map((participantId) => ({
			result: { groupId, participantId, name: null },
			raw,
		}));
	},
};

const SETTINGS: Record<Permission, string> = {
	adminsWrite: 'announcement',
	everyoneWrites: 'not_announcement',
	adminsEdit: 'locked',
	everyoneEdits: 'unlocked',
};

async function threadDetails(request: ProviderRequest, groupId: string): Promise<IDataObject> {
	const path = PATHS.details(accountOf(request.account), segment(groupId));
	return await request({ method: 'GET', path });
}

function storedMessage(groupId: string, entry: IDataObject, agent: string): StoredMessage {
	const sender = personIdIn(entry.sender_number);
	return {
		groupId,
		messageId: textIn(entry.id) ?? textIn(entry.message_id),
		timestamp: timeIn(entry.timestamp ?? entry.date_created),
		sender: { id: sender, name: textIn(entry.sender_name) },
		type: 'text',
		text: textIn(entry.content) ?? textIn(entry.body),
		fromMe: sender === null ? null : sender === personIdIn(agent),
	};
}

/** Returns an empty list for an account without threads, which is a 404 with that text. */
function noThreads(error: unknown): IDataObject {
	const empty =
		error instanceof ProviderError &&
		error.httpStatus === 404 &&
		/\bno\b.*threads/i.test(textOf(objectIn(error.answer)) ?? '');
	if (empty) return { data: [] };
	throw error;
}

function groupOfThread(thread: IDataObject): Group {
	return groupOf({
		groupId: textIn(thread.id) ?? textIn(thread.thread_id) ?? textIn(thread.chat_id),
		subject: textIn(thread.thread_name) ?? textIn(thread.chat_name),
		createdAt: timeIn(thread.created_at),
		...membersOf(thread.participants),
	});
}
