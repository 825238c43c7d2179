/** Deliveries that no document describes: each becomes `other` and keeps its form. */
import type { IDataObject } from 'n8n-workflow';

import { change, delivery, envelope, entry, GROUP, SECONDS } from './cloudApi';

/** What stays recognisable in the event's `raw`, and the delivery. */
export interface UnknownSample {
	name: string;
	body: IDataObject;
	kept: string;
}

export const cloudUnknown: UnknownSample[] = [
	{
		name: 'a field outside messages and groups',
		body: delivery('account_alerts', { alert: 'KEPT' }),
		kept: 'KEPT',
	},
	{
		name: 'a type of group change that only third parties name',
		body: delivery('group_participants_update', {
			groups: [{ timestamp: SECONDS, group_id: GROUP, type: 'group_add_participants', by: 'KEPT' }],
		}),
		kept: 'KEPT',
	},
	{
		name: 'a group field without its list of groups',
		body: delivery('group_lifecycle_update', { group_lifecycle_updates: [{ id: 'KEPT' }] }),
		kept: 'KEPT',
	},
	{
		name: 'an envelope without changes',
		body: envelope({ id: 'KEPT' }),
		kept: 'KEPT',
	},
	{
		name: 'an error of the account in place of messages',
		body: envelope(entry(change('messages', { errors: [{ code: 130429, title: 'KEPT' }] }))),
		kept: 'KEPT',
	},
	{ name: 'an object of another kind', body: { hello: 'KEPT' }, kept: 'KEPT' },
];
