/**
 * Files of messages, in two steps: the ID leads to a URL, which requires the key, too.
 * Source: 360dialog media pages, and the general Cloud API behind them.
 */
import type { Account } from '../../../contract/http';
import type { Provider } from '../../../contract/Provider';
import { textIn } from '../../../contract/values';
import { segment } from '../values';

/** `reachable` returns the URL that the file can be downloaded from with the account's key. */
export function cloudMedia(
	reachable: (url: string, account: Account) => string,
): NonNullable<Provider['media']> {
	return async (request, { message }) => {
		if (!message?.media.id) return undefined;
		const { id, mimeType, fileName } = message.media;
		const { url } = await request({ method: 'GET', path: `/${segment(id)}` });
		const given = textIn(url) ?? '';
		if (!URL.canParse(given)) throw new Error("The provider didn't give a valid URL for the file");
		const file = await request.fetch(reachable(given, request.account), 'signed');
		return {
			bytes: file.bytes,
			mimeType: mimeType?.split(';')[0] ?? file.mimeType,
			fileName: fileName ?? undefined,
		};
	};
}
