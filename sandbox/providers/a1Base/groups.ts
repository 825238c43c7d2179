import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import { accessOf, numbersIn } from './access';
import { type ActionBody, actionsOf } from './actions';
import type { Account } from './state';

const JOIN_NAMES = ['join', 'join_group'];

/** Everything about groups by one path (a1base.md#section-2). */
export function groupOperations(account: Account): Record<string, Operation> {
	const { settings } = account;
	const { ownAccount, ownNumber } = accessOf(account);
	const actions = actionsOf(account);

	return {
		manageGroup: (request: VendorRequest<ActionBody>) => {
			ownAccount(request);
			const { body } = request;
			const isJoin = JOIN_NAMES.includes(body.action);
			if (isJoin && body.action !== settings.joinAction) throw unknownAction(settings.joinAction);
			ownNumber(body.agent_number);
			// The contract has checked the name.
			const action = actions[isJoin ? 'join' : body.action]!;
			const { message, group, participants } = action(body);
			return ok({
				status: 'success',
				message,
				// `data` is described once for all actions (a1base.md#d1).
				data: {
					thread_id: group.id,
					title: group.subject,
					participants: participants ?? numbersIn(group),
				},
			});
		},
	};
}

/** a1base.md#c3: the documents have two names. The service accepts one of them. */
const unknownAction = (expected: string) =>
	new Refusal({
		status: 422,
		body: {
			detail: [
				{
					loc: ['body', 'action'],
					msg: `unknown action, ${expected} is expected`,
					type: 'value_error.enum',
				},
			],
		},
	});
