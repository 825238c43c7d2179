/** The four group fields in Meta's envelope: every type of its page, with the page's samples. */
import type { IDataObject } from 'n8n-workflow';

import type { EventName } from '../../../nodes/WhatsAppGroups/providers/GroupEvent';
import { groupOf, type ExpectedEvent, type Sample } from '../support/events';
import { delivery, GROUP, SECONDS, TIME } from './cloudApi';

export const LINK = 'https://chat.whatsapp.com/<LINK_ID>';
const PERSON = { id: '15550002222', name: null };

function groupChange(field: string, type: string, members: IDataObject = {}): IDataObject {
	return delivery(field, {
		groups: [{ timestamp: String(SECONDS), group_id: GROUP, type, ...members }],
	});
}

function event(name: EventName, details: Partial<ExpectedEvent> = {}): ExpectedEvent {
	return { event: name, groupId: GROUP, messageId: null, timestamp: TIME, ...details };
}

function failure(code: number): IDataObject {
	return { code, title: 'Title', message: 'Message', error_data: { details: 'Details' } };
}

function error(code: number) {
	return { code: String(code), message: 'Message', details: 'Details' };
}

const lifecycle: Sample[] = [
	{
		name: 'a created group',
		body: groupChange('group_lifecycle_update', 'group_create', {
			request_id: '<R>',
			subject: 'Launch crew',
			invite_link: LINK,
			join_approval_mode: 'auto_approve',
		}),
		events: [
			event('group.created', {
				requestId: '<R>',
				group: groupOf({
					subject: 'Launch crew',
					inviteLink: LINK,
					joinApprovalMode: 'auto_approve',
				}),
			}),
		],
	},
	...[
		{ written: true, mode: 'approval_required' },
		{ written: false, mode: 'auto_approve' },
	].map(({ written, mode }) => ({
		// Third parties have seen it as a boolean.
		name: `a created group, its approval mode written ${written}`,
		body: groupChange('group_lifecycle_update', 'group_create', {
			join_approval_mode: written,
		}),
		events: [event('group.created', { group: groupOf({ joinApprovalMode: mode }) })],
	})),
	{
		name: 'a group that was not created',
		body: groupChange('group_lifecycle_update', 'group_create', {
			request_id: '<R>',
			subject: 'Launch crew',
			description: 'All of us',
			errors: [failure(131211)],
		}),
		events: [
			event('group.createFailed', {
				requestId: '<R>',
				group: groupOf({ subject: 'Launch crew', description: 'All of us' }),
				errors: [error(131211)],
			}),
		],
	},
	{
		name: 'a deleted group',
		body: groupChange('group_lifecycle_update', 'group_delete', { request_id: '<R>' }),
		events: [event('group.deleted', { requestId: '<R>' })],
	},
];

const settings: Sample[] = [
	{
		name: 'settings, some changed and some not',
		body: groupChange('group_settings_update', 'group_settings_update', {
			request_id: '<R>',
			profile_picture: { mime_type: 'image/jpeg', sha256: '<HASH>', update_successful: true },
			group_subject: { text: 'New', update_successful: true },
			group_description: { text: 'New', update_successful: false, errors: [failure(131000)] },
		}),
		events: [
			event('group.updated', {
				requestId: '<R>',
				group: groupOf({ subject: 'New' }),
				errors: [error(131000)],
			}),
		],
	},
	{
		name: 'a suspended group, its time as a number',
		body: groupChange('group_status_update', 'group_suspend', { timestamp: SECONDS }),
		events: [event('group.suspended')],
	},
	{
		name: 'a suspension that was lifted',
		body: groupChange('group_status_update', 'group_suspend_cleared'),
		events: [event('group.unsuspended')],
	},
];

const participants: Sample[] = [
	{
		name: 'somebody who joined by the link',
		body: groupChange('group_participants_update', 'group_participants_add', {
			reason: 'invite_link',
			added_participants: [{ input: '15550002222', wa_id: '15550002222' }],
		}),
		events: [event('participant.joined', { participants: [PERSON] })],
	},
	...(['created', 'revoked'] as const).map((verb) => ({
		name: `a join request that is ${verb}`,
		body: groupChange('group_participants_update', `group_join_request_${verb}`, {
			reason: '…',
			join_request_id: '<JR>',
			wa_id: '15550002222',
		}),
		events: [event(`joinRequest.${verb}`, { joinRequestId: '<JR>', participants: [PERSON] })],
	})),
	{
		name: 'people whom the business removed, and one whom it could not',
		body: groupChange('group_participants_update', 'group_participants_remove', {
			request_id: '<R>',
			initiated_by: 'business',
			removed_participants: [{ input: '+15550002222' }],
			failed_participants: [{ input: '15550003333', errors: [failure(131212)] }],
			errors: [failure(131201)],
		}),
		events: [
			event('participant.removed', {
				requestId: '<R>',
				initiatedBy: 'business',
				participants: [PERSON],
				errors: [{ ...error(131212), details: '15550003333: Details' }, error(131201)],
			}),
		],
	},
	...[{ initiated_by: 'participant' }, {}].map((initiator) => ({
		name: `somebody who left, ${'initiated_by' in initiator ? 'said' : 'not said'} by whom`,
		body: groupChange('group_participants_update', 'group_participants_remove', {
			...initiator,
			removed_participants: [{ wa_id: '15550002222' }],
		}),
		events: [event('participant.left', { initiatedBy: 'participant', participants: [PERSON] })],
	})),
	{
		name: 'a removal with a request id that does not say who asked for it',
		body: groupChange('group_participants_update', 'group_participants_remove', {
			request_id: '<R>',
			removed_participants: [{ input: '15550002222' }],
		}),
		events: [
			event('participant.removed', {
				requestId: '<R>',
				initiatedBy: 'business',
				participants: [PERSON],
			}),
		],
	},
	{
		name: 'somebody without a phone number who joined',
		body: groupChange('group_participants_update', 'group_participants_add', {
			added_participants: [{ user_id: 'US.1234', username: 'sample' }],
		}),
		events: [event('participant.joined', { participants: [{ id: 'US.1234', name: 'sample' }] })],
	},
];

export const cloudGroups: Sample[] = [...lifecycle, ...settings, ...participants];
