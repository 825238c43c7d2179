/** Reading, comparing and showing webhook addresses. */
import type { Endpoint } from '../contract/webhooks';

/** Splits a URL. Omits trailing slashes of the path, because some providers remove them. */
export function partsOf(url: string): { origin: string; path: string } {
	try {
		const { origin, pathname } = new URL(url);
		return { origin, path: pathname.replace(/\/+$/, '') };
	} catch {
		return { origin: '', path: url.replace(/[?#].*$/, '') };
	}
}

/** Returns an address without its query, which may contain a secret: safe to show and to log. */
export function shown(url: string): string {
	const { origin, path } = partsOf(url);
	return origin + path;
}

/** Lists several addresses, safe to show. */
export const listed = (endpoints: Endpoint[]) => endpoints.map(({ url }) => shown(url)).join(', ');

/** Returns whether the registered endpoint is exactly ours, including its secret. */
export function isSame(registered: Endpoint, mine: Endpoint): boolean {
	const wanted = Object.entries(mine.headers ?? {});
	return (
		registered.url === mine.url &&
		(registered.borrowsStatuses ?? false) === (mine.borrowsStatuses ?? false) &&
		wanted.every(([name, value]) => registered.headers?.[name] === value)
	);
}

/** The endpoint that stays registered if a provider's last one can't be removed. */
export const withoutSecret = (url: string): Endpoint => ({ url, headers: {} });
