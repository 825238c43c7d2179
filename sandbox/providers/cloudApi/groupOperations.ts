import { createThroughApi, groupsOf, resetInviteLink } from '../../world/groups';
import { sha256 } from '../../world/files';
import { changeGroup, deleteGroup } from '../../world/management';
import type { GroupChanges, JoinApprovalMode } from '../../world/model';
import { ok, type Operation, unixSeconds, type VendorRequest } from '../../server/provider';
import { refuse } from './errors';
import { chosenFields, groupAccess, inviteLinkOf, MAX_GROUPS, newRequestId } from './groups';
import { cloudPage } from './paging';
import { checkedPicture } from './pictures';
import type { CloudNumber } from './state';

interface CreateBody {
	subject: string;
	description?: string;
	join_approval_mode?: JoinApprovalMode;
}

type UpdateBody = Pick<CreateBody, 'description'> & { subject?: string };

/** Groups themselves (meta-groups.md#section-2). */
export function groupOperations(number: CloudNumber): Record<string, Operation> {
	const { world, differences, settings } = number;
	const { mayUseGroups, anyGroup, activeGroup } = groupAccess(number);

	return {
		listGroups: (request) => {
			mayUseGroups();
			const { items, paging } = cloudPage(groupsOf(world), request, differences.listPath);
			const groups = items.map(({ id, subject, createdAt }) => ({
				id,
				subject,
				created_at: unixSeconds(createdAt),
			}));
			return ok({ data: { groups }, paging });
		},

		createGroup: ({ body }: VendorRequest<CreateBody>) => {
			mayUseGroups();
			if (world.groups.size >= MAX_GROUPS) throw refuse(131211, `${MAX_GROUPS} groups exist`);
			const { subject, description, join_approval_mode: joinApprovalMode } = body;
			const requestId = newRequestId();
			const input = { subject, description, joinApprovalMode };
			const group = createThroughApi(world, input, requestId, settings.createDelayMs);
			return differences.created(group, requestId);
		},

		getGroup: (request) =>
			ok(chosenFields(anyGroup(request), request.query.fields as string | undefined)),

		updateGroup: (request: VendorRequest<UpdateBody>) => {
			const group = activeGroup(request);
			const changes = changesIn(request, differences.pictureField);
			const { description, ...others } = changes;
			const fails = settings.descriptionFails && description !== undefined;
			if (fails) changeGroup(world, group, others, newRequestId(), { description });
			else changeGroup(world, group, changes, newRequestId());
			return ok({ success: true });
		},

		deleteGroup: (request) => {
			deleteGroup(world, anyGroup(request), newRequestId());
			return ok({ success: true });
		},

		getInviteLink: (request) => ok(inviteLinkOf(activeGroup(request))),

		resetInviteLink: (request) => {
			const group = activeGroup(request);
			resetInviteLink(group);
			return ok(inviteLinkOf(group));
		},
	};
}

/** Inferred: an update that changes nothing is rejected. */
function changesIn({ body, files }: VendorRequest<UpdateBody>, pictureField: string): GroupChanges {
	const stray = Object.keys(files).find((name) => name !== pictureField);
	if (stray)
		throw refuse(131009, `${stray}: unknown field. The picture's field is ${pictureField}`);
	const file = files[pictureField];
	const { subject, description } = body ?? {};
	if (subject === undefined && description === undefined && !file) {
		throw refuse(131009, `subject, description or ${pictureField} is required`);
	}
	if (file) checkedPicture(file);
	return {
		...(subject !== undefined && { subject: subject.trim() }),
		...(description !== undefined && { description }),
		...(file && { picture: { mimeType: file.mimeType, sha256: sha256(file.bytes) } }),
	};
}
