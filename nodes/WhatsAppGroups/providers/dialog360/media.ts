import { cloudMedia } from '../shared/cloudApi/receivedMedia';

/**
 * Meta's own host takes no key of 360dialog: the address is asked of 360dialog's host, with its path
 * and query as they are. Source: 360dialog media pages.
 */
export const media = cloudMedia((url, { baseUrl }) => {
	const { pathname, search } = new URL(url);
	return new URL(pathname + search, String(baseUrl)).toString();
});
