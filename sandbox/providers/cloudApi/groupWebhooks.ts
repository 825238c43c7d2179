import type { WorldEvent } from '../../world/events';
import type { Group, GroupChanges } from '../../world/model';
import { type Change, timestamp } from './change';
import { webhookError } from './errors';
import { identity, inputOf } from './identity';

/** Changes of groups and their members, as opposed to messages. */
export type GroupEvent = Exclude<WorldEvent, { message: unknown }>;

/** The four `group_*` fields (meta-groups.md#m3). */
export function groupChangeFor(event: GroupEvent): Change {
	switch (event.kind) {
		case 'groupCreated':
			return change('group_lifecycle_update', event.group, {
				type: 'group_create',
				request_id: event.requestId,
				subject: event.group.subject,
				...(event.group.description && { description: event.group.description }),
				invite_link: event.group.inviteLink,
				join_approval_mode: event.group.joinApprovalMode,
			});
		case 'groupDeleted':
			return change('group_lifecycle_update', event.group, {
				type: 'group_delete',
				request_id: event.requestId,
			});
		case 'groupChanged':
			return change('group_settings_update', event.group, {
				type: 'group_settings_update',
				request_id: event.requestId,
				...changedFields(event.changes),
				...failedFields(event.failed),
			});
		case 'groupSuspended':
			return change('group_status_update', event.group, { type: 'group_suspend' });
		case 'suspensionCleared':
			return change('group_status_update', event.group, { type: 'group_suspend_cleared' });
		default:
			return change('group_participants_update', event.group, peopleDetails(event));
	}
}

type PeopleEvent = Extract<
	GroupEvent,
	{ kind: `participant${string}` | 'joinRequested' | 'joinRequestRevoked' }
>;

function peopleDetails(event: PeopleEvent): object {
	switch (event.kind) {
		case 'participantJoined':
			return {
				type: 'group_participants_add',
				reason: 'invite_link',
				added_participants: [{ input: inputOf(event.person), ...identity(event.person) }],
			};
		case 'participantLeft':
			return {
				type: 'group_participants_remove',
				initiated_by: 'participant',
				removed_participants: [identity(event.person)],
			};
		case 'participantsRemoved':
			return {
				type: 'group_participants_remove',
				request_id: event.requestId,
				initiated_by: 'business',
				...(event.removed.length > 0 && {
					removed_participants: event.removed.map((input) => ({ input })),
				}),
				...(event.failed.length > 0 && failures(event.failed)),
			};
		case 'joinRequested':
		case 'joinRequestRevoked':
			return {
				type: `group_join_request_${event.kind === 'joinRequested' ? 'created' : 'revoked'}`,
				join_request_id: event.request.id,
				...identity(event.request.person),
			};
	}
}

const failures = (ids: string[]) => ({
	failed_participants: ids.map((input) => ({
		input,
		errors: [webhookError(131212, `${input} could not be removed`)],
	})),
	errors: [webhookError(131201, 'Some participants could not be removed')],
});

function changedFields({ subject, description, picture }: GroupChanges) {
	const text = (value: string) => ({ text: value, update_successful: true });
	return {
		...(picture && {
			profile_picture: {
				mime_type: picture.mimeType,
				sha256: picture.sha256,
				update_successful: true,
			},
		}),
		...(subject !== undefined && { group_subject: text(subject) }),
		...(description !== undefined && { group_description: text(description) }),
	};
}

/** meta-groups.md#m3 prints this for a description. */
function failedFields({ description }: GroupChanges) {
	if (description === undefined) return {};
	const errors = [webhookError(131000, 'The description could not be changed')];
	return { group_description: { text: description, update_successful: false, errors } };
}

function change(field: string, { id }: Group, details: object): Change {
	const at = timestamp(new Date().toISOString());
	return { field, value: { groups: [{ timestamp: at, group_id: id, ...details }] } };
}
