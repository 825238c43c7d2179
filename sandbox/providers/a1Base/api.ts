import { ok, type Operation, Refusal, type VendorRequest } from '../../provider';
import type { Group } from '../../model';
import { statusError } from './errors';
import { numberOf } from './webhooks';
import type { Account } from './state';

interface SendBody {
	content: string;
	from: string;
	thread_id: string;
}

interface CreateBody {
	action: 'create';
	agent_number: string;
	title: string;
	participants: string[];
	initial_message?: string;
}

export function operations(account: Account): Record<string, Operation> {
	const { accountId, agentNumber, world, settings } = account;

	/** A1Base S1: 403 is access denied. */
	const ownAccount = ({ params }: VendorRequest<never>) => {
		if (params.accountId !== accountId) throw refusal(403, 'Access to this account is denied');
	};
	const thread = (id: string) => {
		const group = world.group(id);
		if (!group) throw refusal(404, 'Thread not found');
		return group;
	};
	/** That a foreign number is refused is inferred: an agent writes with its own number. */
	const ownNumber = (number: string) => {
		if (number !== agentNumber) throw refusal(400, `${number} is no agent of this account`);
	};

	return {
		sendGroupMessage: (request: VendorRequest<SendBody>) => {
			ownAccount(request as VendorRequest<never>);
			const { from, thread_id, content } = request.body;
			ownNumber(from);
			const message = world.send(thread(thread_id), content);
			const answer = {
				chat_group_id: thread_id,
				from,
				body: content,
				status: 'queued',
				date_created: message.time,
			};
			return ok(settings.wrapAnswers ? { status: 'success', data: answer } : answer);
		},

		getAllThreads: (request) => {
			ownAccount(request);
			if (world.groups.length === 0) throw refusal(404, 'No threads found');
			return ok({
				status: 'success',
				data: world.groups.map((group) => ({
					id: group.id,
					created_at: group.createdAt,
					type: 'group',
					thread_name: group.subject,
					service_name: 'whatsapp',
					participants: numbersIn(group),
					account_id: accountId,
					is_live: true,
				})),
			});
		},

		getThreadDetails: (request) => {
			ownAccount(request);
			const group = thread(request.params.threadId);
			return ok({
				status: 'success',
				data: {
					account_id: accountId,
					chat_id: group.id,
					chat_name: group.subject,
					participants: numbersIn(group),
				},
			});
		},

		manageGroup: (request: VendorRequest<CreateBody>) => {
			ownAccount(request as VendorRequest<never>);
			const { agent_number, title, initial_message, ...body } = request.body;
			ownNumber(agent_number);
			const participants = [...new Set(body.participants)].filter((one) => one !== agentNumber);
			const group = world.createGroup({
				subject: title,
				participants: participants.map((number) => ({ id: number.slice(1), name: number })),
			});
			if (initial_message) world.send(group, initial_message);
			return ok({
				status: 'success',
				message: 'Group created',
				data: { thread_id: group.id, title: group.subject, participants },
			});
		},
	};
}

const refusal = (status: number, message: string) => new Refusal(statusError(status, message));

const numbersIn = ({ participants }: Group) => participants.map(numberOf);
