import { randomBytes } from 'node:crypto';
import { unixSeconds } from '../../provider';
import { type Group, peopleIn } from '../../model';
import type { World } from '../../world';
import { refuse } from './errors';

/** meta-groups M1, M5: the business itself is not counted. */
export const MAX_PARTICIPANTS = 8;

/** meta-groups M1, M5; 360dialog P1. */
export const MAX_GROUPS = 10_000;

export const newMessageId = () => `wamid.HBgL${randomBytes(20).toString('base64')}`;

/** Meta's form of request ids is not published. */
export const newRequestId = () => randomBytes(12).toString('base64url');

/** The group, or the refusal of an unknown one (131041). */
export function knownGroup(world: World, id: string): Group {
	const group = world.group(id);
	if (!group) throw refuse(131041, `No group ${id}`);
	return group;
}

/** Everything Meta tells about a group (meta-groups M1); the business is not among the people. */
export function groupInfo(group: Group) {
	return {
		subject: group.subject,
		description: group.description,
		join_approval_mode: group.joinApprovalMode,
		suspended: false,
		creation_timestamp: unixSeconds(group.createdAt),
		total_participant_count: peopleIn(group).length,
		participants: peopleIn(group).map(({ id }) => ({ wa_id: id })),
	};
}

/** Without `fields` only the id and the product are answered (meta-groups M1). */
export function chosenFields(group: Group, fields: string | undefined) {
	const chosen = new Set(fields?.split(','));
	return {
		id: group.id,
		messaging_product: 'whatsapp',
		...Object.fromEntries(Object.entries(groupInfo(group)).filter(([name]) => chosen.has(name))),
	};
}

export const inviteLinkOf = (group: Group) => ({
	messaging_product: 'whatsapp',
	invite_link: group.inviteLink,
});
