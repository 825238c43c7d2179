/**
 * The group operations of Meta's Cloud API, for Meta and for resellers with other paths.
 * Source: Meta “Groups › Group management”, “Groups messaging”.
 */
import type { Account, Call, ProviderRequest } from '../../../contract/http';
import type { Answer, ChangedGroup, InviteLink, ProviderCalls } from '../../../contract/operations';
import { eitherWay } from '../eitherWay';
import { refuseMore, refuseUserIds } from '../limits';
import { objectsIn, textIn } from '../../../contract/values';
import { checkTexts, createdGroup, GROUP_FIELDS, groupIn, groupPageIn } from './groups';
import { answerJoinRequests, joinRequestPageIn } from './joinRequests';
import { saysChanged, saysCreated, saysLink, saysSent } from './documented';
import { isRefusedValue } from './errors';
import { mediaIdOf } from './uploads';
import { inviteMessage, messageBody, pinMessage, sentMessage, unpinMessage } from './messages';
import { removeParticipants } from './participants';
import { checkedPicture, PICTURE_LIMIT } from './picture';

/** How the paths and names of one provider differ from those of others. */
export interface Dialect {
	/** The path before `/messages`, `/groups` and `/media`. */
	number(account: Account): string;
	group(groupId: string): string;
	/** Form fields for the group picture: the likelier one, and the other documented one. */
	pictureFields: readonly [string, string];
}

/** How many people one call can remove. */
const PEOPLE_LIMIT = 8;

/** Entries per page. 1,024 groups are Meta's maximum. It doesn't document one for join requests. */
const GROUPS_PAGE = 1024;
const REQUESTS_PAGE = 100;

const WHATSAPP = { messaging_product: 'whatsapp' };

export function cloudCalls({ number, group, pictureFields }: Dialect): ProviderCalls {
	const post = async (request: ProviderRequest, body: Call['body']) =>
		await request({
			method: 'POST',
			path: `${number(request.account)}/messages`,
			body,
			budget: 'messages',
			documented: saysSent,
		});

	const inviteLink = async (
		request: ProviderRequest,
		method: 'GET' | 'POST',
		groupId: string,
	): Promise<Answer<InviteLink>> => {
		const body = method === 'POST' ? WHATSAPP : undefined;
		const path = `${group(groupId)}/invite_link`;
		const raw = await request({ method, path, body, documented: saysLink });
		return { result: { groupId, inviteLink: textIn(raw.invite_link) }, raw };
	};

	return {
		'message.send': async (request, message) => {
			const mediaId = await mediaIdOf(request, number(request.account), message);
			return sentMessage(message.groupId, await post(request, messageBody(message, mediaId)));
		},

		'message.pin': async (request, { groupId, messageId, expirationDays }) => {
			const raw = await post(request, pinMessage(groupId, messageId, expirationDays));
			return { result: { groupId, messageId, pinned: true }, raw };
		},

		'message.unpin': async (request, { groupId, messageId }) => {
			const raw = await post(request, unpinMessage(groupId, messageId));
			return { result: { groupId, messageId, pinned: false }, raw };
		},

		'group.create': async (request, input) => {
			checkTexts(input);
			const { subject, description, joinApprovalMode } = input;
			const body = { ...WHATSAPP, subject, description, join_approval_mode: joinApprovalMode };
			const path = `${number(request.account)}/groups`;
			return createdGroup(
				input,
				await request({ method: 'POST', path, body, documented: saysCreated }),
			);
		},

		'group.get': async (request, { groupId }) => {
			const query = { fields: GROUP_FIELDS };
			const raw = await request({ method: 'GET', path: group(groupId), query });
			return { result: { ...groupIn(raw), groupId }, raw };
		},

		'group.getMany': async (request, { limit, cursor }) => {
			const query = { limit: Math.min(limit, GROUPS_PAGE), after: cursor };
			const path = `${number(request.account)}/groups`;
			return groupPageIn(await request({ method: 'GET', path, query }), query.limit);
		},

		'group.update': async (request, { groupId, subject, description, picture }) => {
			checkTexts({ subject, description });
			const fields = { ...WHATSAPP, subject, description };
			const call = { method: 'POST' as const, path: group(groupId), documented: saysChanged };
			if (picture === undefined) {
				return changedGroup(groupId, await request({ ...call, body: fields }));
			}
			const file = await checkedPicture(
				'url' in picture ? await request.download(picture.url, PICTURE_LIMIT) : picture.file,
			);
			const raw = await eitherWay(
				pictureFields,
				isRefusedValue,
				async (fileField) =>
					await request({ ...call, form: { fields: defined(fields), fileField, file } }),
			);
			return changedGroup(groupId, raw);
		},

		'group.delete': async (request, { groupId }) => {
			const call = { method: 'DELETE' as const, path: group(groupId), documented: saysChanged };
			return changedGroup(groupId, await request(call));
		},

		'inviteLink.get': async (request, { groupId }) => await inviteLink(request, 'GET', groupId),
		'inviteLink.reset': async (request, { groupId }) => await inviteLink(request, 'POST', groupId),

		'inviteLink.send': async (request, { groupId, to, template }) => {
			// Meta documents `recipient`, which accepts a user id, for calls only.
			refuseUserIds('To', [to], 'WhatsApp');
			const raw = await post(request, inviteMessage(groupId, to, template));
			const { messageId, status } = sentMessage(groupId, raw).result;
			return { result: { groupId, participantId: to, messageId, status, error: null }, raw };
		},

		'participant.remove': async (request, { groupId, participants }) => {
			refuseMore(participants, PEOPLE_LIMIT);
			return await removeParticipants(request, group(groupId), groupId, participants);
		},

		'participant.getMany': async (request, { groupId }) => {
			const query = { fields: 'participants' };
			const raw = await request({ method: 'GET', path: group(groupId), query });
			return objectsIn(raw.participants).map((person) => ({
				result: {
					groupId,
					participantId: textIn(person.wa_id) ?? textIn(person.user_id) ?? '',
					name: textIn(person.username),
				},
				raw: person,
			}));
		},

		'joinRequest.getMany': async (request, { groupId, limit, cursor }) => {
			const query = { limit: Math.min(limit, REQUESTS_PAGE), after: cursor };
			const path = `${group(groupId)}/join_requests`;
			const raw = await request({ method: 'GET', path, query });
			return joinRequestPageIn(groupId, raw, query.limit);
		},

		'joinRequest.approve': async (request, { groupId, joinRequestIds }) =>
			await answerJoinRequests(request, 'POST', group(groupId), groupId, joinRequestIds),

		'joinRequest.reject': async (request, { groupId, joinRequestIds }) =>
			await answerJoinRequests(request, 'DELETE', group(groupId), groupId, joinRequestIds),
	};
}

/** `success` means that Meta accepted the change. An event reports the result. */
function changedGroup(groupId: string, raw: Answer<object>['raw']): Answer<ChangedGroup> {
	const requestId = textIn(raw.request_id);
	return { result: { groupId, success: raw.success !== false, requestId }, raw };
}

function defined(fields: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}
