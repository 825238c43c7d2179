import { cloudMedia } from '../shared/cloudApi/receivedMedia';

/**
 * Meta's own host doesn't accept 360dialog's key, so the file is requested from 360dialog's host, with
 * the path and query that Meta gave. Only these are set: a path can't name another host.
 * Source: 360dialog media pages.
 */
export const media = cloudMedia((given, { baseUrl }) => {
	const { pathname, search } = new URL(given);
	const url = new URL(String(baseUrl).trim());
	const basePath = url.pathname.replace(/\/+$/, '');
	url.pathname = pathname.startsWith(`${basePath}/`) ? pathname : `${basePath}${pathname}`;
	url.search = search;
	return url.toString();
});
