/**
 * The number's webhook: one address, with headers of our choice sent along.
 * Source: 360dialog webhook configuration pages (`/v1/configs/webhook`).
 */
import type { IDataObject } from 'n8n-workflow';

import { ProviderError } from '../../transport/errors';
import type { Registration } from '../Provider';
import { objectIn, textIn } from '../values';

const PATH = '/v1/configs/webhook';

export const registration: Registration = {
	capacity: 1,
	// No page describes how to remove the address; a new one can only take its place.
	canClear: false,

	async read(request) {
		const { url, headers } = await request({ method: 'GET', path: PATH }).catch(neverSet);
		const address = textIn(url);
		if (address === null) return { endpoints: [] };
		return { endpoints: [{ url: address, headers: objectIn(headers) as Record<string, string> }] };
	},

	async write(request, { endpoints: [endpoint] }) {
		await request({
			method: 'POST',
			path: PATH,
			body: { url: endpoint.url, headers: endpoint.headers ?? {} },
		});
	},
};

/** A number that never had a webhook answers 404. */
function neverSet(error: unknown): IDataObject {
	if (error instanceof ProviderError && error.httpStatus === 404) return {};
	throw error;
}
