/** Reading, comparing and showing webhook addresses. */
import type { Endpoint } from '../contract/webhooks';

/** @returns the path without trailing slashes, which some providers cut off */
export function partsOf(url: string): { origin: string; path: string } {
	try {
		const { origin, pathname } = new URL(url);
		return { origin, path: pathname.replace(/\/+$/, '') };
	} catch {
		return { origin: '', path: url.replace(/[?#].*$/, '') };
	}
}

/** An address without its query, which may hold a secret: safe to show and to log. */
export function shown(url: string): string {
	const { origin, path } = partsOf(url);
	return origin + path;
}

/** Several addresses, safe to show. */
export const listed = (endpoints: Endpoint[]) => endpoints.map(({ url }) => shown(url)).join(', ');

/** Whether the provider has exactly this endpoint of ours, secret included. */
export function isSame(registered: Endpoint, mine: Endpoint): boolean {
	const wanted = Object.entries(mine.headers ?? {});
	return (
		registered.url === mine.url &&
		(registered.borrowsStatuses ?? false) === (mine.borrowsStatuses ?? false) &&
		wanted.every(([name, value]) => registered.headers?.[name] === value)
	);
}

/** What is left where the provider can't be without an address: no secret is sent to it. */
export const withoutSecret = (url: string): Endpoint => ({ url, headers: {} });
