import type { EventName } from '../../../contract/events';

/** The events in Meta's envelope. Source: Meta “Groups › Webhooks”. */
export const CLOUD_EVENTS: EventName[] = [
	'message.received',
	'message.reaction',
	'message.edited',
	'message.deleted',
	'message.status',
	'group.created',
	'group.createFailed',
	'group.deleted',
	'group.deleteFailed',
	'group.updated',
	'group.updateFailed',
	'group.suspended',
	'group.unsuspended',
	'participant.joined',
	'participant.left',
	'participant.removed',
	'participant.removeFailed',
	'joinRequest.created',
	'joinRequest.revoked',
	'other',
];
