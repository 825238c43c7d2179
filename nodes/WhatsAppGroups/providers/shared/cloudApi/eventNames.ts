import type { EventName } from '../../../contract/events';

/** The events in Meta's envelope. Source: Meta “Groups › Webhooks”. */
export const CLOUD_EVENTS: EventName[] = [
	'message.received',
	'message.status',
	'group.created',
	'group.createFailed',
	'group.deleted',
	'group.updated',
	'group.suspended',
	'group.unsuspended',
	'participant.joined',
	'participant.left',
	'participant.removed',
	'joinRequest.created',
	'joinRequest.revoked',
	'other',
];
