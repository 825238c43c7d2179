/**
 * What 360dialog offers. It passes WhatsApp Cloud API calls through, with `/groups/{id}` where Meta
 * has `/{id}`. Source: 360dialog “Messaging API”, OpenAPI 1.41.0 (groups) and “Groups › Messaging API”;
 * the two invite-link paths are seen in third-party code and Meta's guide only.
 */
import { createdGroup, checkedNewGroup, groupPageIn } from '../cloudApi/groups';
import { pinMessage, sentMessage, textMessage, unpinMessage } from '../cloudApi/messages';
import type { Answer, InviteLink, ProviderCalls, ProviderRequest } from '../Provider';
import { segment, textIn } from '../values';

export const calls: ProviderCalls = {
	'message.send': async (request, { groupId, text }) =>
		sentMessage(
			groupId,
			await request({ method: 'POST', path: '/messages', body: textMessage(groupId, text) }),
		),

	'message.pin': async (request, { groupId, messageId, expirationDays }) => {
		const body = pinMessage(groupId, messageId, expirationDays);
		const raw = await request({ method: 'POST', path: '/messages', body });
		return { result: { groupId, messageId, pinned: true }, raw };
	},

	'message.unpin': async (request, { groupId, messageId }) => {
		const body = unpinMessage(groupId, messageId);
		const raw = await request({ method: 'POST', path: '/messages', body });
		return { result: { groupId, messageId, pinned: false }, raw };
	},

	'group.create': async (request, input) => {
		const group = checkedNewGroup(input);
		const body = {
			messaging_product: 'whatsapp',
			subject: group.subject,
			description: group.description,
			join_approval_mode: group.joinApprovalMode,
		};
		return createdGroup(group, await request({ method: 'POST', path: '/groups', body }));
	},

	'group.getMany': async (request, { limit, cursor }) =>
		groupPageIn(await request({ method: 'GET', path: '/groups', query: { limit, after: cursor } })),

	'inviteLink.get': async (request, { groupId }) => inviteLink(request, 'GET', groupId),
	'inviteLink.reset': async (request, { groupId }) => inviteLink(request, 'POST', groupId),
};

async function inviteLink(
	request: ProviderRequest,
	method: 'GET' | 'POST',
	groupId: string,
): Promise<Answer<InviteLink>> {
	const raw = await request({
		method,
		path: `/groups/${segment(groupId)}/invite_link`,
		body: method === 'POST' ? { messaging_product: 'whatsapp' } : undefined,
	});
	return { result: { groupId, inviteLink: textIn(raw.invite_link) }, raw };
}
