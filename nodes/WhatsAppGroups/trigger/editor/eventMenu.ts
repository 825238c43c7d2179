import type { INodePropertyOptions } from 'n8n-workflow';

import { providersWhere } from '../../providers';
import type { EventName } from '../../contract/events';

/** In the order of the menu, and of n8n's panel: most workflows begin with a message. */
const EVENTS: Record<EventName, { name: string; description: string }> = {
	'message.received': {
		name: 'Message Received',
		description: 'A member sent a message to a group',
	},
	'message.reaction': {
		name: 'Message Reaction',
		description: 'A member reacted to a message',
	},
	'message.edited': { name: 'Message Edited', description: 'A member edited a message' },
	'message.deleted': {
		name: 'Message Deleted',
		description: 'A member deleted a message for everyone',
	},
	'message.status': {
		name: 'Message Status',
		description: 'One of your messages was sent, delivered, or read, or it failed',
	},
	'message.sent': {
		name: 'Message Sent',
		description:
			"Your own number sent a message to a group. If this workflow also sends messages, make sure it doesn't trigger itself.",
	},
	'participant.joined': { name: 'Member Joined', description: 'Somebody joined a group' },
	'participant.left': { name: 'Member Left', description: 'Somebody left a group' },
	'participant.removed': {
		name: 'Member Removed',
		description: 'Somebody was removed from a group',
	},
	'participant.removeFailed': {
		name: 'Member Removal Failed',
		description: 'Members could not be removed from a group',
	},
	'joinRequest.created': {
		name: 'Join Request Created',
		description: 'Somebody asked to join a group',
	},
	'joinRequest.revoked': {
		name: 'Join Request Revoked',
		description: 'Somebody withdrew a request to join a group',
	},
	'group.created': {
		name: 'Group Created',
		description: 'A group was created, with its invite link',
	},
	'group.createFailed': {
		name: 'Group Creation Failed',
		description: 'A group could not be created',
	},
	'group.updated': {
		name: 'Group Updated',
		description: 'The group name, description, or picture changed',
	},
	'group.updateFailed': {
		name: 'Group Update Failed',
		description: 'The group name, description, or picture could not be changed',
	},
	'group.deleted': { name: 'Group Deleted', description: 'A group was deleted' },
	'group.deleteFailed': {
		name: 'Group Deletion Failed',
		description: 'A group could not be deleted',
	},
	'group.suspended': {
		name: 'Group Suspended',
		description: 'WhatsApp suspended a group for breaking a policy',
	},
	'group.unsuspended': {
		name: 'Group Unsuspended',
		description: 'WhatsApp lifted the suspension of a group',
	},
	'invite.received': {
		name: 'Invite Received',
		description: 'Somebody invited your number to a group',
	},
	other: {
		name: 'Other',
		description: "Anything that this node doesn't recognize, as the provider sent it",
	},
};

/** The menu of events. Each is shown for the providers that are documented to deliver it. */
export const eventMenu: INodePropertyOptions[] = Object.entries(EVENTS).map(
	([value, { name, description }]) => ({
		name,
		value,
		description,
		displayOptions: {
			show: { provider: providersWhere(({ events }) => events.some((event) => event === value)) },
		},
	}),
);
