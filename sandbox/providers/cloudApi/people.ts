import { approveJoinRequest, rejectJoinRequest, removeParticipants } from '../../world/management';
import { type Group, peopleIn } from '../../world/model';
import { ok, type Operation, unixSeconds, type VendorRequest } from '../../server/provider';
import { errorAnswer, refuse, webhookError } from './errors';
import { idFrom, identity } from './identity';
import { groupAccess, MAX_PARTICIPANTS, newRequestId } from './groups';
import { cloudPage } from './paging';
import type { CloudNumber } from './state';

type RemoveBody = { participants: Array<{ user: string }> };
type JoinRequestsBody = { join_requests: string[] };

/** Members and join requests of a group (meta-groups.md#section-2). */
export function peopleOperations(number: CloudNumber): Record<string, Operation> {
	const { world, differences } = number;
	const { activeGroup } = groupAccess(number);

	return {
		removeParticipants: (request: VendorRequest<RemoveBody>) => {
			const group = activeGroup(request);
			const ids = request.body.participants.map(({ user }) => idFrom(group, user));
			if (ids.length > MAX_PARTICIPANTS) throw refuse(131204, `At most ${MAX_PARTICIPANTS}`);
			if (new Set(ids).size < ids.length) throw refuse(131202, 'Name each participant once');
			const protectedIds = number.settings.lastRemovalFails ? ids.slice(-1) : [];
			const { known, missing } = removeParticipants(
				world,
				group,
				ids,
				newRequestId(),
				protectedIds,
			);
			const problem = `${missing.join(', ')} not in the group`;
			if (known.length === 0) throw refuse(131212, problem);
			// The documents don't show the body of a partial success: an error object, as the code suggests.
			return missing.length > 0 ? errorAnswer(131201, problem) : ok({ success: true });
		},

		listJoinRequests: (request) => {
			const group = activeGroup(request);
			const path = `${differences.groupPath(encodeURIComponent(group.id))}/join_requests`;
			const { items, paging } = cloudPage(group.joinRequests, request, path);
			const data = items.map(({ id, person, time }) => ({
				join_request_id: id,
				...identity(person),
				creation_timestamp: unixSeconds(time),
			}));
			return ok({ data, paging });
		},

		approveJoinRequests: (request: VendorRequest<JoinRequestsBody>) => {
			const group = activeGroup(request);
			const { done, failed } = each(group, request.body, (id) => {
				// Inferred: the code by which a full group rejects.
				if (peopleIn(group).length >= MAX_PARTICIPANTS) return 131204;
				approveJoinRequest(world, group, id);
				return undefined;
			});
			return ok({ messaging_product: 'whatsapp', approved_join_requests: done, ...failed });
		},

		rejectJoinRequests: (request: VendorRequest<JoinRequestsBody>) => {
			const group = activeGroup(request);
			const { done, failed } = each(group, request.body, (id) => {
				rejectJoinRequest(group, id);
				return undefined;
			});
			return ok({ messaging_product: 'whatsapp', rejected_join_requests: done, ...failed });
		},
	};
}

/**
 * Handles each join request. The response lists failures (131213 for one that does not
 * exist); its HTTP status does not show them. `failed_join_requests` is optional (meta-groups.md#m1).
 */
function each(
	group: Group,
	{ join_requests: ids }: JoinRequestsBody,
	act: (id: string) => 131204 | undefined,
) {
	const waits = (id: string) => group.joinRequests.some((request) => request.id === id);
	const results = ids.map((id) => ({ id, code: waits(id) ? act(id) : (131213 as const) }));
	const failures = results.flatMap(({ id, code }) =>
		code ? [{ join_request_id: id, errors: [webhookError(code, `Join request ${id}`)] }] : [],
	);
	return {
		done: results.flatMap(({ id, code }) => (code ? [] : [id])),
		failed: failures.length > 0 ? { failed_join_requests: failures } : {},
	};
}
