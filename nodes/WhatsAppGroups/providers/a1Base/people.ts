/** Adding and removing people, and making them admins. Source: A1Base “Group Management”. */
import { isSamePhone } from '../../contract/people';
import type { ProviderRequest } from '../../contract/http';
import type { Answer, Input, PersonOutcome } from '../../contract/operations';
import { refuseUserIds } from '../shared/limits';
import { membersOf, unwrapped } from './answers';
import { manage } from './management';

type Action = 'add_participants' | 'remove_participants' | 'promote_admin' | 'demote_admin';

export const withPlus = (number: string) => `+${number}`;

/** Returns the call for one of the four actions on people. */
export function actOnPeople(action: Action) {
	return async (
		request: ProviderRequest,
		{ groupId, participants }: Input<'participant.add'>,
	): Promise<Array<Answer<PersonOutcome>>> => {
		refuseUserIds('Members', participants, 'A1Base');
		const raw = await manage(request, action, {
			thread_id: groupId,
			participants: participants.map(withPlus),
		});
		const isDone = confirmedIn(membersOf(unwrapped(raw).participants).participants, {
			action,
			participants,
		});
		return participants.map((participantId) => ({
			result: isDone(participantId)
				? { groupId, participantId, success: true, error: null }
				: { groupId, participantId, success: null, error: UNCONFIRMED },
			raw,
		}));
	};
}

const UNCONFIRMED =
	"A1Base's response doesn't confirm this for the person. Check the members of the group.";

/**
 * Returns whether the response confirms the action for a person. Without a list it confirms it for all. Whether
 * a list has the people of the call or all members isn't documented, but members include others.
 */
function confirmedIn(
	listed: string[] | null,
	{ action, participants }: { action: Action; participants: string[] },
): (person: string) => boolean {
	if (listed === null) return () => true;
	const isIn = (people: string[], person: string) =>
		people.some((other) => isSamePhone(other, person));
	const areMembers = !listed.every((person) => isIn(participants, person));
	const isExpected = !(areMembers && action === 'remove_participants');
	return (person) => isIn(listed, person) === isExpected;
}
