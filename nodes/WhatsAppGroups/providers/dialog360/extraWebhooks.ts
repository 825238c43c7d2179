/**
 * Webhooks besides the number's main one.
 * Sources: 360dialog API reference “Webhooks” (`/multi_webhook`): when to POST, PUT and PATCH; “Set
 * multiple webhooks for Phone Number”: at most three. Inferred: the main one doesn't count as one of the
 * three, and turning the feature off deletes them. No call removes a single one.
 */
import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { ProviderError } from '../../contract/errors';
import type { ProviderRequest } from '../../contract/http';
import type { Endpoint } from '../../contract/webhooks';
import { isOn, objectIn, objectsIn, textIn } from '../../contract/values';
import { isEmptyOrHas } from '../shared/isEmptyOrHas';

const PATH = '/multi_webhook';

export const MAX_EXTRAS = 3;

interface Extras {
	endpoints: Endpoint[];
	/** The feature was in beta for selected accounts, so the path may not work for others. */
	areOffered: boolean;
}

export async function readExtras(request: ProviderRequest): Promise<Extras> {
	const documented = isEmptyOrHas('enabled');
	const answer = await request({ method: 'GET', path: PATH, documented }).catch((error) => {
		const status = error instanceof ProviderError ? error.httpStatus : undefined;
		if (status === 403 || status === 404) return undefined;
		// Documented without a reason. The likely one is that the number hasn't turned them on.
		if (status === 409) return {} as IDataObject;
		throw error;
	});
	const destinations = isOn(answer?.enabled) ? objectsIn(answer?.destinations) : [];
	return { endpoints: destinations.map(endpointOf), areOffered: answer !== undefined };
}

/** Replaces the extras with `wanted`. Unchanged ones are left alone unless one must be removed. */
export async function writeExtras(request: ProviderRequest, wanted: Endpoint[]): Promise<void> {
	const { endpoints: before } = await readExtras(request);
	const destinations = wanted.map((endpoint) => ({ ...endpoint, name: nameOf(endpoint, before) }));
	const named = (name: string | undefined) => before.find((endpoint) => endpoint.name === name);
	const goes = before.some(({ name }) => !destinations.some((one) => one.name === name));

	if (goes) await request({ method: 'POST', path: PATH, body: { enabled: false } });
	if (goes || before.length === 0) {
		if (destinations.length === 0) return;
		await request({
			method: 'POST',
			path: PATH,
			body: { enabled: true, destinations: destinations.map(bodyOf) },
		});
		return;
	}
	for (const one of destinations) {
		const registered = named(one.name);
		if (registered === undefined || isSame(registered, one)) continue;
		await request({ method: 'PATCH', path: PATH, body: bodyOf(one) });
	}
	const added = destinations.filter(({ name }) => named(name) === undefined);
	if (added.length === 0) return;
	await request({ method: 'PUT', path: PATH, body: { destinations: added.map(bodyOf) } });
}

/** Returns whether both have the same URL and headers. */
export function isSame(one: Endpoint, other: Endpoint): boolean {
	const text = ({ url, headers = {} }: Endpoint) =>
		JSON.stringify([url, Object.entries(headers).sort()]);
	return text(one) === text(other);
}

function endpointOf({ name, url, headers }: IDataObject): Endpoint {
	return {
		name: textIn(name) ?? undefined,
		url: textIn(url) ?? '',
		headers: objectIn(headers) as Record<string, string>,
	};
}

/** Names are unique. Derives one from the URL if it is missing, or if another webhook has it now. */
function nameOf({ name, url }: Endpoint, before: Endpoint[]): string {
	const holder = before.find((endpoint) => endpoint.name === name);
	if (name !== undefined && (holder === undefined || holder.url === url)) return name;
	return `n8n-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

function bodyOf({ name, url, headers = {} }: Endpoint) {
	return { name, url, headers };
}
