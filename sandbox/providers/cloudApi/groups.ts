import { randomBytes } from 'node:crypto';
import { unixSeconds, type VendorRequest } from '../../server/provider';
import { type Group, peopleIn } from '../../world/model';
import type { World } from '../../world/World';
import { refuse } from './errors';
import { identity } from './identity';
import type { CloudNumber } from './state';

/** meta-groups.md#m1, meta-groups.md#m5: the business itself is not counted. */
export const MAX_PARTICIPANTS = 8;

/** meta-groups.md#m1, meta-groups.md#m5; 360dialog.md#p1. */
export const MAX_GROUPS = 10_000;

export const newMessageId = () => `wamid.HBgL${randomBytes(20).toString('base64')}`;

/**
 * Opaque and base64-like, as Meta's sample; these always hold `+`, `/` and `=`, so that a client
 * has to encode them in paths.
 */
export function newGroupId(): string {
	const plusAndSlash = Buffer.from([0xfb, 0xef, 0xbf]);
	return Buffer.concat([Buffer.from('capi_group:1'), plusAndSlash, randomBytes(16)]).toString(
		'base64',
	);
}

/** Meta's form of request ids is not published. */
export const newRequestId = () => randomBytes(12).toString('base64url');

/** The group, or the refusal of an unknown one (131041). */
export function knownGroup(world: World, id: string | undefined): Group {
	const group = world.groups.get(String(id));
	if (!group) throw refuse(131041, `No group ${id}`);
	return group;
}

/** All of Meta's fields of a group (meta-groups.md#m1). The business isn't among the people. */
function groupInfo(group: Group) {
	return {
		subject: group.subject,
		description: group.description,
		join_approval_mode: group.joinApprovalMode,
		suspended: group.suspended,
		creation_timestamp: unixSeconds(group.createdAt),
		total_participant_count: peopleIn(group).length,
		participants: peopleIn(group).map(identity),
	};
}

/** Without `fields`, the response has only the ID and the product (meta-groups.md#m1). */
export function chosenFields(group: Group, fields: string | undefined) {
	const chosen = new Set(fields?.split(','));
	const info = groupInfo(group);
	const unknown = [...chosen].find((name) => !(name in info));
	if (unknown) throw refuse(131009, `fields: ${unknown} does not exist`);
	return {
		id: group.id,
		messaging_product: 'whatsapp',
		...Object.fromEntries(Object.entries(info).filter(([name]) => chosen.has(name))),
	};
}

export const inviteLinkOf = (group: Group) => ({
	messaging_product: 'whatsapp',
	invite_link: group.inviteLink,
});

/** Finds the group in an operation's path. */
export function groupAccess({ world, settings }: CloudNumber) {
	const mayUseGroups = () => {
		if (!settings.officialAccount) throw refuse(131215, 'Not an Official Business Account');
		if (settings.tooManyGroupOperations) throw refuse(131208, 'Try again later');
	};
	const anyGroup = ({ params }: Pick<VendorRequest, 'params'>) => {
		mayUseGroups();
		return knownGroup(world, params.group_id);
	};
	const activeGroup = (request: Pick<VendorRequest, 'params'>) => notSuspended(anyGroup(request));
	return { mayUseGroups, anyGroup, activeGroup };
}

/** Meta doesn't publish which calls a suspension stops: here, all but info and delete. */
export function notSuspended(group: Group): Group {
	if (group.suspended) throw refuse(131207, `"${group.subject}" is suspended`);
	return group;
}
