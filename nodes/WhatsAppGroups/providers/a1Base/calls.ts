/**
 * What A1Base offers: an ordinary WhatsApp number that is a member of ordinary groups.
 * Source: A1Base OpenAPI 0.1.0 and its pages “Create Group Messages” and “Group Management”. Where
 * they disagree the choice stands in `PATHS`.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError } from '../../transport/errors';
import { textOf } from './errors';
import type { Account, Group, ProviderCalls } from '../Provider';
import {
	groupOf,
	isObject,
	objectIn,
	objectsIn,
	personIdIn,
	segment,
	textIn,
	timeIn,
} from '../values';

const PATHS = {
	/** OpenAPI and both SDKs; the page's prose has it without `/messages`. */
	send: (account: string) => `/messages/group/${account}/send`,
	/** All samples of the page; its OpenAPI says `/group-management/{account}`. */
	management: (account: string) => `/whatsapp/${account}/group-management`,
	threads: (account: string) => `/messages/threads/${account}/get-all`,
};

export const calls: ProviderCalls = {
	'message.send': async (request, { groupId, text }) => {
		const raw = await request({
			method: 'POST',
			path: PATHS.send(accountOf(request.account)),
			body: {
				content: text,
				from: agentOf(request.account),
				thread_id: groupId,
				service: 'whatsapp',
			},
		});
		const sent = unwrapped(raw);
		return {
			result: {
				groupId,
				// Promised nowhere, taken where it comes.
				messageId: textIn(sent.message_id),
				status: sent.status === 'queued' ? 'queued' : 'sent',
				timestamp: timeIn(sent.date_created),
			},
			raw,
		};
	},

	'group.create': async (request, { subject, participants = [], initialMessage }) => {
		if (participants.length === 0) {
			throw new FieldError(
				'Participants',
				'A1Base creates a group only with somebody in it',
				'Fill in “Participants” with at least one phone number.',
			);
		}
		const raw = await request({
			method: 'POST',
			path: PATHS.management(accountOf(request.account)),
			body: {
				action: 'create',
				agent_number: agentOf(request.account),
				title: subject,
				participants: participants.map((number) => `+${number}`),
				initial_message: initialMessage,
			},
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

	'group.getMany': async (request) => {
		const path = PATHS.threads(accountOf(request.account));
		const raw = await request({ method: 'GET', path }).catch(noThreads);
		// One call answers all threads: as `data` in the OpenAPI file, as `threads` in the Node SDK's types.
		const threads = Array.isArray(raw.data)
			? raw.data
			: (objectIn(raw.data).threads ?? raw.threads);
		const groups = objectsIn(threads).filter(({ type }) => type === 'group');
		return { answers: groups.map((thread) => ({ result: groupOfThread(thread), raw: thread })) };
	},
};

/** An account without conversations answers 404 and says so; another 404 is a failure. */
function noThreads(error: unknown): IDataObject {
	const empty =
		error instanceof ProviderError &&
		error.httpStatus === 404 &&
		/\bno\b.*threads/i.test(textOf(objectIn(error.answer)) ?? '');
	if (empty) return { data: [] };
	throw error;
}

/** Some answers come bare, some as `{status, data}`: both are documented. */
function unwrapped(raw: IDataObject): IDataObject {
	return isObject(raw.data) ? raw.data : raw;
}

function groupOfThread(thread: IDataObject): Group {
	return groupOf({
		groupId: textIn(thread.id) ?? textIn(thread.thread_id),
		subject: textIn(thread.thread_name),
		createdAt: timeIn(thread.created_at),
		...membersOf(thread.participants),
	});
}

/** People are numbers, or objects that hold one. */
function membersOf(people: unknown): Pick<Group, 'participants' | 'participantCount'> {
	if (!Array.isArray(people)) return { participants: null, participantCount: null };
	const participants = people
		.map((person) => personIdIn(isObject(person) ? person.number : person))
		.filter((id) => id !== null);
	return { participants, participantCount: people.length };
}

function accountOf({ accountId }: Account): string {
	return segment(required(accountId, 'Account ID'));
}

/** With `+` and country code, as every call wants it. */
function agentOf({ agentNumber }: Account): string {
	const digits = required(agentNumber, 'Agent Number').replace(/\D/g, '');
	return `+${digits}`;
}

function required(value: unknown, field: string): string {
	const text = textIn(value)?.trim();
	if (text) return text;
	throw new FieldError(
		field,
		`The A1Base credential has no ${field}`,
		`Open the credential and fill in “${field}”.`,
	);
}
