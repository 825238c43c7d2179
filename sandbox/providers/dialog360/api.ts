import { type Answer, ok, type Operation, unixSeconds, type VendorRequest } from '../../provider';
import { pageOf } from '../../paging';
import { type Group, type JoinApprovalMode, peopleIn } from '../../model';
import { refuse } from '../cloudApi/errors';
import {
	chosenFields,
	inviteLinkOf,
	knownGroup,
	MAX_GROUPS,
	newMessageId,
	newRequestId,
} from '../cloudApi/groups';
import { webhookOperations } from './webhook';
import { type Number360, sender } from './state';

interface CreateBody {
	subject: string;
	description?: string;
	join_approval_mode?: JoinApprovalMode;
}

type MessageBody = { to: string } & (
	| { type: 'text'; text: { body: string }; context?: { message_id: string } }
	| { type: 'pin'; pin: { type: 'pin' | 'unpin'; message_id: string } }
);

export function operations(number: Number360): Record<string, Operation> {
	const { world, settings } = number;

	const withinBudget = () => {
		if (settings.tooManyGroupOperations) throw refuse(131208, 'Try again later');
	};
	const groupOf = ({ params }: VendorRequest<never>) => {
		withinBudget();
		return knownGroup(world, params.group_id);
	};

	return {
		getHealthStatus: () =>
			ok({
				health_status: { can_send_message: 'AVAILABLE', entities: [] },
				id: sender.phoneNumberId,
			}),

		listGroups: ({ query, baseUrl }) => {
			withinBudget();
			const page = pageOf(world.groups, query);
			if (!page) throw refuse(131059, 'The cursor is not valid (any more)');
			const limit = query.limit === undefined ? '' : `limit=${query.limit}&`;
			const { after, before } = page.cursors;
			return ok({
				data: {
					groups: page.items.map(({ id, subject, createdAt }) => ({
						id,
						subject,
						created_at: unixSeconds(createdAt),
					})),
				},
				paging: {
					cursors: page.cursors,
					...(page.hasNext && { next: `${baseUrl}/groups?${limit}after=${after}` }),
					...(page.hasPrevious && { previous: `${baseUrl}/groups?${limit}before=${before}` }),
				},
			});
		},

		createGroup: ({ body }: VendorRequest<CreateBody>) => {
			withinBudget();
			if (world.groups.length >= MAX_GROUPS) throw refuse(131211, `${MAX_GROUPS} groups exist`);
			const group = world.createGroup({ ...body, joinApprovalMode: body.join_approval_mode });
			const requestId = newRequestId();
			world.announceGroup(group, requestId);
			return ok(
				settings.asynchronousCreate
					? { messaging_product: 'whatsapp', request_id: requestId }
					: { id: group.id },
			);
		},

		getGroup: (request) =>
			ok(chosenFields(groupOf(request), request.query.fields as string | undefined)),

		getInviteLink: (request) => ok(inviteLinkOf(groupOf(request))),

		resetInviteLink: (request) => {
			const group = groupOf(request);
			world.resetInviteLink(group);
			return ok(inviteLinkOf(group));
		},

		sendMessage: ({ body }: VendorRequest<MessageBody>) => {
			const group = knownGroup(world, body.to);
			if (peopleIn(group).length === 0) throw refuse(131020, 'Nobody has joined the group yet');
			if (body.type === 'pin') return accepted(group, pinOrUnpin(number, group, body.pin));
			const { text, context } = body;
			const message = settings.windowClosed
				? world.failToSend(group, text.body)
				: world.send(group, text.body, context?.message_id);
			return accepted(group, message.id);
		},

		...webhookOperations(number),
	};
}

type Pin = (MessageBody & { type: 'pin' })['pin'];

/** A pin is a message of its own: its answer has an id (360dialog Seed, "Expected Outcomes"). */
function pinOrUnpin({ world }: Number360, group: Group, { type, message_id: id }: Pin): string {
	if (!group.messages.some((message) => message.id === id)) {
		throw refuse(131009, `pin.message_id: no message ${id} in this group`);
	}
	world[type](group, id);
	return newMessageId();
}

function accepted({ id }: Group, messageId: string): Answer {
	return ok({
		messaging_product: 'whatsapp',
		contacts: [{ input: id, wa_id: id }],
		messages: [{ id: messageId }],
	});
}
