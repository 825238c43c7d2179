/** All deliveries, by the provider that sends them. */
import type { ProviderName } from '../../../nodes/WhatsAppGroups/providers/ProviderName';
import type { Sample } from '../support/events';
import { a1BaseSamples, a1Message } from './a1Base';
import { delivery } from './cloudApi';
import { cloudGroups } from './cloudGroups';
import { cloudMessages } from './cloudMessages';
import { cloudStatuses } from './cloudStatuses';
import { cloudUnknown, type UnknownSample } from './cloudUnknown';
import { oneMsgSamples } from './oneMsg';

export const samples: Record<ProviderName, Sample[]> = {
	dialog360: [...cloudMessages, ...cloudStatuses, ...cloudGroups],
	metaCloud: [...cloudMessages, ...cloudStatuses, ...cloudGroups],
	// With raw hooks on, 1MSG passes Meta's envelope on.
	oneMsg: [...oneMsgSamples, ...cloudMessages, ...cloudStatuses],
	a1Base: a1BaseSamples,
};

export const unknown: Record<ProviderName, UnknownSample[]> = {
	dialog360: cloudUnknown,
	metaCloud: cloudUnknown,
	oneMsg: [
		...cloudUnknown,
		// Passing these on is undocumented, so they rest on no event of the menu.
		...cloudGroups.map(({ name, body }) => ({
			name: `in raw form, ${name}`,
			body: { instanceId: '123456', ...body },
			kept: 'group_id',
		})),
		{
			name: 'an object of its own kind',
			body: { instanceId: '123456', notice: 'KEPT' },
			kept: 'KEPT',
		},
	],
	a1Base: [
		{
			name: 'the status of an SMS',
			body: { event: 'message_status', message_id: 'KEPT', service: 'sms', status: 'delivered' },
			kept: 'KEPT',
		},
		{
			name: 'a thread of a kind that no document names',
			body: a1Message({ thread_type: 'community', message_id: 'KEPT' }),
			kept: 'KEPT',
		},
		{ name: 'an object of another kind', body: { hello: 'KEPT' }, kept: 'KEPT' },
		{
			name: "another provider's delivery",
			body: delivery('messages', { id: 'KEPT' }),
			kept: 'KEPT',
		},
	],
};
