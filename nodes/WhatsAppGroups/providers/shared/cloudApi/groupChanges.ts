/** The `groups[]` of Meta's four group fields. Source: Meta “Groups › Webhooks”. */
import type { IDataObject } from 'n8n-workflow';

import { eventOf } from '../eventIds';
import type { EventName, GroupEvent, Person } from '../../../contract/events';
import type { ProviderName } from '../../../contract/ProviderName';
import { objectIn, objectsIn, personIdIn, textIn, timeIn } from '../../../contract/values';
import { joinApprovalModeIn } from './groups';
import { eventErrors } from './messageEvents';

/** What an update can change. */
const SETTINGS = ['profile_picture', 'group_subject', 'group_description'];

type Details = Partial<GroupEvent>;

/** `undefined` for a type that the documents do not name. */
export function groupChange(provider: ProviderName, group: IDataObject): GroupEvent | undefined {
	const known = read(group);
	if (known === undefined) return undefined;
	const [event, details] = known;
	const groupId = textIn(group.group_id);
	const requestId = textIn(group.request_id);
	const timestamp = timeIn(group.timestamp);
	const errors = [...(details.errors ?? []), ...eventErrors(group.errors)];
	const people = details.participants?.map(({ id }) => id).join(',');
	// The result of one update may come in several deliveries, one for each setting.
	const changed = SETTINGS.filter((name) => name in group).join(',');
	return eventOf(provider, event, {
		key: [groupId, requestId, details.joinRequestId, people, changed, timestamp],
		groupId,
		messageId: null,
		timestamp,
		requestId,
		...details,
		...(errors.length > 0 ? { errors } : {}),
	});
}

function read(group: IDataObject): [EventName, Details] | undefined {
	switch (group.type) {
		case 'group_create':
			return [
				group.errors ? 'group.createFailed' : 'group.created',
				{ group: createdGroup(group) },
			];
		case 'group_delete':
			// No event of the contract means a deletion that failed.
			return group.errors ? ['other', { raw: group }] : ['group.deleted', {}];
		case 'group_participants_add':
			return ['participant.joined', { participants: peopleIn(group.added_participants) }];
		case 'group_participants_remove':
			return removal(group);
		case 'group_join_request_created':
			return ['joinRequest.created', joinRequest(group)];
		case 'group_join_request_revoked':
			return ['joinRequest.revoked', joinRequest(group)];
		case 'group_settings_update':
			return ['group.updated', settings(group)];
		case 'group_suspend':
			return ['group.suspended', {}];
		case 'group_suspend_cleared':
			return ['group.unsuspended', {}];
		default:
			return undefined;
	}
}

function createdGroup(group: IDataObject): GroupEvent['group'] {
	return {
		subject: textIn(group.subject),
		description: textIn(group.description),
		inviteLink: textIn(group.invite_link),
		joinApprovalMode: joinApprovalModeIn(group.join_approval_mode),
	};
}

/**
 * Left or was removed: `initiated_by` says so. Meta's samples print it now and then outside the
 * group object; then a `request_id` means that the business asked for it (inferred).
 */
function removal(group: IDataObject): [EventName, Details] {
	const initiatedBy =
		textIn(group.initiated_by) ?? (group.request_id === undefined ? 'participant' : 'business');
	const failures = objectsIn(group.failed_participants).flatMap(({ input, errors }) =>
		eventErrors(errors).map((error) => ({
			...error,
			details: [personIdIn(input), error.details].filter(Boolean).join(': '),
		})),
	);
	return [
		initiatedBy === 'participant' ? 'participant.left' : 'participant.removed',
		{
			participants: peopleIn(group.removed_participants),
			initiatedBy,
			errors: failures,
		},
	];
}

function joinRequest(group: IDataObject): Details {
	return {
		joinRequestId: textIn(group.join_request_id),
		participants: peopleIn([group]),
	};
}

/** Each changed setting says itself whether the change succeeded. */
function settings(group: IDataObject): Details {
	const parts = SETTINGS.map((name) => objectIn(group[name]));
	const errors = parts.flatMap((part) => eventErrors(part.errors));
	const changed = (name: string) => {
		const part = objectIn(group[name]);
		return part.update_successful === true ? textIn(part.text) : null;
	};
	return {
		group: {
			subject: changed('group_subject'),
			description: changed('group_description'),
			inviteLink: null,
			joinApprovalMode: null,
		},
		errors,
	};
}

function peopleIn(list: unknown): Person[] {
	return objectsIn(list).map((person) => ({
		id: personIdIn(person.wa_id ?? person.input ?? person.user_id),
		name: textIn(person.username),
	}));
}
