/** Comparing webhook addresses: the query may hold a secret, and providers trim slashes. */
import type { Endpoint } from '../../contract/webhooks';

function parts(url: string): { origin: string; path: string } {
	try {
		const { origin, pathname } = new URL(url);
		return { origin, path: pathname.replace(/\/+$/, '') };
	} catch {
		return { origin: '', path: url.replace(/[?#].*$/, '') };
	}
}

/** An address without its query, where a secret may be: fit to be shown. */
export function shown(url: string): string {
	const { origin, path } = parts(url);
	return origin + path;
}

export function sameAddress(one: string, other: string): boolean {
	return shown(one) === shown(other);
}

/**
 * Whether both are addresses of one trigger node: n8n's test and production addresses differ in
 * their first segment and end alike.
 */
export function sameTrigger(one: string, other: string): boolean {
	const tail = (url: string) => parts(url).path.split('/').slice(-2).join('/');
	return parts(one).origin === parts(other).origin && tail(one) === tail(other);
}

/** Whether our endpoint is what stands there, its secret included. */
export function isSame(standing: Endpoint, mine: Endpoint): boolean {
	const wanted = Object.entries(mine.headers ?? {});
	return (
		standing.url === mine.url && wanted.every(([name, value]) => standing.headers?.[name] === value)
	);
}

/** What a workflow that is no longer active leaves where one address has to stand: no secret with it. */
export const idle = (url: string): Endpoint => ({ url, headers: {} });

/** Whether a trigger of the same n8n has left this one idle. */
export function isIdle({ url, headers = {} }: Endpoint, mine: Endpoint): boolean {
	const nodePath = (address: string) => parts(address).path.split('/').at(-1);
	return (
		mine.headers !== undefined &&
		Object.keys(headers).length === 0 &&
		parts(url).origin === parts(mine.url).origin &&
		nodePath(url) === nodePath(mine.url)
	);
}

/** Several addresses, fit to be shown. */
export const listed = (endpoints: Endpoint[]) => endpoints.map(({ url }) => shown(url)).join(', ');
