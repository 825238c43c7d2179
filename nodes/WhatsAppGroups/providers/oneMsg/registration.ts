/**
 * The channel's list of up to five webhook addresses, which every write replaces as a whole, and the
 * channel-wide switch for statuses.
 * Source: 1MSG MCP tool list, its own n8n package (trigger), “webhooks” guide for agents.
 * 1MSG may turn a failing address off. Writing the list again turns it on.
 */
import type { Endpoint, Registration } from '../../contract/webhooks';
import { isOn, textIn } from '../../contract/values';
import { isEmptyOrHas } from '../shared/isEmptyOrHas';
import { channelOf } from './channel';

/** Marks our address, because other triggers of the channel can only read the list. */
const BORROWS_STATUSES = '&statuses=borrowed';

export const registration: Registration = {
	capacity: 5,
	leastCapacity: 5,
	canClear: true,
	canRestoreOthers: true,
	switchesOff: true,
	keyField: 'apiKey',
	requiredFields: {},
	accountName: channelOf,

	async read(request) {
		const documented = isEmptyOrHas('webhookUrl');
		const { webhookUrl } = await request({ method: 'GET', path: '/webhook', documented });
		const { ackNotificationsOn } = await request({ method: 'GET', path: '/settings' });
		return {
			endpoints: addressesIn(webhookUrl).map(endpointOf),
			statusEvents: isOn(ackNotificationsOn),
		};
	},

	async write(request, { endpoints, statusEvents }) {
		const webhookUrl = endpoints?.map(addressOf);
		if (webhookUrl !== undefined) {
			// An empty list is cleared through the settings: POST /webhook accepts only addresses.
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

/**
 * Reads one address, a list, or a list in one text with commas: all three are documented. An address may
 * contain commas, so only a comma before `http` is a separator.
 */
function addressesIn(webhookUrl: unknown): string[] {
	const list = Array.isArray(webhookUrl)
		? webhookUrl
		: String(webhookUrl ?? '').split(/,(?=\s*https?:\/\/)/i);
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
