import { groupsOf } from '../../world/groups';
import { isMember } from '../../world/membership';
import type { DirectMessage, Group, Message } from '../../world/model';
import { ok, type Operation } from '../../server/provider';
import { accessOf, numbersIn, refusal } from './access';
import type { Account } from './state';
import { directThread, numberOf, textOf } from './webhooks';

/** a1base.md#section-3: the newest messages of a thread. */
const RECENT = 5;

export function threadOperations(account: Account): Record<string, Operation> {
	const { accountId, agentNumber, world } = account;
	const { ownAccount, thread } = accessOf(account);

	const allThreads = () => {
		const groups = groupsOf(world).filter((group) => isMember(group, world.business.id));
		if (groups.length === 0) throw refusal(404, 'No threads found');
		return ok({ status: 'success', data: groups.map(asThread) });
	};

	const asThread = (group: Group) => ({
		id: group.id,
		created_at: group.createdAt,
		type: 'group',
		thread_name: group.subject,
		service_name: 'whatsapp',
		participants: numbersIn(group),
		account_id: accountId,
		is_live: true,
	});

	const details = (message: Message, chat: { id: string; name: string; numbers: string[] }) => ({
		chat_id: chat.id,
		chat_name: chat.name,
		participants: chat.numbers,
		account_id: accountId,
		message_id: message.id,
		to: message.fromBusiness
			? (chat.numbers.find((one) => one !== agentNumber) ?? '')
			: agentNumber,
		from: numberOf(message.from),
		body: textOf(message),
		status: message.fromBusiness ? 'sent' : 'received',
		date_created: message.time,
		direction: message.fromBusiness ? 'outbound' : 'inbound',
		attachment_uri: message.media?.link ?? null,
	});

	const found = (id: string) => {
		for (const group of groupsOf(world)) {
			const message = group.messages.find((one) => one.id === id);
			const chat = { id: group.id, name: group.subject, numbers: numbersIn(group) };
			if (message) return details(message, chat);
		}
		const direct = world.directMessages.find(({ message }) => message.id === id);
		return direct && details(direct.message, chatOf(direct));
	};

	const chatOf = ({ partner }: DirectMessage) => ({
		id: directThread(partner),
		name: `+${partner}`,
		numbers: [agentNumber, `+${partner}`],
	});

	return {
		getAllThreads: (request) => {
			ownAccount(request);
			return allThreads();
		},

		getThreadsOfNumber: (request) => {
			ownAccount(request);
			if (request.params.phoneNumber !== agentNumber) throw refusal(404, 'No threads found');
			return allThreads();
		},

		getThreadDetails: (request) => {
			ownAccount(request);
			const group = thread(String(request.params.threadId));
			const { id: chat_id, subject: chat_name } = group;
			const participants = numbersIn(group);
			const data = { account_id: accountId, chat_id, chat_name, participants };
			return ok({ status: 'success', data });
		},

		// The order, newest first, and the `content` of a file are inferred.
		getRecentMessages: (request) => {
			ownAccount(request);
			const { id: thread_id, messages } = thread(String(request.params.threadId));
			const data = messages
				.slice(-RECENT)
				.reverse()
				.map((message) => ({
					id: message.id,
					thread_id,
					content: textOf(message),
					sender_number: numberOf(message.from),
					sender_name: message.from.name,
					timestamp: message.time,
					updated_at: message.time,
				}));
			return ok({ status: 'success', data });
		},

		// Also for group messages, which is inferred: the path says “individual”.
		getMessageDetails: (request) => {
			ownAccount(request);
			const data = found(String(request.params.messageId));
			if (!data) throw refusal(404, 'Message not found');
			return ok({ status: 'success', data });
		},
	};
}
