import { createThroughApi, groupsOf, resetInviteLink } from '../../world/groups';
import { sha256 } from '../../world/files';
import { changeGroup, deleteGroup } from '../../world/management';
import { fromDataUri } from '../../server/mimeTypes';
import type { Group, Picture } from '../../world/model';
import { pageOf } from '../../server/paging';
import { ok, type Operation, unixSeconds, type VendorRequest } from '../../server/provider';
import { refuse } from '../cloudApi/errors';
import {
	chosenFields,
	inviteLinkOf,
	knownGroup,
	newRequestId,
	notSuspended,
} from '../cloudApi/groups';
import { checkedPicture } from '../cloudApi/pictures';
import type { Channel } from './state';

interface CreateBody {
	groupName: string;
	description?: string;
}

interface UpdateBody {
	subject?: string;
	description?: string;
	profile_picture_file?: string;
}

/** 1msg.md#section-2. Refusals have Meta's error object under `error` (1msg.md#section-6). */
export function groupOperations({ world, settings }: Channel): Record<string, Operation> {
	const anyGroup = ({ params }: Pick<VendorRequest, 'params'>) => knownGroup(world, params.groupId);
	const groupOf = (request: Pick<VendorRequest, 'params'>) => notSuspended(anyGroup(request));

	return {
		listGroups: ({ query }) => {
			const page = pageOf(groupsOf(world), query);
			if (!page) throw refuse(131059, 'The cursor is not valid (any more)');
			return ok({ groups: page.items.map(summary), paging: { cursors: page.cursors } });
		},

		createGroup: ({ body }: VendorRequest<CreateBody>) => {
			const requestId = newRequestId();
			const input = { subject: body.groupName, description: body.description };
			const group = createThroughApi(world, input, requestId, settings.createDelayMs);
			return ok(
				settings.asynchronousCreate
					? { messaging_product: 'whatsapp', request_id: requestId }
					: { ...summary(group), ...inviteLinkOf(group) },
			);
		},

		getGroup: (request) =>
			ok(chosenFields(anyGroup(request), request.query.fields as string | undefined)),

		updateGroup: (request: VendorRequest<UpdateBody>) => {
			const group = groupOf(request);
			const { subject, description, profile_picture_file: picture } = request.body;
			changeGroup(
				world,
				group,
				{
					...(subject !== undefined && { subject: subject.trim() }),
					...(description !== undefined && { description }),
					...(picture !== undefined && { picture: pictureFrom(picture) }),
				},
				newRequestId(),
			);
			return ok(done);
		},

		deleteGroup: (request) => {
			deleteGroup(world, anyGroup(request), newRequestId());
			return ok(done);
		},

		getInviteLink: (request) => ok(inviteLinkOf(groupOf(request))),

		resetInviteLink: (request) => {
			const group = groupOf(request);
			resetInviteLink(group);
			return ok(inviteLinkOf(group));
		},
	};
}

/** 1msg.md#s1 shows it for deleting. For changing it is inferred. `response` is Meta's. */
const done = { success: true, response: { success: true } };

/** An address isn't fetched. Inferred: a data URI must follow Meta's rules. */
function pictureFrom(text: string): Picture {
	if (!text.startsWith('data:')) return { link: text };
	const file = fromDataUri(text, 'picture');
	if (!file) throw refuse(131009, 'profile_picture_file is not a data URI');
	checkedPicture(file);
	return { mimeType: file.mimeType, sha256: sha256(file.bytes) };
}

const summary = ({ id, subject, description, createdAt }: Group) => ({
	id,
	subject,
	description,
	created_at: unixSeconds(createdAt),
});
