import { isMember } from '../../world/membership';
import type { Group, Participant } from '../../world/model';
import { Refusal, type VendorRequest } from '../../server/provider';
import { statusError } from './errors';
import type { Account } from './state';
import { numberOf } from './webhooks';

export const refusal = (status: number, message: string) =>
	new Refusal(statusError(status, message));

/** The checks that every operation begins with. */
export function accessOf({ accountId, agentNumber, world }: Account) {
	return {
		/** a1base.md#s1: 403 is access denied. */
		ownAccount: ({ params }: Pick<VendorRequest, 'params'>) => {
			if (params.accountId !== accountId) throw refusal(403, 'Access to this account is denied');
		},
		/** Inferred: an agent writes with its own number, so another number is rejected. */
		ownNumber: (number: string) => {
			if (number !== agentNumber) throw refusal(400, `${number} isn't an agent of this account`);
		},
		/** An agent has the threads in which it is (a1base.md#d2). Group management has no 404 (a1base.md#d1). */
		thread: (id: string, status: 400 | 404 = 404): Group => {
			const group = world.groups.get(id);
			if (!group || !isMember(group, world.business.id)) throw refusal(status, 'Thread not found');
			return group;
		},
	};
}

export const numbersIn = ({ participants }: Group) =>
	participants.map((participant: Participant) => numberOf(participant));
