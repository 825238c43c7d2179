/**
 * Files of messages, in two steps: the id leads to an address, which takes the key too.
 * Source: 360dialog media pages, and the general Cloud API, which they pass on.
 */
import type { Account } from '../../../contract/http';
import type { Provider } from '../../../contract/Provider';
import { textIn } from '../../../contract/values';
import { segment } from '../values';

/** `reachable`: the address under which the file can be fetched with the account's key. */
export function cloudMedia(
	reachable: (url: string, account: Account) => string = (url) => url,
): NonNullable<Provider['media']> {
	return async (request, { message }) => {
		if (!message?.media.id) return undefined;
		const { id, mimeType, fileName } = message.media;
		const { url } = await request({ method: 'GET', path: `/${segment(id)}` });
		const file = await request.fetch(reachable(textIn(url) ?? '', request.account), 'signed');
		return {
			bytes: file.bytes,
			mimeType: mimeType?.split(';')[0] ?? file.mimeType,
			fileName: fileName ?? undefined,
		};
	};
}
