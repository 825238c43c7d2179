/**
 * The channel's list of up to five webhook addresses, which every write replaces as a whole, and the
 * channel-wide switch for statuses.
 * Source: 1MSG MCP tool list, its own n8n package (trigger, re-told), “webhooks” guide for agents.
 */
import type { Endpoint, Registration } from '../../contract/webhooks';
import { isOn, textIn } from '../../contract/values';

/** A mark of ours in the address, the only place that other triggers of the channel can read. */
const BORROWS_STATUSES = '&statuses=borrowed';

export const registration: Registration = {
	capacity: 5,
	leastCapacity: 5,
	canClear: true,
	canLoseWrites: true,
	domain: '1msg.io',

	async read(request) {
		const { webhookUrl } = await request({ method: 'GET', path: '/webhook' });
		const { ackNotificationsOn } = await request({ method: 'GET', path: '/settings' });
		return {
			endpoints: addressesIn(webhookUrl).map(endpointOf),
			statusEvents: isOn(ackNotificationsOn),
		};
	},

	async write(request, { endpoints, statusEvents }) {
		const webhookUrl = endpoints?.map(addressOf);
		if (webhookUrl !== undefined) {
			// An empty list is cleared through the settings; POST /webhook takes addresses only.
			await (webhookUrl.length > 0
				? request({ method: 'POST', path: '/webhook', body: { webhookUrl } })
				: request({ method: 'POST', path: '/settings', body: { webhookUrl: '' } }));
		}
		if (statusEvents !== undefined) {
			await request({
				method: 'POST',
				path: '/settings',
				body: { ackNotificationsOn: statusEvents },
			});
		}
	},
};

/** One address, a list, or a list in one text with commas: all three are documented. */
function addressesIn(webhookUrl: unknown): string[] {
	const list = Array.isArray(webhookUrl) ? webhookUrl : String(webhookUrl ?? '').split(',');
	return list.map((url) => (textIn(url) ?? '').trim()).filter((url) => url !== '');
}

function endpointOf(address: string): Endpoint {
	return address.endsWith(BORROWS_STATUSES)
		? { url: address.slice(0, -BORROWS_STATUSES.length), borrowsStatuses: true }
		: { url: address };
}

function addressOf({ url, borrowsStatuses }: Endpoint): string {
	return borrowsStatuses ? url + BORROWS_STATUSES : url;
}
