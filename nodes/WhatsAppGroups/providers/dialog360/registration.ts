/**
 * The number's main webhook, with custom headers, and up to three more that are called once the main
 * one has responded with 200.
 * Sources: 360dialog webhook configuration pages (`/v1/configs/webhook`), API reference “Webhooks”
 * (`/multi_webhook`), “Set multiple webhooks for Phone Number”.
 */
import type { IDataObject } from 'n8n-workflow';

import { ProviderError } from '../../contract/errors';
import type { ProviderRequest } from '../../contract/http';
import type { Endpoint, Registration } from '../../contract/webhooks';
import { objectIn, textIn, trimmedIn } from '../../contract/values';
import { isEmptyOrHas } from '../shared/isEmptyOrHas';
import { isSame, MAX_EXTRAS, readExtras, writeExtras } from './extraWebhooks';

const PATH = '/v1/configs/webhook';

export const registration: Registration = {
	capacity: 1 + MAX_EXTRAS,
	leastCapacity: 1,
	// No page describes how to remove the main address. It can only be replaced.
	canClear: false,
	canRestoreOthers: true,
	keyField: 'apiKey',
	requiredFields: {},
	// A key belongs to one number.
	accountName: ({ apiKey }) => trimmedIn(apiKey) ?? '',

	/** “Receiving messages via Webhook” (HTTPS) and “Set multiple webhooks …” (the other two). */
	faultIn({ protocol, port, hostname }) {
		if (protocol !== 'https:') return 'it must begin with https';
		if (port !== '') return "a port isn't allowed in it";
		return hostname.includes('_') ? "an underscore isn't allowed in its domain" : undefined;
	},

	async read(request) {
		const main = await readMain(request);
		const extras = await readExtras(request);
		return {
			endpoints: [...main, ...extras.endpoints],
			capacity: extras.areOffered ? undefined : 1,
		};
	},

	async write(request, { endpoints }) {
		if (endpoints === undefined) return;
		const [main, ...extras] = endpoints;
		if (main === undefined) throw new Error('360dialog cannot remove its main webhook');
		const [before] = await readMain(request);
		if (before === undefined || !isSame(before, main)) {
			const { url, headers = {} } = main;
			await request({ method: 'POST', path: PATH, body: { url, headers } });
		}
		await writeExtras(request, extras);
	},
};

/** Returns an empty list for a number that never had a webhook, which is a 404. */
async function readMain(request: ProviderRequest): Promise<Endpoint[]> {
	const documented = isEmptyOrHas('url');
	const { url, headers } = await request({ method: 'GET', path: PATH, documented }).catch(
		(error) => {
			if (error instanceof ProviderError && error.httpStatus === 404) return {} as IDataObject;
			throw error;
		},
	);
	const address = textIn(url);
	if (address === null) return [];
	return [{ url: address, headers: objectIn(headers) as Record<string, string> }];
}
