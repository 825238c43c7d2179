/** The `groups[]` of Meta's four group fields. Source: Meta “Groups › Webhooks”. */
import type { IDataObject } from 'n8n-workflow';

import type { GroupEvent, SettingChange } from '../../../contract/events';
import { isOn, objectsIn, isObject, textIn, timeIn } from '../../../contract/values';
import { keyOf, type Reading } from '../eventIds';
import { errorsIn, eventErrors, reasonIn } from './eventErrors';
import { joinApprovalModeIn } from './groups';
import { peopleIn, personIn } from './people';

/** The settings that an update can change. */
const SETTINGS = ['profile_picture', 'group_subject', 'group_description'];

/** 131201 means that only some of the people could be changed. It isn't about a single person. */
const PARTIAL = '131201';

type Known = Omit<Reading, 'key'>;

/** Returns `undefined` for an undocumented type. */
export function groupEvent(group: IDataObject): Reading | undefined {
	const known = read(group);
	if (known === undefined) return undefined;
	const groupId = textIn(group.group_id);
	const requestId = textIn(group.request_id);
	const timestamp = timeIn(group.timestamp);
	const { joinRequestId, participants = [], failedParticipants = [] } = known;
	const people = keyOf([...participants, ...failedParticipants]);
	// The result of one update may arrive in several deliveries, one per setting.
	const changed = SETTINGS.filter((name) => name in group).join(',');
	const errors = [...(known.errors ?? []), ...eventErrors(group.errors)];
	return {
		...known,
		key: [groupId, requestId, joinRequestId ?? people, changed, timestamp],
		groupId,
		requestId,
		...(errors.length > 0 && { errors }),
		timestamp,
	};
}

function read(group: IDataObject): Known | undefined {
	const failed = eventErrors(group.errors).length > 0;
	switch (group.type) {
		case 'group_create':
			return { event: failed ? 'group.createFailed' : 'group.created', group: createdGroup(group) };
		case 'group_delete':
			return { event: failed ? 'group.deleteFailed' : 'group.deleted' };
		case 'group_participants_add':
			return joining(group);
		case 'group_participants_remove':
			return removal(group);
		case 'group_join_request_created':
			return { event: 'joinRequest.created', ...joinRequest(group) };
		case 'group_join_request_revoked':
			return { event: 'joinRequest.revoked', ...joinRequest(group) };
		case 'group_settings_update':
			return settings(group);
		case 'group_suspend':
			return failed ? undefined : { event: 'group.suspended' };
		case 'group_suspend_cleared':
			return failed ? undefined : { event: 'group.unsuspended' };
		default:
			return undefined;
	}
}

/** `undefined` if nobody joined: no document describes that as a failure. */
function joining(group: IDataObject): Known | undefined {
	const participants = peopleIn(group.added_participants);
	return participants.length > 0 ? { event: 'participant.joined', participants } : undefined;
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
 * Reads who left, was removed, or could not be removed. `initiated_by` distinguishes the first two. In
 * some of Meta's samples it is outside the group object. Inferred: then, a `request_id` means that the
 * business removed the person.
 */
function removal(group: IDataObject): Known {
	const removed = peopleIn(group.removed_participants);
	const failures = objectsIn(group.failed_participants);
	const groupErrors = eventErrors(group.errors);
	const shared = errorsIn(group.errors).filter(({ code }) => textIn(code) !== PARTIAL);
	const failedParticipants = failures.map((failure) => ({
		...personIn(failure),
		error: reasonIn(failure.errors) ?? reasonIn(shared),
	}));
	const errors = failures.flatMap((failure) => eventErrors(failure.errors));
	const nobodyWasRemoved = removed.length === 0 && (failures.length > 0 || groupErrors.length > 0);
	if (nobodyWasRemoved) {
		return {
			event: 'participant.removeFailed',
			participants: peopleIn(failures),
			failedParticipants,
			initiatedBy: 'business',
			errors,
		};
	}
	const initiatedBy =
		textIn(group.initiated_by) ?? (textIn(group.request_id) === null ? 'participant' : 'business');
	return {
		event: initiatedBy === 'participant' ? 'participant.left' : 'participant.removed',
		participants: removed,
		...(failedParticipants.length > 0 && { failedParticipants }),
		initiatedBy,
		errors,
	};
}

function joinRequest(group: IDataObject): Pick<Known, 'joinRequestId' | 'participants'> {
	return {
		joinRequestId: textIn(group.join_request_id),
		participants: peopleIn([group]),
	};
}

/** One update can change some settings and fail for others. Each setting has its own result. */
function settings(group: IDataObject): Known {
	const changes = {
		subject: changeOf(group.group_subject),
		description: changeOf(group.group_description),
		picture: changeOf(group.profile_picture),
	};
	const all = Object.values(changes).filter((change) => change !== null);
	const isFailure =
		all.some(({ success }) => success === false) || eventErrors(group.errors).length > 0;
	const changed = (change: SettingChange | null) => (change?.success ? change.value : null);
	return {
		event:
			isFailure && !all.some(({ success }) => success) ? 'group.updateFailed' : 'group.updated',
		group: {
			subject: changed(changes.subject),
			description: changed(changes.description),
			inviteLink: null,
			joinApprovalMode: null,
		},
		changes,
		errors: SETTINGS.flatMap((name) => settingErrors(group[name])),
	};
}

function changeOf(setting: unknown): SettingChange | null {
	if (!isObject(setting)) return null;
	const { text, update_successful: successful, errors } = setting;
	const error = reasonIn(errors);
	const isSaid = successful !== undefined && successful !== null;
	return {
		value: textIn(text),
		success: isSaid ? isOn(successful) : error === null ? null : false,
		error,
	};
}

const settingErrors = (setting: unknown) => (isObject(setting) ? eventErrors(setting.errors) : []);
